package org.circlab.exchange;

import java.math.BigInteger;
import java.util.Arrays;
import org.circlab.network.Arcs;
import org.jspecify.annotations.Nullable;

/**
 * The best answer to a small round in which a part of a lot that is not worth its journey does not go, by branch and bound (A. H.
 * Land and A. G. Doig, An automatic method of solving discrete programming problems, Econometrica 28, 1960). The relaxed round is
 * a flow, solved again from the basis before. A part that is too light goes nowhere, or grows until it is worth its journey, or
 * is the last of a lot that is used up, which has to go somewhere.
 *
 * <p>It ends after {@value #MOST_SOLVED} flows, with the best that was found, and leaves out what could gain no more than
 * a ten-thousandth beyond that. It is not begun where parts of more than {@value #MOST_LIGHT} offers are too light in the relaxed round.
 */
final class LoadSearch {

    private static final int MOST_SOLVED = 200;
    /** Open ways of offers in rounds that are searched; what is to be gained in larger ones is little of the whole. */
    private static final int MOST_WAYS = 2_000;

    /** Where parts of more offers are too light, so few flows come to no answer. */
    private static final int MOST_LIGHT = 60;

    /** What could be found and gains less than this part of what is known is not looked for. */
    private static final BigInteger NEGLIGIBLE = BigInteger.valueOf(10_000);

    private static final int NONE = -1;

    private final Arcs arcs;
    private final Round round;
    private final RoundNetwork network;
    private final FlowProblem problem;
    private final FlowSolver solver;
    /** By arc of the problem: what goes along it in any case. */
    private final long[] lower;
    /** By offer: the arc by which its last part may go however light it is. */
    private final int[] last;

    private BigInteger fixed = BigInteger.ZERO;
    private BigInteger unmatched = BigInteger.ZERO;
    private BigInteger least = BigInteger.ZERO;
    private long @Nullable [] best;
    private int solved;

    LoadSearch(Arcs arcs, Round round, ArcCosts costs, int inlets, FlowSolver solver) {
        this.arcs = arcs;
        this.round = round;
        this.solver = solver;
        int[] outletOfOffer = new int[round.size()];
        Arrays.setAll(outletOfOffer, round::outlet);
        this.network = new RoundNetwork(arcs, outletOfOffer, round::most, inlets, Outlook.NONE);
        this.problem = network.problem();
        this.lower = new long[problem.arcs()];
        this.last = new int[round.size()];
        Arrays.fill(last, NONE);
        network.price(costs);
        for (int offer = 0; offer < round.size(); offer++) {
            network.offer(offer, round.grams(offer));
        }
        network.close(round);
    }

    /** Whether a round is small enough to be searched. */
    static boolean isSmall(Arcs arcs, Round round) {
        int ways = 0;
        for (int offer = 0; offer < round.size() && ways <= MOST_WAYS; offer++) {
            for (int arc = arcs.first(round.outlet(offer)); arc < arcs.first(round.outlet(offer) + 1); arc++) {
                ways += round.most(offer, arc) > 0 ? 1 : 0;
            }
        }
        return ways <= MOST_WAYS;
    }

    /** Searches for an answer that gains more than what is known. */
    boolean gainsMoreThan(BigInteger gain) {
        unmatched = BigInteger.ZERO;
        for (int offer = 0; offer < round.size(); offer++) {
            BigInteger grams = BigInteger.valueOf(round.grams(offer));
            unmatched = unmatched.add(grams.multiply(BigInteger.valueOf(problem.cost(network.end(offer)))));
        }
        least = unmatched.subtract(gain);
        branch();
        return best != null;
    }

    /** Puts what was found in place of what an allocation holds. */
    void tell(Allocation allocation) {
        long[] flows = best;
        if (flows == null) {
            throw new IllegalStateException("nothing was found");
        }
        allocation.clear();
        for (int offer = 0; offer < round.size(); offer++) {
            for (int arc = network.first(offer); arc < network.end(offer); arc++) {
                if (flows[arc] > 0) {
                    allocation.add(offer, network.exchangeArc(arc), flows[arc]);
                }
            }
        }
    }

    private void branch() {
        if (solved++ >= MOST_SOLVED) {
            return;
        }
        FlowSolution solution = solver.solve(problem);
        if (!solution.isOptimal() || !gains(solution.cost(problem).add(fixed))) {
            return;
        }
        long[] flows = lower.clone();
        Arrays.setAll(flows, arc -> lower[arc] + solution.flow(arc));
        if (solved == 1 && lightOffers(flows) > MOST_LIGHT) {
            return;
        }
        for (int offer = 0; offer < round.size(); offer++) {
            int light = light(offer, flows);
            if (light != NONE) {
                branch(offer, light, flows[light]);
                return;
            }
        }
        least = solution.cost(problem).add(fixed);
        best = flows;
    }

    /** Whether something at so little cost is worth looking for, beside what is known. */
    private boolean gains(BigInteger cost) {
        BigInteger gain = unmatched.subtract(least);
        return cost.add(gain.divide(NEGLIGIBLE)).compareTo(least) < 0;
    }

    private int lightOffers(long[] flows) {
        int count = 0;
        for (int offer = 0; offer < round.size(); offer++) {
            count += light(offer, flows) == NONE ? 0 : 1;
        }
        return count;
    }

    /** A part of an offer that is too light, or {@link #NONE}; the last part of an offer that is used up may be. */
    private int light(int offer, long[] flows) {
        int found = NONE;
        boolean isUsedUp = flows[network.end(offer)] == 0;
        for (int arc = network.first(offer); arc < network.end(offer); arc++) {
            if (flows[arc] > 0 && flows[arc] < worthIt(arc) && arc != last[offer]) {
                if (!isUsedUp || last[offer] != NONE || found != NONE) {
                    return arc;
                }
                found = arc;
            }
        }
        return NONE;
    }

    private long worthIt(int arc) {
        return round.least(arcs.inlet(network.exchangeArc(arc)));
    }

    private void branch(int offer, int arc, long flow) {
        boolean isNearly = 2 * flow >= worthIt(arc);
        if (isNearly) {
            grow(arc);
        }
        drop(arc);
        if (!isNearly) {
            grow(arc);
        }
        if (last[offer] == NONE) {
            useUp(offer, arc);
        }
    }

    private void drop(int arc) {
        if (lower[arc] > 0) {
            return;
        }
        long capacity = problem.capacity(arc);
        problem.setCapacity(arc, 0);
        branch();
        problem.setCapacity(arc, capacity);
    }

    private void grow(int arc) {
        long capacity = problem.capacity(arc);
        long worthIt = worthIt(arc);
        if (Math.min(capacity, fits(arc)) < worthIt || lower[arc] > 0) {
            return;
        }
        send(arc, worthIt);
        problem.setCapacity(arc, capacity == FlowProblem.UNLIMITED ? capacity : capacity - worthIt);
        branch();
        problem.setCapacity(arc, capacity);
        send(arc, -worthIt);
    }

    /** What an offer has and its inlet has room for, beside what goes in any case. */
    private long fits(int arc) {
        long room = round.room(arcs.inlet(network.exchangeArc(arc))) - problem.supply(problem.to(arc));
        return Math.min(problem.supply(problem.from(arc)), room);
    }

    /** Sends grams along an arc in any case. */
    private void send(int arc, long grams) {
        lower[arc] += grams;
        problem.setSupply(problem.from(arc), problem.supply(problem.from(arc)) - grams);
        problem.setSupply(problem.to(arc), problem.supply(problem.to(arc)) + grams);
        fixed = fixed.add(BigInteger.valueOf(grams).multiply(BigInteger.valueOf(problem.cost(arc))));
    }

    private void useUp(int offer, int arc) {
        int unmatched = network.end(offer);
        long capacity = problem.capacity(unmatched);
        problem.setCapacity(unmatched, 0);
        last[offer] = arc;
        branch();
        last[offer] = NONE;
        problem.setCapacity(unmatched, capacity);
    }
}
