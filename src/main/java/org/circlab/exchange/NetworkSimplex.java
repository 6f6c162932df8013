package org.circlab.exchange;

import java.math.BigInteger;
import java.util.Arrays;
import org.circlab.exchange.FlowSolution.Status;
import org.jspecify.annotations.Nullable;

/**
 * The primal network simplex method on strongly feasible bases, which cannot cycle (W. H. Cunningham, A network simplex method,
 * Mathematical Programming 11, 1976), with block search for entering arcs (M. D. Grigoriadis, An efficient implementation of
 * the network simplex method, Mathematical Programming Study 26, 1986). Exact in 64-bit arithmetic.
 *
 * <p>A solver remembers its last basis: the same problem object, with other supplies, costs or capacities but no new arcs, is
 * solved from there. Not for use by several threads.
 */
public final class NetworkSimplex implements FlowSolver {

    private static final byte AT_LOWER = 1;
    private static final byte IN_TREE = 0;
    private static final byte AT_UPPER = -1;

    private static final int LEAST_BLOCK = 20;

    private @Nullable FlowProblem problem;
    private int nodes;
    private int arcs;
    private int stride;
    /** The changes of the problem's arcs that costs and capacities here include. */
    private long arcChanges;

    private int[] from = {};
    private int[] to = {};
    private long[] cost = {};
    private long[] capacity = {};
    private long[] flow = {};
    private byte[] state = {};
    private long[] potential = {};
    private SpanningTree tree = new SpanningTree(1);

    private int nextScanned;
    private int entering;
    private long pivots;

    // The cycle of the pivot at hand.
    private int join;
    private int first;
    private int second;
    private long pushed;
    private int leavingNode;
    private boolean leavesOnFirst;

    /** How many pivots the last solution took, which tells how much a warm start has saved. */
    public long pivots() {
        return pivots;
    }

    @Override
    public FlowSolution solve(FlowProblem asked) {
        FlowLimits.requireSupplies(asked);
        boolean warm = asked == problem && asked.arcs() == arcs;
        if (!warm || asked.arcChanges() != arcChanges) {
            FlowLimits.requireCosts(asked);
            if (!warm) {
                copyStructure(asked);
            }
            copyCostsAndCapacities(asked);
            problem = asked;
            arcChanges = asked.arcChanges();
        }
        if (!warm || !repairBasis(asked)) {
            startBasis(asked);
        }
        try {
            return improve();
        } catch (ArithmeticException e) {
            problem = null;
            throw new IllegalArgumentException(
                    "more than 2^63 would flow along an arc without limit, since arcs of great capacity and negative cost"
                            + " fill up. Maybe a capacity was meant to be without limit?",
                    e);
        }
    }

    private FlowSolution improve() {
        pivots = 0;
        while (findEntering()) {
            pivots++;
            findLeaving();
            if (pushed == FlowProblem.UNLIMITED) {
                problem = null;
                return FlowSolution.none(Status.UNBOUNDED);
            }
            push();
            pivot();
        }
        return solution();
    }

    private void copyStructure(FlowProblem asked) {
        nodes = asked.nodes();
        arcs = asked.arcs();
        stride = stride(arcs);
        int all = arcs + nodes;
        from = new int[all];
        to = new int[all];
        cost = new long[all];
        capacity = new long[all];
        flow = new long[all];
        state = new byte[all];
        potential = new long[nodes + 1];
        nextScanned = 0;
        for (int arc = 0, place = 0; arc < arcs; arc++, place = placeAfter(place)) {
            from[place] = asked.from(arc);
            to[place] = asked.to(arc);
        }
    }

    /**
     * A step that leads through all numbers below {@code size} without repetition and far apart: arcs of one node, which are
     * mostly added together, are scanned apart.
     */
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

    private void copyCostsAndCapacities(FlowProblem asked) {
        long most = 0;
        for (int arc = 0, place = 0; arc < arcs; arc++, place = placeAfter(place)) {
            cost[place] = asked.cost(arc);
            capacity[place] = asked.capacity(arc);
            most = Math.max(most, Math.abs(asked.cost(arc)));
        }
        Arrays.fill(cost, arcs, arcs + nodes, (most + 1) * (nodes + 1));
        Arrays.fill(capacity, arcs, arcs + nodes, FlowProblem.UNLIMITED);
    }

    /** The basis of artificial arcs alone: each node sends its supply to the root, or has its demand from there. */
    private void startBasis(FlowProblem asked) {
        Arrays.fill(state, AT_LOWER);
        Arrays.fill(flow, 0);
        tree = new SpanningTree(nodes + 1);
        potential[nodes] = 0;
        for (int node = 0; node < nodes; node++) {
            setArtificial(node, asked.supply(node));
        }
        if (arcs > 0) {
            startFromHub(asked, hub());
            renewPotentials();
        }
    }

    /** The node with most arcs, such as a place for what is left over; the first of several. */
    private int hub() {
        int[] degree = new int[nodes];
        int best = 0;
        for (int arc = 0; arc < arcs; arc++) {
            degree[from[arc]]++;
            degree[to[arc]]++;
        }
        for (int node = 1; node < nodes; node++) {
            if (degree[node] > degree[best]) {
                best = node;
            }
        }
        return best;
    }

    /**
     * Lets nodes with an arc to the hub, or from it, that is wide enough for all of their supply or demand, use it rather than an
     * artificial one: a basis to begin with that takes fewer pivots, and as strongly feasible.
     */
    private void startFromHub(FlowProblem asked, int hub) {
        long excess = asked.supply(hub);
        for (int arc = 0; arc < arcs; arc++) {
            boolean upward = to[arc] == hub;
            int node = upward ? from[arc] : to[arc];
            if (node == hub || (!upward && from[arc] != hub) || tree.arc[node] < arcs) {
                continue;
            }
            long supply = asked.supply(node);
            long wanted = upward ? supply : -supply;
            if ((upward ? wanted >= 0 : wanted > 0) && wanted < capacity[arc]) {
                state[tree.arc[node]] = AT_LOWER;
                flow[tree.arc[node]] = 0;
                tree.move(node, node, hub, arc, upward);
                state[arc] = IN_TREE;
                flow[arc] = wanted;
                excess += supply;
            }
        }
        setArtificial(hub, excess);
    }

    /** Lets a node that hangs from the root send its excess there, or have what it lacks from there. */
    private void setArtificial(int node, long excess) {
        int arc = arcs + node;
        boolean upward = excess >= 0;
        from[arc] = upward ? node : nodes;
        to[arc] = upward ? nodes : node;
        flow[arc] = Math.absExact(excess);
        state[arc] = IN_TREE;
        tree.setArc(node, arc, upward);
        potential[node] = potential[nodes] + (upward ? -cost[arc] : cost[arc]);
    }

    /**
     * Keeps the tree of the last solution as far as it holds a strongly feasible flow for the new numbers. Where it does not, the
     * part below the arc at fault is hung from the root. False if flows become too large on the way.
     */
    private boolean repairBasis(FlowProblem asked) {
        long[] excess = new long[nodes + 1];
        for (int node = 0; node < nodes; node++) {
            excess[node] = asked.supply(node);
        }
        int[] order = new int[nodes];
        for (int i = 0, node = tree.next[tree.root]; i < nodes; i++, node = tree.next[node]) {
            order[i] = node;
        }
        try {
            for (int arc = 0; arc < arcs; arc++) {
                restAtBound(arc, excess);
            }
            for (int i = nodes - 1; i >= 0; i--) {
                settle(order[i], excess);
            }
        } catch (ArithmeticException e) {
            return false;
        }
        renewPotentials();
        return true;
    }

    /** Fills arcs at their upper bound again, if they still have one; those at their lower one have no flow. */
    private void restAtBound(int arc, long[] excess) {
        if (state[arc] != AT_UPPER) {
            return;
        }
        if (capacity[arc] == FlowProblem.UNLIMITED) {
            state[arc] = AT_LOWER;
            flow[arc] = 0;
            return;
        }
        flow[arc] = capacity[arc];
        excess[from[arc]] = Math.subtractExact(excess[from[arc]], flow[arc]);
        excess[to[arc]] = Math.addExact(excess[to[arc]], flow[arc]);
    }

    /** Sends what the part below a node has too much up its arc, or what it lacks down; the arc becomes full where it can't. */
    private void settle(int node, long[] excess) {
        int arc = tree.arc[node];
        if (arc >= arcs) {
            setArtificial(node, excess[node]);
            return;
        }
        boolean upward = tree.upward[node];
        long wanted = upward ? excess[node] : Math.negateExact(excess[node]);
        boolean unlimited = capacity[arc] == FlowProblem.UNLIMITED;
        boolean feasible = upward
                ? wanted >= 0 && (unlimited || wanted < capacity[arc])
                : wanted > 0 && (unlimited || wanted <= capacity[arc]);
        boolean full = !feasible && wanted > 0;
        flow[arc] = feasible ? wanted : full ? capacity[arc] : 0;
        long sent = upward ? flow[arc] : -flow[arc];
        int above = tree.parent[node];
        excess[above] = Math.addExact(excess[above], sent);
        if (!feasible) {
            state[arc] = full ? AT_UPPER : AT_LOWER;
            tree.move(node, node, tree.root, arcs + node, true);
            setArtificial(node, excess[node] - sent);
        }
    }

    private void renewPotentials() {
        for (int node = tree.next[tree.root]; node != tree.root; node = tree.next[node]) {
            long step = cost[tree.arc[node]];
            potential[node] = potential[tree.parent[node]] + (tree.upward[node] ? -step : step);
        }
    }

    /** Finds the arc of a block whose flow should change most urgently; false if there is none in all blocks. */
    private boolean findEntering() {
        int block = Math.max(LEAST_BLOCK, (int) Math.sqrt(arcs));
        int left = block;
        long best = 0;
        int place = nextScanned;
        for (int scanned = 0; scanned < arcs; scanned++) {
            long violation = state[place] * (cost[place] + potential[from[place]] - potential[to[place]]);
            if (violation < best) {
                best = violation;
                entering = place;
            }
            place = place + 1 == arcs ? 0 : place + 1;
            if (--left == 0) {
                if (best < 0) {
                    nextScanned = place;
                    return true;
                }
                left = block;
            }
        }
        return best < 0;
    }

    /**
     * Finds how much can be pushed round the cycle of the entering arc, and the last arc on it, in the direction of the flow and
     * from the join on, that allows no more; so the basis stays strongly feasible.
     */
    private void findLeaving() {
        boolean forward = state[entering] == AT_LOWER;
        first = forward ? from[entering] : to[entering];
        second = forward ? to[entering] : from[entering];
        join = tree.join(first, second);
        pushed = capacity[entering];
        leavingNode = SpanningTree.NONE;
        for (int node = first; node != join; node = tree.parent[node]) {
            long room = tree.upward[node] ? flow[tree.arc[node]] : roomOf(tree.arc[node]);
            if (room < pushed) {
                pushed = room;
                leavingNode = node;
                leavesOnFirst = true;
            }
        }
        for (int node = second; node != join; node = tree.parent[node]) {
            long room = tree.upward[node] ? roomOf(tree.arc[node]) : flow[tree.arc[node]];
            if (room <= pushed && room != FlowProblem.UNLIMITED) {
                pushed = room;
                leavingNode = node;
                leavesOnFirst = false;
            }
        }
    }

    private long roomOf(int arc) {
        return capacity[arc] == FlowProblem.UNLIMITED ? FlowProblem.UNLIMITED : capacity[arc] - flow[arc];
    }

    private void push() {
        if (pushed == 0) {
            return;
        }
        flow[entering] += state[entering] * pushed;
        for (int node = first; node != join; node = tree.parent[node]) {
            add(tree.arc[node], tree.upward[node] ? -pushed : pushed);
        }
        for (int node = second; node != join; node = tree.parent[node]) {
            add(tree.arc[node], tree.upward[node] ? pushed : -pushed);
        }
    }

    private void add(int arc, long amount) {
        flow[arc] = Math.addExact(flow[arc], amount);
    }

    private void pivot() {
        if (leavingNode == SpanningTree.NONE) {
            state[entering] = (byte) -state[entering];
            return;
        }
        int leaving = tree.arc[leavingNode];
        state[leaving] = flow[leaving] == 0 ? AT_LOWER : AT_UPPER;
        state[entering] = IN_TREE;
        int moved = leavesOnFirst ? first : second;
        int under = leavesOnFirst ? second : first;
        boolean upward = from[entering] == moved;
        long reduced = cost[entering] + potential[from[entering]] - potential[to[entering]];
        tree.move(leavingNode, moved, under, entering, upward);
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

    private FlowSolution solution() {
        for (int node = 0; node < nodes; node++) {
            if (flow[arcs + node] != 0) {
                return FlowSolution.none(Status.INFEASIBLE);
            }
        }
        long[] flows = new long[arcs];
        for (int arc = 0, place = 0; arc < arcs; arc++, place = placeAfter(place)) {
            if (state[place] != AT_LOWER) {
                flows[arc] = flow[place];
            }
        }
        long[] potentials = new long[nodes];
        Arrays.setAll(potentials, node -> potential[node] - potential[nodes]);
        return new FlowSolution(Status.OPTIMAL, flows, potentials);
    }
}
