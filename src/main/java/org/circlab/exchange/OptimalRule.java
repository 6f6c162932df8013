package org.circlab.exchange;

import java.util.Arrays;
import java.util.Optional;
import org.circlab.network.Arcs;

/**
 * Allocates so that the round as a whole costs least: a minimum-cost flow from all offers to all room, with the way that
 * unmatched mass takes as the alternative. Materials that share the room of an inlet compete for it. With an {@link Outlook}
 * the rounds to come are solved with it, by what is expected of them, and only the round at hand is carried out.
 *
 * <p>What would bring an inlet less than is worth a journey from an outlet does not go there, unless it is all there is, or all that is
 * left of an offer that is used up. Where the flow has such parts they are put together again and go where together they are worth
 * a journey, or stay; then {@link Loads} looks for something better. Within an outlet, the first offers go first, to its inlets in
 * their order. Offers must be divisible.
 *
 * <p>Where any inlet of the lab blends, so that what it may take of one offer depends on the others, the round is, where such ways
 * are offered, no flow but a linear programme. With an outlook, or where that programme were too large, it is solved as a flow with
 * what the mix bears beforehand, and cut to what is then still admitted. In none of these cases anything better is looked for
 * afterwards: what parts that are not worth a journey cost may then be more than another rule loses.
 */
public final class OptimalRule implements AllocationRule {

    /** Where fewer than one outlet in so many offers, a round is solved by itself and not from the basis of the last one. */
    private static final int FEW = 4;

    /** How often a blended round is solved, each time without the ways of which nothing was left in whole journeys. */
    private static final int ATTEMPTS = 4;

    private final Arcs arcs;
    private final int outlets;
    private final int inlets;
    private final Outlook outlook;
    private final RoundNetwork standing;
    private final FlowSolver standingSolver = new NetworkSimplex();
    private final int[] firstOffer;
    private final int[] lastOffer;
    private final Leftovers leftovers;
    private final Loads loads;
    private int[] nextOffer = new int[16];
    private ArcCosts costs;

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
        this.leftovers = new Leftovers(arcs);
        this.loads = new Loads(arcs, outlets, inlets);
        this.firstOffer = new int[outlets];
        this.lastOffer = new int[outlets];
        Arrays.fill(firstOffer, OfferChain.NONE);
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
        if (outlook.rounds() > 0 || round.changes()) {
            if (outlook.rounds() > 0 || !solvesBlended(round, allocation)) {
                solveAsNetwork(round, offering, allocation);
            }
            leftovers.send(costs, round, allocation);
        } else {
            sketch(round, offering, allocation);
        }
        for (int offer = 0; offer < round.size(); offer++) {
            firstOffer[round.outlet(offer)] = OfferChain.NONE;
        }
    }

    /** Solves a round for itself in which what is admitted does not depend on what is taken, and carries out the best that is found. */
    private void sketch(Round round, int offering, Allocation allocation) {
        Round sketch = round.sketch();
        solveAsNetwork(sketch, offering, allocation);
        if (leftovers.send(costs, sketch, allocation)) {
            loads.improve(round, costs, allocation);
        }
        for (int part = 0; part < allocation.size(); part++) {
            int arc = allocation.arc(part);
            round.take(allocation.offer(part), arc, arcs.inlet(arc), allocation.grams(part));
        }
    }

    private void solveAsNetwork(Round round, int offering, Allocation allocation) {
        if (round.isGated()) {
            solveOfferByOffer(round, allocation);
        } else if (outlook.rounds() == 0 && offering * FEW < outlets) {
            solveAlone(round, offering, allocation);
        } else {
            solveStanding(round, allocation);
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
            nextOffer[offer] = OfferChain.NONE;
            if (firstOffer[outlet] == OfferChain.NONE) {
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
            nextOffer[offer] = OfferChain.NONE;
        }
        FlowSolution solution = solve(network, new NetworkSimplex(), round);
        for (int offer = 0; offer < round.size(); offer++) {
            handOut(network, offer, offer, solution, round, allocation);
        }
    }

    /** Solves a round in which what an offer may send depends on another, which is no flow; false for any other round. */
    private boolean solvesBlended(Round round, Allocation allocation) {
        Round.Blend blend = round.blend();
        BlendedRound blended = blend == null ? null : new BlendedRound(arcs, round, blend, outlets, inlets);
        if (blended == null || !blended.isMoreThanANetwork()) {
            return false;
        }
        blended.price(costs);
        Trimming best = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<double[]> solved = new BlendProgramme(blended, inlets).solve();
            if (solved.isEmpty()) {
                break;
            }
            Trimming trimmed = new Trimming(blended, round, solved.get());
            best = best == null || trimmed.gain() > best.gain() ? trimmed : best;
            if (trimmed.dropped().isEmpty()) {
                break;
            }
            blended.leaveOut(trimmed.dropped());
        }
        if (best != null) {
            handOut(blended, best, round, allocation);
        }
        return best != null;
    }

    /** Hands out what the ways of a blended round take; the rest may go where it gains, as far as the mix then bears it. */
    private void handOut(BlendedRound blended, Trimming trimmed, Round round, Allocation allocation) {
        int way = 0;
        for (int number = 0; number < blended.sources().size(); number++) {
            BlendedRound.Source source = blended.sources().get(number);
            OfferChain chain = blended.chain(source);
            long left = source.grams();
            for (; way < trimmed.ways().size() && trimmed.ways().get(way).source() == number; way++) {
                if (trimmed.grams(way) > 0) {
                    BlendedRound.Way taken = trimmed.ways().get(way);
                    chain.draw(trimmed.grams(way), taken.arc(), taken.inlet(), round, allocation);
                    left -= trimmed.grams(way);
                }
            }
            leftovers.add(chain, source.outlet(), source.grams(), left, left);
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
        for (int offer = firstOffer[outlet]; offer != OfferChain.NONE; offer = nextOffer[offer]) {
            sum += round.grams(offer);
        }
        return sum;
    }

    /** Hands the flows of a source out to its offers, the first first; takes note of what is not worth its journey. */
    private void handOut(
            RoundNetwork network, int source, int from, FlowSolution solution, Round round, Allocation allocation) {
        if (from == OfferChain.NONE) {
            return;
        }
        long supply = network.problem().supply(source);
        long drawn = 0;
        long refused = 0;
        OfferChain chain = new OfferChain(nextOffer, from, round);
        for (int arc = network.first(source); arc < network.end(source); arc++) {
            int exchangeArc = network.exchangeArc(arc);
            int inlet = arcs.inlet(exchangeArc);
            long flow = solution.flow(arc);
            if (flow > 0) {
                flow = Math.min(flow, round.most(chain.offer(), exchangeArc));
            }
            if (flow > 0 && (flow == supply || flow >= round.least(inlet))) {
                chain.draw(flow, exchangeArc, inlet, round, allocation);
                drawn += flow;
            } else {
                refused += flow;
            }
        }
        leftovers.add(chain, round.outlet(from), supply, refused, outlook.rounds() == 0 ? supply - drawn : refused);
    }
}
