package org.circlab.simulation;

import java.util.TreeSet;
import org.circlab.model.Breach;
import org.circlab.model.Contract;
import org.circlab.model.Horizon;
import org.circlab.network.Arcs;

/**
 * What a party of a contract would gain by leaving it, a tonne and at the prices of the day. A donor compares with every
 * receiver of the exchange that it may send to, that bears what is in it, that has room for a day of the contract and that both sides would join, and with
 * what becomes of the material if nobody takes it; a receiver with going without, and, where it has no room for both, with every
 * donor that has offered it something since it last compared. What the state pays counts, and each partner is taken for as much
 * less as it is mistrusted.
 */
final class BetterOffers {

    private final Stage stage;
    private final CompiledLab lab;
    private final Contracts contracts;
    private final Matching matching;
    private final Fallback fallback;

    BetterOffers(Stage stage, Contracts contracts, Matching matching, Fallback fallback) {
        this.stage = stage;
        this.lab = stage.lab();
        this.contracts = contracts;
        this.matching = matching;
        this.fallback = fallback;
    }

    /**
     * Euros a tonne by which the best other offer is better than a contract and what it would cost to leave it.
     *
     * @param donor whether the donor is asked, or the receiver
     * @param sinceMillis when it was last asked
     */
    double advantage(int number, boolean donor, Breach breach, long sinceMillis) {
        double within = Double.NEGATIVE_INFINITY;
        double other = donor ? Double.NEGATIVE_INFINITY : 0;
        TreeSet<Integer> ends = new TreeSet<>();
        for (int i = 0; i < lab.contractArcs().size(); i++) {
            CompiledLab.ContractArc arc = lab.contractArcs().get(i);
            if (arc.contract() == number) {
                within = Math.max(within, gain(lab.firstContractArc() + i, donor));
                ends.add(donor ? arc.outlet() : arc.inlet());
            }
        }
        for (int end : ends) {
            other = Math.max(other, donor ? elsewhere(end, number) : fromElsewhere(end, number, sinceMillis));
        }
        return other - within - damagesEurosPerTonne(number, breach);
    }

    /** Damages spread over what the contract would still have moved: the rest of its term, or as much as they cover. */
    private double damagesEurosPerTonne(int number, Breach breach) {
        long covered = contracts.damagesMillis(number, breach);
        Contract.Terms terms = lab.lab().contracts().get(number).terms();
        if (covered == 0) {
            return 0;
        }
        double left = terms.until() == null ? covered : contracts.leftMillis(number);
        return contracts.penaltyEurosPerTonne(number) * covered / left;
    }

    private double gain(int arc, boolean donor) {
        Prices prices = stage.ways().prices();
        int gives = lab.outletActor(lab.arcOutlet(arc));
        int takes = lab.inletParty(lab.arcInlet(arc));
        return donor
                ? -prices.costEurosPerTonne(arc)
                        - prices.donorCarbonEurosPerTonne(arc)
                        - stage.reputation().premium(gives, takes)
                : prices.feeEurosPerTonne(arc)
                        + prices.subsidyEurosPerTonne(arc, false)
                        + matching.willingness().worth(arc, prices)
                        - stage.reputation().premium(takes, gives);
    }

    private double elsewhere(int outlet, int number) {
        double best = -fallback.booksEurosPerTonne(outlet);
        int partner = lab.network().actor(lab.lab().contracts().get(number).to());
        Arcs arcs = lab.network().exchange();
        for (int arc = arcs.first(outlet); matching.isOpen() && arc < arcs.first(outlet + 1); arc++) {
            int inlet = lab.arcInlet(arc);
            if (lab.inletParty(inlet) != partner && hasRoom(inlet, number) && isOpen(arc)) {
                best = Math.max(best, gain(arc, true));
            }
        }
        return best;
    }

    private double fromElsewhere(int inlet, int number, long sinceMillis) {
        double best = 0;
        int partner = lab.network().actor(lab.lab().contracts().get(number).from());
        if (!matching.isOpen() || hasRoom(inlet, number) || lab.isFinal(inlet)) {
            return best;
        }
        for (int arc : stage.reasons().closedWays().arcsInto(inlet)) {
            int outlet = lab.arcOutlet(arc);
            boolean offers = stage.reasons().hasOffered(outlet, sinceMillis);
            if (lab.outletActor(outlet) != partner && offers && isOpen(arc)) {
                best = Math.max(best, gain(arc, false));
            }
        }
        return best;
    }

    /** Whether an inlet has room for what a contract moves in a day. */
    private boolean hasRoom(int inlet, int number) {
        double day = lab.lab().contracts().get(number).volumeGramsPerYear() / Horizon.DAYS_PER_YEAR;
        return stage.room().free(inlet) >= Math.max(day, 1);
    }

    private boolean isOpen(int arc) {
        return matching.isWilling(arc)
                && stage.contents().bears(lab.arcOutlet(arc), lab.arcInlet(arc))
                && stage.notices().isOpen(arc, stage.kernel().now());
    }
}
