package org.circlab.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.circlab.model.Contract;
import org.circlab.model.DisposalSite;
import org.circlab.model.Field;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Part;
import org.circlab.model.Timed;
import org.circlab.network.Inlet;
import org.jspecify.annotations.Nullable;

/**
 * Every gate fee of a lab under a number of its own: those that inlets post, one for each material or one for whatever comes,
 * then that of each contract. Immutable; threads share it.
 */
final class Tariffs {

    private static final int WHATEVER_COMES = -1;

    private final List<Tariff> fees = new ArrayList<>();
    private final int[] first;
    private final int[] materials;

    /** A fee as it is dated, and the field by which events reach it; null where they cannot. */
    private record Tariff(Timed dated, @Nullable Field field) {}

    /**
     * The fees of a lab.
     *
     * @param material index of a material by its id
     */
    Tariffs(Lab lab, List<Inlet> inlets, ToIntFunction<String> material) {
        List<Integer> charged = new ArrayList<>();
        this.first = new int[inlets.size() + 1];
        for (int inlet = 0; inlet < inlets.size(); inlet++) {
            Inlet at = inlets.get(inlet);
            String actor = at.outside() == null ? lab.actors().get(at.actor()).id() : "";
            post(at, actor, charged, material);
            first[inlet + 1] = fees.size();
        }
        this.materials = charged.stream().mapToInt(Integer::intValue).toArray();
        for (Contract contract : lab.contracts()) {
            Part part = new Part(Part.Kind.CONTRACT, "", contract.id());
            Timed fee = ContractYears.indexedFee(contract, lab.horizon());
            fees.add(new Tariff(fee, new Field(Field.Kind.CONTRACT_FEE, part, "")));
        }
    }

    private void post(Inlet inlet, String actor, List<Integer> charged, ToIntFunction<String> material) {
        Line line = inlet.line();
        Need need = inlet.need();
        if (line != null) {
            Part part = new Part(Part.Kind.LINE, actor, line.id());
            for (String taken : line.recipe().takes()) {
                charged.add(material.applyAsInt(taken));
                Timed fee = line.gateFeesEurosPerTonne().getOrDefault(taken, Timed.constant(0));
                fees.add(new Tariff(fee, new Field(Field.Kind.LINE_FEE, part, taken)));
            }
        } else if (need != null) {
            Part part = new Part(Part.Kind.NEED, actor, need.id());
            for (Need.Accepted accepted : need.accepts()) {
                charged.add(material.applyAsInt(accepted.material()));
                Field field = new Field(Field.Kind.NEED_FEE, part, accepted.material());
                fees.add(new Tariff(accepted.gateFeeEurosPerTonne(), field));
            }
        } else {
            charged.add(WHATEVER_COMES);
            fees.add(whateverComes(inlet, actor));
        }
    }

    private static Tariff whateverComes(Inlet inlet, String actor) {
        DisposalSite site = inlet.site();
        if (site != null) {
            Part part = new Part(Part.Kind.SITE, actor, site.id());
            return new Tariff(site.feeEurosPerTonne(), new Field(Field.Kind.SITE_FEE, part, ""));
        }
        return new Tariff(
                Timed.constant(inlet.outside() == null ? 0 : inlet.outside().feeEurosPerTonne()), null);
    }

    /** How many there are. */
    int size() {
        return fees.size();
    }

    /** The fee of a number on a day, in euros a tonne, as events leave it. */
    double fee(int number, LocalDate day, Map<Field, Effect> effects) {
        Tariff tariff = fees.get(number);
        double dated = tariff.dated().on(day);
        return tariff.field() == null
                ? dated
                : effects.getOrDefault(tariff.field(), Effect.NONE).of(dated);
    }

    /** The number of the first fee that an inlet posts; for one past the last inlet, that of the first contract. */
    int first(int inlet) {
        return first[inlet];
    }

    /**
     * The number of the fee that an inlet posts for a material.
     *
     * @throws IllegalArgumentException if it does not take it
     */
    int posted(int inlet, int material) {
        for (int number = first[inlet]; number < first[inlet + 1]; number++) {
            if (materials[number] == material || materials[number] == WHATEVER_COMES) {
                return number;
            }
        }
        throw new IllegalArgumentException("inlet " + inlet + " posts no fee for material " + material);
    }
}
