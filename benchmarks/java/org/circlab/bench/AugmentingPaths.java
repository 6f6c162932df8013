package org.circlab.bench;

import java.util.Arrays;
import org.circlab.exchange.FlowProblem;
import org.circlab.exchange.FlowSolution;

/**
 * Re-optimises a flow of least cost after supplies have changed by successive shortest paths on reduced costs, with the flow and
 * the potentials of the last optimum (R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows, 1993, chapters 9.7 and 9.11): what
 * the network simplex's warm start is measured against. Paths into a lack are searched backwards. Exact in 64-bit arithmetic.
 */
final class AugmentingPaths {

    /** Where a search begins and ends. */
    enum Begin {
        /** At one unbalanced node after the other, in the order of their numbers; ends at the nearest that can help. */
        EACH,
        /** At the most unbalanced node; ends when all of that has found its counterpart. */
        MOST
    }

    private static final int NONE = -1;
    private static final long UNREACHED = Long.MAX_VALUE;

    private final FlowProblem problem;
    private final int nodes;
    private final long[] excess;
    private final long[] potential;
    private final long[] flow;
    private final long[] capacity;

    // The arcs at each node, those out of it and those into it, lie side by side from one start to the next.
    private final int[] start;
    private final int[] arcAt;
    private final int[] endAt;
    private final boolean[] outAt;
    /** Cost of going along the arc: negative for one into the node. */
    private final long[] costAt;

    // The search at hand.
    private final long[] distance;
    private final int[] reachedBy;
    private final int[] before;
    private final int[] reached;
    private int reachedCount;
    private final int[] ends;
    private int endCount;
    private final DistanceHeap heap;

    /** Keeps an optimum of a problem; the problem's supplies may then change. */
    AugmentingPaths(FlowProblem problem, FlowSolution optimum) {
        this.problem = problem;
        nodes = problem.nodes();
        int arcs = problem.arcs();
        excess = new long[nodes];
        potential = new long[nodes];
        Arrays.setAll(potential, optimum::potential);
        flow = new long[arcs];
        Arrays.setAll(flow, optimum::flow);
        capacity = new long[arcs];
        Arrays.setAll(capacity, problem::capacity);
        start = new int[nodes + 1];
        arcAt = new int[2 * arcs];
        endAt = new int[2 * arcs];
        outAt = new boolean[2 * arcs];
        costAt = new long[2 * arcs];
        distance = new long[nodes];
        Arrays.fill(distance, UNREACHED);
        reachedBy = new int[nodes];
        before = new int[nodes];
        reached = new int[nodes];
        ends = new int[nodes];
        heap = new DistanceHeap(distance);
        placeArcs();
        for (int node = 0; node < nodes; node++) {
            excess[node] = -problem.supply(node);
        }
    }

    private void placeArcs() {
        int arcs = problem.arcs();
        for (int arc = 0; arc < arcs; arc++) {
            start[problem.from(arc)]++;
            start[problem.to(arc)]++;
        }
        for (int node = 0, sum = 0; node <= nodes; node++) {
            sum += start[node];
            start[node] = sum;
        }
        for (int arc = arcs - 1; arc >= 0; arc--) {
            place(arc, --start[problem.from(arc)], problem.to(arc), true);
            place(arc, --start[problem.to(arc)], problem.from(arc), false);
        }
    }

    private void place(int arc, int place, int end, boolean out) {
        arcAt[place] = arc;
        endAt[place] = end;
        outAt[place] = out;
        costAt[place] = out ? problem.cost(arc) : -problem.cost(arc);
    }

    /** The flow of each arc, of least cost for the supplies that the problem has now. To be asked once. */
    long[] solve(Begin begin) {
        for (int node = 0; node < nodes; node++) {
            excess[node] += problem.supply(node);
        }
        for (int node = next(begin, 0); node != NONE; node = next(begin, node)) {
            augment(begin, node, excess[node] > 0 ? 1 : -1);
        }
        return flow.clone();
    }

    /** The unbalanced node to begin at; all before {@code from} are balanced, if searches begin at EACH. */
    private int next(Begin begin, int from) {
        int most = NONE;
        for (int node = begin == Begin.EACH ? from : 0; node < nodes; node++) {
            if (excess[node] != 0 && begin == Begin.EACH) {
                return node;
            }
            if (excess[node] != 0 && (most == NONE || Math.abs(excess[node]) > Math.abs(excess[most]))) {
                most = node;
            }
        }
        return most;
    }

    private void augment(Begin begin, int node, int direction) {
        reach(node, 0, NONE, NONE);
        search(direction, begin == Begin.EACH ? 1 : Math.abs(excess[node]));
        long far = distance[ends[endCount - 1]];
        for (int i = 0; i < reachedCount; i++) {
            int at = reached[i];
            if (distance[at] < far) {
                potential[at] += direction * (distance[at] - far);
            }
            distance[at] = UNREACHED;
        }
        for (int i = 0; i < endCount; i++) {
            push(ends[i], direction);
        }
        reachedCount = 0;
        endCount = 0;
        heap.clear();
    }

    /** Finds nodes that lack what the search begins with, the nearest first, until they lack so much; backwards, that have it. */
    private void search(int direction, long sought) {
        long found = 0;
        while (!heap.isEmpty()) {
            int node = heap.removeNearest();
            if (direction * excess[node] < 0) {
                ends[endCount++] = node;
                found += Math.abs(excess[node]);
                if (found >= sought) {
                    return;
                }
            }
            scan(node, direction);
        }
        if (endCount == 0) {
            throw new IllegalArgumentException("no flow meets supplies and demands within the capacities");
        }
    }

    private void scan(int node, int direction) {
        long far = distance[node];
        for (int place = start[node]; place < start[node + 1]; place++) {
            int end = endAt[place];
            if (far < distance[end] && room(place, direction) > 0) {
                long reduced = direction * (costAt[place] + potential[node] - potential[end]);
                if (far + reduced < distance[end]) {
                    reach(end, far + reduced, place, node);
                }
            }
        }
    }

    private void reach(int node, long far, int place, int from) {
        boolean isNew = distance[node] == UNREACHED;
        distance[node] = far;
        reachedBy[node] = place;
        before[node] = from;
        if (isNew) {
            reached[reachedCount++] = node;
            heap.add(node);
        } else {
            heap.comeNearer(node);
        }
    }

    private long room(int place, int direction) {
        int arc = arcAt[place];
        if (outAt[place] != direction > 0) {
            return flow[arc];
        }
        return capacity[arc] == FlowProblem.UNLIMITED ? FlowProblem.UNLIMITED : capacity[arc] - flow[arc];
    }

    private void push(int end, int direction) {
        long most = Math.abs(excess[end]);
        int node = end;
        for (; reachedBy[node] != NONE; node = before[node]) {
            most = Math.min(most, room(reachedBy[node], direction));
        }
        most = Math.min(most, Math.abs(excess[node]));
        excess[node] -= direction * most;
        excess[end] += direction * most;
        for (int at = end; reachedBy[at] != NONE; at = before[at]) {
            int place = reachedBy[at];
            int arc = arcAt[place];
            flow[arc] = Math.addExact(flow[arc], outAt[place] == direction > 0 ? most : -most);
        }
    }
}
