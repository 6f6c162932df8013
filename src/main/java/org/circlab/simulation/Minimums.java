package org.circlab.simulation;

import org.circlab.model.Contract;
import org.circlab.model.Horizon;

/**
 * What contracts owe where less has been delivered in a contract year than they must bring. What the receiver had no room for
 * it pays for, what the donor did not offer when it was due the donor. Grams count once: when they go elsewhere, or at the
 * year's end where they still wait in store.
 */
final class Minimums {

    private final Stage stage;
    private final boolean[] ofOutlet;
    private final long[] refusedGrams;
    private final long[] closedMillis;
    private final long[] closedSince;

    Minimums(Stage stage) {
        this.stage = stage;
        CompiledLab lab = stage.lab();
        this.ofOutlet = new boolean[lab.outlets()];
        for (CompiledLab.ContractArc arc : lab.contractArcs()) {
            ofOutlet[arc.outlet()] |= contract(arc.contract()).terms().hasMinimum();
        }
        int contracts = lab.lab().contracts().size();
        this.refusedGrams = new long[contracts];
        this.closedMillis = new long[contracts];
        this.closedSince = new long[contracts];
    }

    private Contract contract(int number) {
        return stage.lab().lab().contracts().get(number);
    }

    /** Whether an outlet has to bring a minimum under any contract. */
    boolean bind(int outlet) {
        return ofOutlet[outlet];
    }

    /**
     * Something of an outlet goes elsewhere.
     *
     * @param dueGrams what the contract would still allow to be delivered now
     * @param roomGrams what its receiver would have room for
     */
    void passBy(int number, long grams, long dueGrams, long roomGrams) {
        long turnedAway = Math.min(grams, dueGrams) - roomGrams;
        if (turnedAway > 0 && contract(number).terms().hasMinimum()) {
            refusedGrams[number] =
                    Math.max(refusedGrams[number], Math.min(refusedGrams[number] + turnedAway, dueGrams));
        }
    }

    /** An event closes a contract: what would fall due meanwhile is not owed. */
    void close(int number) {
        closedSince[number] = stage.kernel().now();
    }

    /** It opens again. */
    void open(int number, long yearBegan) {
        closedMillis[number] += Math.max(0, stage.kernel().now() - Math.max(closedSince[number], yearBegan));
    }

    /**
     * A year of a contract is over: who fell short pays.
     *
     * @param years turned to that year
     * @param movedGrams what was delivered in it
     * @param turnedAwayGrams what waits in store for which the receiver has no room
     */
    void settle(int number, ContractYears years, long movedGrams, long turnedAwayGrams) {
        if (stage.inForce().isContractClosed(number)) {
            open(number, years.begin());
            closedSince[number] = stage.kernel().now();
        }
        Contract contract = contract(number);
        long openMillis = years.end() - years.begin() - closedMillis[number];
        double share = contract.terms().leastShare() * openMillis / Horizon.YEAR_MILLIS;
        long missing = (long) Math.floor(contract.volumeGramsPerYear() * share) - movedGrams;
        if (missing > 0) {
            long refused = Math.min(missing, refusedGrams[number] + Math.max(0, turnedAwayGrams));
            pay(number, contract.to(), contract.from(), refused);
            pay(number, contract.from(), contract.to(), missing - refused);
        }
        refusedGrams[number] = 0;
        closedMillis[number] = 0;
    }

    private void pay(int number, String payer, String payee, long grams) {
        Double penalty = contract(number).terms().penaltyEurosPerTonne();
        double eurosPerTonne =
                penalty != null ? penalty : Math.abs(stage.ways().prices().contractFeeEurosPerTonne(number));
        if (!payer.equals(payee)) {
            int from = stage.lab().network().actor(payer);
            int to = stage.lab().network().actor(payee);
            stage.cashier().payPenalty(from, to, eurosPerTonne, grams);
        }
    }
}
