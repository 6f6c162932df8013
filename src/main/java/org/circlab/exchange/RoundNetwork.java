package org.circlab.exchange;

import java.util.Arrays;
import java.util.BitSet;
import org.circlab.network.Arcs;

/**
 * Rounds as a flow problem. What sources offer flows along arcs to inlets and out of the network at the end of them, as far as
 * there is room; or to where nobody takes it. With an outlook, the rounds to come follow one after the other: what can be kept
 * flows from a round to the next, and what an inlet takes late may use room that it had before.
 *
 * <p>A source is an outlet, or one offer of it that may not go everywhere its outlet can.
 */
final class RoundNetwork {

    /** How much of a source may use an arc of its outlet in the round at hand. */
    @FunctionalInterface
    interface Opening {

        /** All of every source. */
        Opening WIDE = (source, arc) -> FlowProblem.UNLIMITED;

        /** In grams; {@link FlowProblem#UNLIMITED} for all. */
        long mostGrams(int source, int arc);
    }

    private static final int NONE = -1;

    private final Arcs arcs;
    private final int[] sources;
    private final Outlook outlook;
    private final FlowProblem problem;
    private final int[] inlets;
    private final int[] inletNode;
    private final int sink;
    /** By arc of the problem: the arc of the exchange, or where its cost comes from. */
    private int[] origin = new int[16];
    /** By source: its first arc in this round; its last one leads to where nobody takes it. */
    private final int[] first;

    /** By round and inlet: the arc that takes up its room, and the arc back to the room that it had a round before. */
    private final int[] roomArc;

    private final int[] savedArc;
    /** By source: whether it is the first of its outlet, which offers what the outlet will offer later. */
    private final boolean[] leads;

    /**
     * A network without mass.
     *
     * @param sources the outlet of each source
     * @param opening which arcs sources may use in the round at hand
     * @param inletCount how many inlets arcs lead to
     */
    RoundNetwork(Arcs arcs, int[] sources, Opening opening, int inletCount, Outlook outlook) {
        this.arcs = arcs;
        this.sources = sources;
        this.outlook = outlook;
        this.inletNode = new int[inletCount];
        this.inlets = reached();
        int nodesOfARound = sources.length + inlets.length;
        this.sink = nodesOfARound * (outlook.rounds() + 1);
        this.problem = new FlowProblem(sink + 1);
        this.first = new int[sources.length + 1];
        this.roomArc = new int[inlets.length * (outlook.rounds() + 1)];
        this.savedArc = roomArc.clone();
        this.leads = leads(sources);
        for (int source = 0; source < sources.length; source++) {
            first[source] = problem.arcs();
            addArcs(source, 0, opening);
        }
        first[sources.length] = problem.arcs();
        addRoom(0);
        for (int ahead = 1; ahead <= outlook.rounds(); ahead++) {
            addRoundAhead(ahead);
        }
    }

    private int[] reached() {
        Arrays.fill(inletNode, NONE);
        int[] found = new int[inletNode.length];
        int size = 0;
        for (int outlet : sources) {
            for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
                if (inletNode[arcs.inlet(arc)] == NONE) {
                    inletNode[arcs.inlet(arc)] = size;
                    found[size++] = arcs.inlet(arc);
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static boolean[] leads(int[] sources) {
        BitSet met = new BitSet();
        boolean[] leads = new boolean[sources.length];
        for (int source = 0; source < sources.length; source++) {
            leads[source] = !met.get(sources[source]);
            met.set(sources[source]);
        }
        return leads;
    }

    private int node(int source, int ahead) {
        return ahead * (sources.length + inlets.length) + source;
    }

    private int nodeOfInlet(int number, int ahead) {
        return node(sources.length + number, ahead);
    }

    private void addArcs(int source, int ahead, Opening opening) {
        int outlet = sources[source];
        for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
            long most = opening.mostGrams(source, arc);
            if (most > 0) {
                connect(node(source, ahead), nodeOfInlet(inletNode[arcs.inlet(arc)], ahead), most, arc);
            }
        }
        connect(node(source, ahead), sink, FlowProblem.UNLIMITED, NONE);
    }

    private int connect(int from, int to, long capacity, int exchangeArc) {
        int number = problem.addArc(from, to, capacity, 0);
        if (number == origin.length) {
            origin = Arrays.copyOf(origin, 2 * number);
        }
        origin[number] = exchangeArc;
        return number;
    }

    private void addRoom(int ahead) {
        for (int number = 0; number < inlets.length; number++) {
            roomArc[ahead * inlets.length + number] = connect(nodeOfInlet(number, ahead), sink, 0, NONE);
        }
    }

    private void addRoundAhead(int ahead) {
        for (int source = 0; source < sources.length; source++) {
            long kept = outlook.keptGrams(sources[source]);
            if (kept > 0) {
                connect(node(source, ahead - 1), node(source, ahead), kept, NONE);
            }
            addArcs(
                    source,
                    ahead,
                    (at, arc) -> outlook.mayGo(sources[at], arcs.inlet(arc)) ? FlowProblem.UNLIMITED : 0);
        }
        addRoom(ahead);
        for (int number = 0; number < inlets.length; number++) {
            savedArc[ahead * inlets.length + number] =
                    connect(nodeOfInlet(number, ahead), nodeOfInlet(number, ahead - 1), 0, NONE);
        }
    }

    /** Takes over costs. Where they tie, mass is matched rather than not, and now rather than later. */
    void price(ArcCosts costs) {
        int nodesOfARound = sources.length + inlets.length;
        int finer = outlook.rounds() + 2;
        for (int arc = 0; arc < problem.arcs(); arc++) {
            int ahead = problem.from(arc) / nodesOfARound;
            int within = problem.from(arc) % nodesOfARound;
            if (origin[arc] != NONE) {
                problem.setCost(arc, finer * costs.matched(origin[arc]) + ahead);
            } else if (within < sources.length && problem.to(arc) == sink) {
                problem.setCost(arc, finer * costs.unmatched(sources[within]) + finer - 1);
            }
        }
    }

    /** Sets what a source offers in the round at hand. */
    void offer(int source, long grams) {
        problem.setSupply(source, grams);
    }

    /** Takes over the room of a round, and closes the balance of what is offered. */
    void close(Round round) {
        long supply = 0;
        for (int source = 0; source < sources.length; source++) {
            supply = Math.addExact(supply, problem.supply(source));
        }
        for (int ahead = 1; ahead <= outlook.rounds(); ahead++) {
            for (int source = 0; source < sources.length; source++) {
                long grams = !leads[source] ? 0 : outlook.offeredGrams(sources[source], ahead);
                problem.setSupply(node(source, ahead), grams);
                supply = Math.addExact(supply, grams);
            }
        }
        for (int number = 0; number < inlets.length; number++) {
            problem.setCapacity(roomArc[number], Math.max(0, round.room(inlets[number])));
        }
        for (int ahead = 1; ahead <= outlook.rounds(); ahead++) {
            for (int number = 0; number < inlets.length; number++) {
                int place = ahead * inlets.length + number;
                problem.setCapacity(roomArc[place], outlook.freedGrams(inlets[number], ahead));
                problem.setCapacity(savedArc[place], outlook.savedGrams(inlets[number]));
            }
        }
        problem.setSupply(sink, -supply);
    }

    FlowProblem problem() {
        return problem;
    }

    /** The first arc of the problem by which a source is matched in this round. */
    int first(int source) {
        return first[source];
    }

    /** After the last arc of the problem by which a source is matched in this round. */
    int end(int source) {
        return first[source + 1] - 1;
    }

    /** The arc of the exchange behind an arc of the problem by which a source is matched. */
    int exchangeArc(int arc) {
        return origin[arc];
    }
}
