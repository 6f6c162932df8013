package org.circlab.simulation;

import org.circlab.model.Contract;
import org.circlab.model.Horizon;

/**
 * What contracts owe where less has been delivered in a contract year than they must bring. What the receiver had no room for
 * it pays for, what the donor did not offer when it was due the donor, what a
 * quota kept out nobody. Grams count once: when they go elsewhere, or at the
 * year's end where they still wait in store.
 */
final class Minimums {

    private final Stage stage;
    private final boolean[] ofOutlet;
    private final long[] refusedGrams;
    /** What a quota kept out for which the receiver had room. */
    private final long[] unlawfulGrams;

    private final boolean[] closed;
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
        this.unlawfulGrams = new long[contracts];
        this.closed = new boolean[contracts];
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
     * Something of an outlet goes elsewhere, or still waits at the end of a year.
     *
     * @param dueGrams what the contract would still allow to be delivered now
     * @param roomGrams what its receiver would have room for
     * @param lawfulGrams what quotas leave of that room
     */
    void passBy(int number, long grams, long dueGrams, long roomGrams, long lawfulGrams) {
        if (contract(number).terms().hasMinimum()) {
            long due = Math.min(grams, dueGrams);
            add(refusedGrams, number, due - roomGrams, dueGrams);
            add(unlawfulGrams, number, Math.min(due, roomGrams) - lawfulGrams, dueGrams);
        }
    }

    private static void add(long[] sums, int number, long grams, long most) {
        if (grams > 0) {
            sums[number] = Math.max(sums[number], Math.min(sums[number] + grams, most));
        }
    }

    /** An event or a ban closes a contract: what would fall due meanwhile is not owed. */
    void close(int number) {
        closed[number] = true;
        closedSince[number] = stage.kernel().now();
    }

    /** It opens again. */
    void open(int number, long yearBegan) {
        closed[number] = false;
        addClosed(number, yearBegan);
    }

    private void addClosed(int number, long yearBegan) {
        closedMillis[number] += Math.max(0, stage.kernel().now() - Math.max(closedSince[number], yearBegan));
    }

    /**
     * A year of a contract is over: who fell short pays.
     *
     * @param years turned to that year
     * @param movedGrams what was delivered in it
     */
    void settle(int number, ContractYears years, long movedGrams) {
        if (closed[number]) {
            addClosed(number, years.begin());
            closedSince[number] = stage.kernel().now();
        }
        Contract contract = contract(number);
        long openMillis = years.end() - years.begin() - closedMillis[number];
        double share = contract.terms().leastShare() * openMillis / Horizon.YEAR_MILLIS;
        long missing = (long) Math.floor(contract.volumeGramsPerYear() * share) - movedGrams - unlawfulGrams[number];
        if (missing > 0) {
            long refused = Math.min(missing, refusedGrams[number]);
            pay(number, contract.to(), contract.from(), refused);
            pay(number, contract.from(), contract.to(), missing - refused);
        }
        refusedGrams[number] = 0;
        unlawfulGrams[number] = 0;
        closedMillis[number] = 0;
    }

    /** What is paid for each missing tonne at the prices of the day. */
    double penaltyEurosPerTonne(int number) {
        Double penalty = contract(number).terms().penaltyEurosPerTonne();
        return penalty != null ? penalty : Math.abs(stage.ways().prices().contractFeeEurosPerTonne(number));
    }

    private void pay(int number, String payer, String payee, long grams) {
        if (grams > 0 && !payer.equals(payee)) {
            int from = stage.lab().network().actor(payer);
            int to = stage.lab().network().actor(payee);
            stage.cashier().payPenalty(from, to, penaltyEurosPerTonne(number), grams);
            double gramsPerMonth = contract(number).volumeGramsPerYear() / 12.0;
            stage.reputation().breaks(from, to, grams / gramsPerMonth);
        }
    }
}
