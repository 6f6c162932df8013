package org.circlab.simulation;

import org.circlab.ledger.Ledger;
import org.circlab.model.Haulage;

/**
 * An arc in use by one replication: all that a consignment needs on its journey, side by side in memory.
 *
 * <p>Rates are those of the day; accounts are opened when they are first needed ({@link #UNOPENED}).
 */
final class Way {

    static final int UNOPENED = -1;

    final int arc;
    final int inlet;
    final int donor;
    final int receiver;
    /** The fleet that carries it, or {@link Haulage.Carrier#UNLIMITED}; within one actor nothing needs a fleet. */
    final int fleet;
    /** Whether it stays within one actor. */
    final boolean inside;

    final boolean toFinalTreatment;
    final int flow;
    final double kilometres;
    /** When journeys begin. */
    final WorkingTime hours;
    /** From the beginning of a journey to the arrival of the material: loading, the way itself, unloading. */
    final long journeyMillis;
    /** The way back of the empty vehicle. */
    final long returnMillis;

    final double ghgKilogramsPerTonne;
    /** What one vehicle of a haulier without limit carries. */
    final long payloadGrams;

    double haulageEurosPerTonne;
    double feeEurosPerTonne;
    double taxEurosPerTonne;
    double donorSubsidyEurosPerTonne;
    double receiverSubsidyEurosPerTonne;
    int haulageAccount = UNOPENED;
    int feeAccount = UNOPENED;
    int taxAccount = UNOPENED;
    int donorSubsidyAccount = UNOPENED;
    int receiverSubsidyAccount = UNOPENED;

    Way(CompiledLab lab, Ledger ledger, int arc) {
        int outlet = lab.arcOutlet(arc);
        this.arc = arc;
        this.inlet = lab.arcInlet(arc);
        this.donor = lab.outletActor(outlet);
        this.receiver = lab.inletParty(inlet);
        this.inside = lab.isInside(arc);
        Haulage.Carrier carrier = lab.carrier(outlet);
        Haulage.Mode mode = carrier.mode();
        this.fleet = inside ? Haulage.Carrier.UNLIMITED : carrier.fleet();
        this.hours = inside ? WorkingTime.ALWAYS : lab.hours(carrier);
        this.toFinalTreatment = lab.isFinal(inlet);
        this.flow = ledger.flow(lab.route(arc));
        this.kilometres = lab.arcKilometres(arc);
        this.returnMillis = mode.travelMillis(kilometres);
        Haulage.Handling handling = inside ? Haulage.Handling.NONE : mode.handling();
        this.journeyMillis = handling.loadingMillis() + returnMillis + handling.unloadingMillis();
        this.ghgKilogramsPerTonne = mode.ghgKilogramsPerTonneKilometre() * kilometres;
        this.payloadGrams = mode.payloadGrams();
    }

    /** Takes over the rates of the day. */
    void step(Prices prices) {
        haulageEurosPerTonne = prices.haulageEurosPerTonne(arc);
        feeEurosPerTonne = prices.feeEurosPerTonne(arc);
        taxEurosPerTonne = prices.taxEurosPerTonne(arc);
        donorSubsidyEurosPerTonne = prices.subsidyEurosPerTonne(arc, true);
        receiverSubsidyEurosPerTonne = prices.subsidyEurosPerTonne(arc, false);
    }
}
