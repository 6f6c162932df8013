package org.circlab.simulation;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.circlab.exchange.Preferences;
import org.circlab.model.Actor;
import org.circlab.model.Disposal;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Interventions;
import org.circlab.model.Interventions.Subsidy;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Part;
import org.circlab.model.Policy;
import org.circlab.model.Recipe;
import org.circlab.model.Timed;
import org.circlab.network.Inlet;
import org.jspecify.annotations.Nullable;

/**
 * Prices and taxes in force on a day, and the orders of preference that follow from them. What an arc costs is worked out when
 * it is asked, so that prices take memory by receivers and not by arcs. Immutable.
 */
final class Prices {

    private static final double TONNES_PER_KILOGRAM = 1e-3;

    private final CompiledLab lab;
    private final LocalDate day;
    private final Map<Field, Effect> effects;
    private final double[] feeEurosPerTonne;
    private final double[] eurosPerTonneKilometre;
    private final double landfillTaxEurosPerTonne;
    private final double carbonEurosPerTonne;
    private final List<Subsidy> subsidies;
    private final double[] subsidyEurosPerTonne;
    private final @Nullable BitSet banned;
    private final Preferences exchange;
    private final Preferences disposal;

    private Prices(CompiledLab compiled, LocalDate day, Map<Field, Effect> effects) {
        this.lab = compiled;
        this.day = day;
        this.effects = Map.copyOf(effects);
        Tariffs tariffs = compiled.tariffs();
        this.feeEurosPerTonne = new double[tariffs.size()];
        for (int number = 0; number < feeEurosPerTonne.length; number++) {
            feeEurosPerTonne[number] = tariffs.fee(number, day, effects);
        }
        this.eurosPerTonneKilometre = compiled.modes().stream()
                .mapToDouble(mode -> value(
                        new Field(Field.Kind.MODE_COST, new Part(Part.Kind.MODE, "", mode.id()), ""),
                        mode.costEurosPerTonneKilometre()))
                .toArray();
        Policy policy = compiled.lab().policy();
        this.landfillTaxEurosPerTonne =
                value(new Field(Field.Kind.LANDFILL_TAX, Part.LAB, ""), policy.landfillTaxEurosPerTonne());
        this.carbonEurosPerTonne =
                value(new Field(Field.Kind.CARBON_PRICE, Part.LAB, ""), policy.carbonPriceEurosPerTonne());
        this.subsidies = policy.interventions().subsidies();
        this.subsidyEurosPerTonne = subsidies.stream()
                .mapToDouble(subsidy ->
                        value(new Field(Field.Kind.SUBSIDY, Part.LAB, subsidy.id()), subsidy.eurosPerTonne()))
                .toArray();
        this.banned = compiled.reach().banned(day);
        this.exchange = compiled.rankings().exchange(this);
        this.disposal = compiled.rankings().disposal(this);
    }

    /** Another price of the day: what is dated for it, as events leave it. */
    double value(Field field, Timed dated) {
        return effects.getOrDefault(field, Effect.NONE).of(dated.on(day));
    }

    /** Prices in force on a day, as events leave them. */
    static Prices on(CompiledLab lab, LocalDate day, Map<Field, Effect> effects) {
        return new Prices(lab, day, effects);
    }

    /** The days on which any price, tax, cost or capacity of the lab steps, the first day of the run included. */
    static SortedSet<LocalDate> steps(Lab lab) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        addSteps(dates, lab.policy().landfillTaxEurosPerTonne());
        addSteps(dates, lab.policy().carbonPriceEurosPerTonne());
        addSteps(dates, lab.policy().interventions(), lab.horizon());
        lab.haulage().allModes().forEach(mode -> addSteps(dates, mode.costEurosPerTonneKilometre()));
        lab.contracts().forEach(contract -> addSteps(dates, ContractYears.indexedFee(contract, lab.horizon())));
        for (Actor actor : lab.actors()) {
            actor.lines().forEach(line -> addSteps(dates, line));
            actor.sites().forEach(site -> addSteps(dates, site.feeEurosPerTonne()));
            for (Need need : actor.needs()) {
                addSteps(dates, need.virginPriceEurosPerTonne());
                need.accepts().forEach(accepted -> addSteps(dates, accepted.gateFeeEurosPerTonne()));
            }
        }
        Horizon horizon = lab.horizon();
        dates.add(horizon.warmUpStart());
        return new TreeSet<>(dates.subSet(horizon.warmUpStart(), true, horizon.end(), false));
    }

    private static void addSteps(Set<LocalDate> dates, Interventions interventions, Horizon horizon) {
        interventions.subsidies().forEach(subsidy -> addSteps(dates, subsidy.eurosPerTonne()));
        for (Interventions.Ban ban : interventions.bans()) {
            Stream.of(Optional.ofNullable(ban.from()), Optional.ofNullable(ban.until()))
                    .flatMap(Optional::stream)
                    .forEach(dates::add);
        }
        interventions.quotas().forEach(quota -> addSteps(dates, quota.tonnesPerYear()));
        if (!interventions.quotas().isEmpty()) {
            for (int year = horizon.warmUpStart().getYear();
                    year <= horizon.end().getYear();
                    year++) {
                dates.add(LocalDate.of(year, 1, 1));
            }
        }
    }

    private static void addSteps(Set<LocalDate> dates, Line line) {
        addSteps(dates, line.capacityTonnesPerDay());
        line.gateFeesEurosPerTonne().values().forEach(fee -> addSteps(dates, fee));
        for (Recipe.Output output : line.recipe().outputs()) {
            if (output.market() != null) {
                addSteps(dates, output.market().priceEurosPerTonne());
            }
        }
    }

    private static void addSteps(Set<LocalDate> dates, Timed timed) {
        if (!timed.isConstant()) {
            timed.steps().forEach(step -> dates.add(step.from()));
        }
    }

    /** Haulage, gate fee and tax of an arc, less what the state pays its donor. */
    double costEurosPerTonne(int arc) {
        double cost = haulageEurosPerTonne(arc) + feeEurosPerTonne(arc) + taxEurosPerTonne(arc);
        return cost - subsidyEurosPerTonne(arc, true);
    }

    /** Haulage and handling along an arc; nothing is handled within one actor. */
    double haulageEurosPerTonne(int arc) {
        int mode = lab.outletMode(lab.arcOutlet(arc));
        double handling =
                lab.isInside(arc) ? 0 : lab.modes().get(mode).handling().eurosPerTonne();
        return eurosPerTonneKilometre[mode] * lab.arcKilometres(arc) + handling;
    }

    /** The carbon price that the donor pays for what goes along an arc: of the way, and of treatment outside the lab. */
    double donorCarbonEurosPerTonne(int arc) {
        double perKilometre = lab.carrier(lab.arcOutlet(arc)).mode().ghgKilogramsPerTonneKilometre();
        return carbonEurosPerTonne(perKilometre * lab.arcKilometres(arc)) + outsideCarbonEurosPerTonne(arc);
    }

    /** The carbon price of treatment at the end of an arc that leads out of the lab; who sends it pays. */
    double outsideCarbonEurosPerTonne(int arc) {
        Disposal.Outside outside = lab.network().inlets().get(lab.arcInlet(arc)).outside();
        return outside == null ? 0 : carbonEurosPerTonne(outside.ghgKilogramsPerTonne());
    }

    /** The carbon price of emissions that an actor answers for. */
    double carbonEurosPerTonne(double kilogramsPerTonne) {
        return kilogramsPerTonne * TONNES_PER_KILOGRAM * carbonEurosPerTonne;
    }

    /** The gate fee at the end of an arc, posted or agreed. */
    double feeEurosPerTonne(int arc) {
        return feeEurosPerTonne[lab.tariff(arc)];
    }

    /** The gate fee of a contract, by its number. */
    double contractFeeEurosPerTonne(int contract) {
        return feeEurosPerTonne[lab.tariffs().first(lab.inlets()) + contract];
    }

    /** Landfill tax at the end of an arc. */
    double taxEurosPerTonne(int arc) {
        Inlet inlet = lab.network().inlets().get(lab.arcInlet(arc));
        if (inlet.outside() != null) {
            return inlet.outside().taxEurosPerTonne();
        }
        return inlet.site() != null && inlet.site().taxed() ? landfillTaxEurosPerTonne : 0;
    }

    /** What the state pays for what goes along an arc, to who gives it or to who receives it. */
    double subsidyEurosPerTonne(int arc, boolean toDonor) {
        double sum = 0;
        for (int number = 0; number < subsidyEurosPerTonne.length; number++) {
            if (subsidies.get(number).toDonor() == toDonor && lab.reach().isSubsidised(number, arc)) {
                sum += subsidyEurosPerTonne[number];
            }
        }
        return sum;
    }

    /** Whether nothing may be sent along an arc. */
    boolean isBanned(int arc) {
        return banned != null && banned.get(arc);
    }

    /** The arcs of the exchange along which nothing may be sent; null where nothing is ever banned. */
    @Nullable
    BitSet bannedOnExchange() {
        return banned == null ? null : banned.get(0, lab.firstDisposalArc());
    }

    double carbonEurosPerTonne() {
        return carbonEurosPerTonne;
    }

    /** Arcs of the exchange, the most preferred first. */
    Preferences exchange() {
        return exchange;
    }

    /** Arcs to final treatment, the most preferred first; numbered from 0, not from the first disposal arc. */
    Preferences disposal() {
        return disposal;
    }

    /** All that the order of arcs to receivers ({@code toFinalTreatment}: to final treatment) can depend on. */
    double[] basis(boolean toFinalTreatment) {
        List<Inlet> inlets = lab.network().inlets();
        int modes = eurosPerTonneKilometre.length;
        double[] basis = new double[modes + subsidyEurosPerTonne.length + feeEurosPerTonne.length + 1];
        System.arraycopy(eurosPerTonneKilometre, 0, basis, 0, modes);
        System.arraycopy(subsidyEurosPerTonne, 0, basis, modes, subsidyEurosPerTonne.length);
        int size = modes + subsidyEurosPerTonne.length;
        for (int inlet = 0; inlet < inlets.size(); inlet++) {
            if (inlets.get(inlet).isFinal() == toFinalTreatment) {
                int fees = lab.tariffs().first(inlet + 1) - lab.tariffs().first(inlet);
                System.arraycopy(feeEurosPerTonne, lab.tariffs().first(inlet), basis, size, fees);
                size += fees;
            }
        }
        basis[size] = toFinalTreatment ? landfillTaxEurosPerTonne : 0;
        return basis;
    }
}
