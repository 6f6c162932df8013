package org.circlab.exchange;

import static org.circlab.exchange.Basis.AT_LOWER;
import static org.circlab.exchange.Basis.AT_UPPER;

/** Improves a strongly feasible basis until it is optimal. */
final class PrimalPivots {

    private static final int LEAST_BLOCK = 20;

    private final Basis basis;

    private int nextScanned;
    private long pivots;
    private int entering;

    // The cycle of the pivot at hand.
    private int join;
    private int first;
    private int second;
    private long pushed;
    private int leavingNode;
    private boolean leavesOnFirst;

    PrimalPivots(Basis basis) {
        this.basis = basis;
    }

    /** False if costs fall without limit. */
    boolean improve() {
        pivots = 0;
        while (findEntering()) {
            pivots++;
            findLeaving();
            if (pushed == FlowProblem.UNLIMITED) {
                return false;
            }
            basis.push(entering, first, second, join, pushed);
            pivot();
        }
        return true;
    }

    /** How many pivots that took. */
    long pivots() {
        return pivots;
    }

    /** Finds the arc of a block whose flow should change most urgently; false if there is none in all blocks. */
    private boolean findEntering() {
        int arcs = basis.arcs;
        int block = Math.max(LEAST_BLOCK, (int) Math.sqrt(arcs));
        long best = 0;
        int left = block;
        int place = nextScanned;
        for (int unseen = arcs; unseen > 0; ) {
            int end = Math.min(place + Math.min(left, unseen), arcs);
            best = mostUrgent(place, end, best);
            unseen -= end - place;
            left -= end - place;
            place = end == arcs ? 0 : end;
            if (left == 0) {
                if (best < 0) {
                    nextScanned = place;
                    return true;
                }
                left = block;
            }
        }
        return best < 0;
    }

    /** What the most urgent change among arcs at some places would cost a unit, if that is less than {@code limit}, the limit else. */
    private long mostUrgent(int begin, int end, long limit) {
        int[] from = basis.from;
        int[] to = basis.to;
        byte[] state = basis.state;
        long[] cost = basis.cost;
        long[] potential = basis.potential;
        long best = limit;
        int found = entering;
        for (int place = begin; place < end; place++) {
            long violation = state[place] * (cost[place] + potential[from[place]] - potential[to[place]]);
            if (violation < best) {
                best = violation;
                found = place;
            }
        }
        entering = found;
        return best;
    }

    /**
     * Finds how much can be pushed round the cycle of the entering arc, and the last arc on it, in the direction of the flow and
     * from the join on, that allows no more; so the basis stays strongly feasible.
     */
    private void findLeaving() {
        SpanningTree tree = basis.tree;
        boolean forward = basis.state[entering] == AT_LOWER;
        first = forward ? basis.from[entering] : basis.to[entering];
        second = forward ? basis.to[entering] : basis.from[entering];
        join = tree.join(first, second);
        pushed = basis.capacity[entering];
        leavingNode = SpanningTree.NONE;
        for (int node = first; node != join; node = tree.parent[node]) {
            long room = tree.upward[node] ? basis.flow[tree.arc[node]] : basis.room(tree.arc[node]);
            if (room < pushed) {
                pushed = room;
                leavingNode = node;
                leavesOnFirst = true;
            }
        }
        for (int node = second; node != join; node = tree.parent[node]) {
            long room = tree.upward[node] ? basis.room(tree.arc[node]) : basis.flow[tree.arc[node]];
            if (room <= pushed && room != FlowProblem.UNLIMITED) {
                pushed = room;
                leavingNode = node;
                leavesOnFirst = false;
            }
        }
    }

    private void pivot() {
        if (leavingNode == SpanningTree.NONE) {
            basis.rest(entering, (byte) -basis.state[entering]);
            return;
        }
        byte rest = basis.flow[basis.tree.arc[leavingNode]] == 0 ? AT_LOWER : AT_UPPER;
        basis.exchange(leavingNode, rest, entering, leavesOnFirst ? first : second, leavesOnFirst ? second : first);
    }
}
