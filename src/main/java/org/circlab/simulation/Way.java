package org.circlab.simulation;

import org.circlab.ledger.Ledger;

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
    /** The fleet that carries it, or {@link CompiledLab#HAULIER}; within one actor nothing needs a fleet. */
    final int fleet;
    /** Whether it stays within one actor. */
    final boolean inside;

    final boolean toFinalTreatment;
    final int flow;
    final double kilometres;
    final long travelMillis;

    double haulageEurosPerTonne;
    double feeEurosPerTonne;
    double taxEurosPerTonne;
    int haulageAccount = UNOPENED;
    int feeAccount = UNOPENED;
    int taxAccount = UNOPENED;

    Way(CompiledLab lab, Ledger ledger, int arc) {
        int outlet = lab.arcOutlet(arc);
        this.arc = arc;
        this.inlet = lab.arcInlet(arc);
        this.donor = lab.outletActor(outlet);
        this.receiver = lab.inletParty(inlet);
        this.inside = donor == receiver;
        this.fleet = inside ? CompiledLab.HAULIER : lab.outletFleet(outlet);
        this.toFinalTreatment = lab.isFinal(inlet);
        this.flow = ledger.flow(lab.route(arc));
        this.kilometres = lab.arcKilometres(arc);
        this.travelMillis = lab.arcMillis(arc);
    }

    /** Takes over the rates of the day. */
    void step(PriceEpoch prices) {
        haulageEurosPerTonne = prices.haulageEurosPerTonne(arc);
        feeEurosPerTonne = prices.feeEurosPerTonne(arc);
        taxEurosPerTonne = prices.taxEurosPerTonne(arc);
    }
}
