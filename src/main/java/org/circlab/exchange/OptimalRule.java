package org.circlab.exchange;

import java.util.Arrays;
import org.circlab.network.Arcs;

/**
 * Allocates so that the round as a whole costs least: a minimum-cost flow from all offers to all room, with the way that
 * unmatched mass takes as the alternative. Materials that share the room of an inlet compete for it. With an {@link Outlook}
 * the rounds to come are solved with it, by what is expected of them, and only the round at hand is carried out.
 *
 * <p>What would bring an inlet less than is worth a journey from an outlet is left unmatched, unless it is all there is. Within
 * an outlet, the first offers go first, to its inlets in their order. Offers must be divisible. Where what an inlet admits of
 * an offer depends on the offers before, as where it blends, what was solved for is cut to what is then still admitted.
 */
public final class OptimalRule implements AllocationRule {

    private static final int NONE = -1;
    /** Where fewer than one outlet in so many offers, a round is solved by itself and not from the basis of the last one. */
    private static final int FEW = 4;

    private final Arcs arcs;
    private final int outlets;
    private final int inlets;
    private final Outlook outlook;
    private final RoundNetwork standing;
    private final FlowSolver standingSolver = new NetworkSimplex();
    private final int[] firstOffer;
    private final int[] lastOffer;
    private int[] nextOffer = new int[16];
    private ArcCosts costs;
    private long leftOfOffer;

    /**
     * A rule.
     *
     * @param arcs the arcs of the exchange
     * @param outlets how many outlets they start from
     * @param inlets how many inlets they may lead to
     * @param costs what is made least
     * @param outlook what is expected of the rounds to come
     */
    public OptimalRule(Arcs arcs, int outlets, int inlets, ArcCosts costs, Outlook outlook) {
        this.arcs = arcs;
        this.outlets = outlets;
        this.inlets = inlets;
        this.outlook = outlook;
        this.firstOffer = new int[outlets];
        this.lastOffer = new int[outlets];
        Arrays.fill(firstOffer, NONE);
        int[] all = new int[outlets];
        Arrays.setAll(all, outlet -> outlet);
        this.standing = new RoundNetwork(arcs, all, RoundNetwork.Opening.WIDE, inlets, outlook);
        this.costs = costs;
        standing.price(costs);
    }

    /** Takes over other costs for the rounds to come. */
    public void reprice(ArcCosts changed) {
        costs = changed;
        standing.price(changed);
    }

    @Override
    public void allocate(Round round, Allocation allocation) {
        allocation.clear();
        int offering = chain(round);
        if (round.isGated()) {
            solveOfferByOffer(round, allocation);
        } else if (outlook.rounds() == 0 && offering * FEW < outlets) {
            solveAlone(round, offering, allocation);
        } else {
            solveStanding(round, allocation);
        }
        for (int offer = 0; offer < round.size(); offer++) {
            firstOffer[round.outlet(offer)] = NONE;
        }
    }

    /** Chains the offers of each outlet; tells how many outlets offer. */
    private int chain(Round round) {
        if (nextOffer.length < round.size()) {
            nextOffer = new int[2 * round.size()];
        }
        int offering = 0;
        for (int offer = 0; offer < round.size(); offer++) {
            if (round.whole(offer)) {
                throw new IllegalArgumentException(
                        "offer " + offer + " may not be divided, which an optimal round does with any offer");
            }
            int outlet = round.outlet(offer);
            nextOffer[offer] = NONE;
            if (firstOffer[outlet] == NONE) {
                firstOffer[outlet] = offer;
                offering++;
            } else {
                nextOffer[lastOffer[outlet]] = offer;
            }
            lastOffer[outlet] = offer;
        }
        return offering;
    }

    private void solveStanding(Round round, Allocation allocation) {
        for (int outlet = 0; outlet < outlets; outlet++) {
            standing.offer(outlet, offered(round, outlet));
        }
        FlowSolution solution = solve(standing, standingSolver, round);
        for (int outlet = 0; outlet < outlets; outlet++) {
            handOut(standing, outlet, firstOffer[outlet], solution, round, allocation);
        }
    }

    private void solveAlone(Round round, int offering, Allocation allocation) {
        int[] offeringOutlets = new int[offering];
        int size = 0;
        for (int offer = 0; offer < round.size(); offer++) {
            if (firstOffer[round.outlet(offer)] == offer) {
                offeringOutlets[size++] = round.outlet(offer);
            }
        }
        RoundNetwork network = new RoundNetwork(arcs, offeringOutlets, RoundNetwork.Opening.WIDE, inlets, outlook);
        network.price(costs);
        for (int source = 0; source < size; source++) {
            network.offer(source, offered(round, offeringOutlets[source]));
        }
        FlowSolution solution = solve(network, new NetworkSimplex(), round);
        for (int source = 0; source < size; source++) {
            handOut(network, source, firstOffer[offeringOutlets[source]], solution, round, allocation);
        }
    }

    private void solveOfferByOffer(Round round, Allocation allocation) {
        int[] outletOfOffer = new int[round.size()];
        Arrays.setAll(outletOfOffer, round::outlet);
        RoundNetwork network = new RoundNetwork(arcs, outletOfOffer, round::most, inlets, outlook);
        network.price(costs);
        for (int offer = 0; offer < round.size(); offer++) {
            network.offer(offer, round.grams(offer));
            nextOffer[offer] = NONE;
        }
        FlowSolution solution = solve(network, new NetworkSimplex(), round);
        for (int offer = 0; offer < round.size(); offer++) {
            handOut(network, offer, offer, solution, round, allocation);
        }
    }

    private static FlowSolution solve(RoundNetwork network, FlowSolver solver, Round round) {
        network.close(round);
        FlowSolution solution = solver.solve(network.problem());
        if (!solution.isOptimal()) {
            throw new IllegalStateException("a round has no optimum: it is " + solution.status());
        }
        return solution;
    }

    private long offered(Round round, int outlet) {
        long sum = 0;
        for (int offer = firstOffer[outlet]; offer != NONE; offer = nextOffer[offer]) {
            sum += round.grams(offer);
        }
        return sum;
    }

    /** Hands the flows of a source out to its offers, the first first. */
    private void handOut(
            RoundNetwork network, int source, int from, FlowSolution solution, Round round, Allocation allocation) {
        long supply = network.problem().supply(source);
        int offer = from;
        leftOfOffer = offer == NONE ? 0 : round.grams(offer);
        for (int arc = network.first(source); offer != NONE && arc < network.end(source); arc++) {
            int exchangeArc = network.exchangeArc(arc);
            long flow = solution.flow(arc);
            if (flow > 0) {
                flow = Math.min(flow, round.most(offer, exchangeArc));
            }
            if (flow > 0 && (flow == supply || flow >= round.least(arcs.inlet(exchangeArc)))) {
                offer = draw(offer, flow, exchangeArc, round, allocation);
            }
        }
    }

    /** Draws a flow from a chain of offers; tells the offer at which the next flow goes on. */
    private int draw(int first, long flow, int exchangeArc, Round round, Allocation allocation) {
        int offer = first;
        long wanted = flow;
        while (wanted > 0) {
            if (leftOfOffer == 0) {
                offer = nextOffer[offer];
                leftOfOffer = round.grams(offer);
            }
            long part = Math.min(wanted, leftOfOffer);
            round.take(offer, exchangeArc, arcs.inlet(exchangeArc), part);
            allocation.add(offer, exchangeArc, part);
            wanted -= part;
            leftOfOffer -= part;
        }
        return offer;
    }
}
