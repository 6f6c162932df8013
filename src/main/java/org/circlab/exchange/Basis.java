package org.circlab.exchange;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The basis of a network simplex: a spanning tree of arcs whose flow may be anything, while all others rest at one of their
 * bounds, with the flows and the potentials that follow from it. Nodes have numbers of their own, see {@link NodeOrder}. Behind the arcs of the problem stands an artificial one for each
 * node, to the root or from it, without limit and so dear that none is used if it can be helped.
 *
 * <p>Arcs have places: those of one node, which are mostly added together, are kept far apart, so that a block of places has arcs
 * of many nodes.
 */
final class Basis {

    static final byte AT_LOWER = 1;
    static final byte IN_TREE = 0;
    static final byte AT_UPPER = -1;

    final int nodes;
    /** Which number a node of the problem has here. */
    final int[] number;
    /** The number of the problem's arcs; the artificial arc of a node is at this place and as many further as its number says. */
    final int arcs;

    final int[] from;
    final int[] to;
    final long[] cost;
    final long[] capacity;
    final long[] flow;
    final byte[] state;
    final long[] potential;
    /** By number here. */
    final long[] supply;

    SpanningTree tree;

    /** Whether some arc may rest at its upper bound: else only arcs of the tree have a flow. */
    private boolean isAnyFull;

    private final int stride;
    /** An arc's number is so many times its place, modulo the number of arcs. */
    private final long unstride;

    /** The nodes and arcs of a problem; costs, capacities and the tree are yet to be told. */
    Basis(FlowProblem problem) {
        nodes = problem.nodes();
        number = NodeOrder.places(problem);
        arcs = problem.arcs();
        stride = stride(arcs);
        unstride = arcs == 0
                ? 0
                : BigInteger.valueOf(stride)
                        .modInverse(BigInteger.valueOf(arcs))
                        .longValueExact();
        int all = arcs + nodes;
        from = new int[all];
        to = new int[all];
        cost = new long[all];
        capacity = new long[all];
        flow = new long[all];
        state = new byte[all];
        potential = new long[nodes + 1];
        supply = new long[nodes];
        tree = new SpanningTree(nodes + 1);
        for (int arc = 0, place = 0; arc < arcs; arc++, place = placeAfter(place)) {
            from[place] = number[problem.from(arc)];
            to[place] = number[problem.to(arc)];
        }
    }

    /** A step that leads through all numbers below {@code size} without repetition and far apart. */
    private static int stride(int size) {
        int step = Math.max(1, (int) (size * 0.618));
        while (BigInteger.valueOf(step)
                        .gcd(BigInteger.valueOf(Math.max(1, size)))
                        .intValue()
                != 1) {
            step++;
        }
        return step;
    }

    /** The place of the arc that was added next after the one at a place. */
    private int placeAfter(int place) {
        int after = place - arcs + stride;
        return after < 0 ? after + arcs : after;
    }

    void copySupplies(FlowProblem problem) {
        for (int node = 0; node < nodes; node++) {
            supply[number[node]] = problem.supply(node);
        }
    }

    void copyCostsAndCapacities(FlowProblem problem) {
        long most = 0;
        for (int arc = 0, place = 0; arc < arcs; arc++, place = placeAfter(place)) {
            cost[place] = problem.cost(arc);
            capacity[place] = problem.capacity(arc);
            most = Math.max(most, Math.abs(problem.cost(arc)));
        }
        Arrays.fill(cost, arcs, arcs + nodes, (most + 1) * (nodes + 1));
        Arrays.fill(capacity, arcs, arcs + nodes, FlowProblem.UNLIMITED);
    }

    /** Lets a node that hangs from the root send its excess there, or have what it lacks from there. */
    void setArtificial(int node, long excess) {
        int arc = arcs + node;
        boolean upward = excess >= 0;
        from[arc] = upward ? node : nodes;
        to[arc] = upward ? nodes : node;
        flow[arc] = Math.absExact(excess);
        state[arc] = IN_TREE;
        tree.setArc(node, arc, upward);
        potential[node] = potential[nodes] + (upward ? -cost[arc] : cost[arc]);
    }

    void renewPotentials() {
        for (int node = tree.next[tree.root]; node != tree.root; node = tree.next[node]) {
            long step = cost[tree.arc[node]];
            potential[node] = potential[tree.parent[node]] + (tree.upward[node] ? -step : step);
        }
    }

    /** What a unit more along an arc would cost, all that follows in the tree included. */
    long reducedCost(int arc) {
        return cost[arc] + potential[from[arc]] - potential[to[arc]];
    }

    /** How much more an arc can carry; {@link FlowProblem#UNLIMITED} without limit. */
    long room(int arc) {
        return capacity[arc] == FlowProblem.UNLIMITED ? FlowProblem.UNLIMITED : capacity[arc] - flow[arc];
    }

    /**
     * Whether the arc above a node may carry so much in a strongly feasible basis: more could then always be sent to the root.
     */
    boolean isStronglyFeasible(int node, long carried) {
        long limit = capacity[tree.arc[node]];
        return tree.upward[node]
                ? carried >= 0 && (carried < limit || limit == FlowProblem.UNLIMITED)
                : carried > 0 && carried <= limit;
    }

    /** Lets an arc rest at a bound. */
    void rest(int arc, byte bound) {
        state[arc] = bound;
        isAnyFull |= bound == AT_UPPER;
    }

    /** Whether some arc may rest at its upper bound; if not, none does. */
    boolean isAnyFull() {
        return isAnyFull;
    }

    /** Has no arc rest at its upper bound, as yet. */
    void restAllAtLower() {
        Arrays.fill(state, AT_LOWER);
        Arrays.fill(flow, 0);
        isAnyFull = false;
    }

    /** Sends an amount from {@code origin} along an arc at a bound, or against it, and back in the tree from its other end. */
    void push(int entering, int origin, int target, int join, long amount) {
        if (amount == 0) {
            return;
        }
        add(entering, state[entering] * amount);
        for (int node = origin; node != join; node = tree.parent[node]) {
            add(tree.arc[node], tree.upward[node] ? -amount : amount);
        }
        for (int node = target; node != join; node = tree.parent[node]) {
            add(tree.arc[node], tree.upward[node] ? amount : -amount);
        }
    }

    private void add(int arc, long amount) {
        flow[arc] = Math.addExact(flow[arc], amount);
    }

    /**
     * Replaces the arc above a node by another one.
     *
     * @param top the node, whose arc then rests at the bound {@code rest}
     * @param moved the end of the entering arc that is in the part below the node
     * @param under its other end
     */
    void exchange(int top, byte rest, int entering, int moved, int under) {
        rest(tree.arc[top], rest);
        state[entering] = IN_TREE;
        boolean upward = from[entering] == moved;
        long reduced = reducedCost(entering);
        tree.move(top, moved, under, entering, upward);
        shiftPotentials(moved, upward ? -reduced : reduced);
    }

    /**
     * Makes the part below a node differ from the rest by so much more. Only differences matter, so the smaller of the two is
     * changed; these changes may add up beyond 64 bits, but differences, which do not, come out right all the same.
     */
    private void shiftPotentials(int top, long change) {
        int[] next = tree.next;
        boolean partIsSmaller = tree.size(top) <= nodes / 2;
        int begin = partIsSmaller ? top : tree.after(top);
        int end = partIsSmaller ? tree.after(top) : top;
        long step = partIsSmaller ? change : -change;
        for (int node = begin; node != end; node = next[node]) {
            potential[node] += step;
        }
    }

    /** The flows in the order of the problem's arcs. Those at their lower bound, most of them, are not looked up. */
    long[] flows() {
        long[] flows = new long[arcs];
        for (int node = 0; node < nodes; node++) {
            tell(tree.arc[node], flows);
        }
        if (isAnyFull) {
            for (int place = 0; place < arcs; place++) {
                if (state[place] == AT_UPPER) {
                    tell(place, flows);
                }
            }
        }
        return flows;
    }

    private void tell(int place, long[] flows) {
        if (place < arcs) {
            flows[(int) (place * unstride % arcs)] = flow[place];
        }
    }
}
