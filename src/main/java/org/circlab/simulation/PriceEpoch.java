package org.circlab.simulation;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.circlab.exchange.Preferences;
import org.circlab.model.Actor;
import org.circlab.model.Disposal;
import org.circlab.model.Exchange;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Timed;
import org.circlab.network.Arcs;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;

/**
 * Prices, taxes and the preferences that follow from them, between two dates at which any of them steps. Immutable; threads
 * share it.
 */
final class PriceEpoch {

    private final CompiledLab compiled;
    private final LocalDate from;
    private final double[] feeEurosPerTonne;
    private final double[] taxEurosPerTonne;
    private final double[] haulageEurosPerTonne;
    private final double carbonEurosPerTonne;
    private final Preferences exchange;
    private final Preferences disposal;

    PriceEpoch(CompiledLab compiled, LocalDate from) {
        this.compiled = compiled;
        this.from = from;
        Lab lab = compiled.lab();
        int arcs = compiled.arcs();
        this.feeEurosPerTonne = new double[arcs];
        this.taxEurosPerTonne = new double[arcs];
        this.haulageEurosPerTonne = new double[arcs];
        this.carbonEurosPerTonne = lab.policy().carbonPriceEurosPerTonne().on(from);
        double landfillTax = lab.policy().landfillTaxEurosPerTonne().on(from);
        double truck = lab.haulage().truck().costEurosPerTonneKilometre();
        for (int arc = 0; arc < arcs; arc++) {
            Inlet inlet = compiled.network().inlets().get(compiled.arcInlet(arc));
            haulageEurosPerTonne[arc] = truck * compiled.arcKilometres(arc);
            feeEurosPerTonne[arc] = arc >= compiled.firstContractArc() ? contractFee(arc) : postedFee(arc, inlet);
            taxEurosPerTonne[arc] = taxAt(inlet, landfillTax);
        }
        this.exchange = rankExchange(compiled.network().exchange());
        this.disposal = rankDisposal(compiled.network().disposal());
    }

    /** The days on which any price or tax of the lab steps, the first day of the run included. */
    static SortedSet<LocalDate> starts(Lab lab) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        addSteps(dates, lab.policy().landfillTaxEurosPerTonne());
        addSteps(dates, lab.policy().carbonPriceEurosPerTonne());
        for (Actor actor : lab.actors()) {
            actor.lines().forEach(line -> line.gateFeesEurosPerTonne().values().forEach(fee -> addSteps(dates, fee)));
            actor.sites().forEach(site -> addSteps(dates, site.feeEurosPerTonne()));
            for (Need need : actor.needs()) {
                need.accepts().forEach(accepted -> addSteps(dates, accepted.gateFeeEurosPerTonne()));
            }
        }
        Horizon horizon = lab.horizon();
        dates.add(horizon.warmUpStart());
        return new TreeSet<>(dates.subSet(horizon.warmUpStart(), true, horizon.end(), false));
    }

    private static void addSteps(Set<LocalDate> dates, Timed timed) {
        if (!timed.isConstant()) {
            timed.steps().forEach(step -> dates.add(step.from()));
        }
    }

    private double contractFee(int arc) {
        CompiledLab.ContractArc contractArc = compiled.contractArcs().get(arc - compiled.firstContractArc());
        return compiled.lab().contracts().get(contractArc.contract()).gateFeeEurosPerTonne();
    }

    private double postedFee(int arc, Inlet inlet) {
        int material = compiled.outletMaterial(compiled.arcOutlet(arc));
        String id = compiled.lab().materials().get(material).id();
        Line line = inlet.line();
        if (line != null) {
            Timed fee = line.gateFeesEurosPerTonne().get(id);
            return fee == null ? 0 : fee.on(from);
        }
        Need need = inlet.need();
        if (need != null) {
            return need.accepts().stream()
                    .filter(accepted -> accepted.material().equals(id))
                    .mapToDouble(accepted -> accepted.gateFeeEurosPerTonne().on(from))
                    .findFirst()
                    .orElseThrow();
        }
        if (inlet.site() != null) {
            return inlet.site().feeEurosPerTonne().on(from);
        }
        return inlet.outside() == null ? 0 : inlet.outside().feeEurosPerTonne();
    }

    private static double taxAt(Inlet inlet, double landfillTax) {
        if (inlet.outside() != null) {
            return inlet.outside().taxEurosPerTonne();
        }
        return inlet.site() != null && inlet.site().taxed() ? landfillTax : 0;
    }

    private Preferences rankExchange(Arcs arcs) {
        boolean nearest = compiled.lab().exchange().rule() == Exchange.Rule.NEAREST;
        double[] key = new double[arcs.size()];
        for (int arc = 0; arc < key.length; arc++) {
            key[arc] = nearest ? arcs.kilometres(arc) : costEurosPerTonne(arc);
        }
        return Preferences.of(arcs, compiled.outlets(), key);
    }

    private Preferences rankDisposal(Arcs arcs) {
        double[] key = new double[arcs.size()];
        for (int arc = 0; arc < key.length; arc++) {
            int number = compiled.firstDisposalArc() + arc;
            Outlet outlet = compiled.network().outlets().get(compiled.arcOutlet(number));
            boolean nearest = outlet.disposal() instanceof Disposal.Nearest;
            key[arc] = nearest ? arcs.kilometres(arc) : costEurosPerTonne(number);
        }
        return Preferences.of(arcs, compiled.outlets(), key);
    }

    /** Haulage, gate fee and tax of an arc. */
    double costEurosPerTonne(int arc) {
        return haulageEurosPerTonne[arc] + feeEurosPerTonne[arc] + taxEurosPerTonne[arc];
    }

    LocalDate from() {
        return from;
    }

    double feeEurosPerTonne(int arc) {
        return feeEurosPerTonne[arc];
    }

    double taxEurosPerTonne(int arc) {
        return taxEurosPerTonne[arc];
    }

    double haulageEurosPerTonne(int arc) {
        return haulageEurosPerTonne[arc];
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
}
