package org.circlab.exchange;

import java.util.Arrays;

/**
 * A minimum-cost flow problem: nodes with supplies, and arcs with capacities and costs, all whole numbers. Flow leaves nodes of
 * positive supply and ends at nodes of negative supply. Supplies, costs and capacities may be changed between two solutions;
 * nodes and arcs are only ever added.
 */
public final class FlowProblem {

    /** The capacity of an arc without limit. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private final long[] supplies;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private long[] capacities = new long[16];
    private long[] costs = new long[16];
    private int arcs;
    private long arcChanges;

    /** A problem of so many nodes without supply and without arcs. */
    public FlowProblem(int nodes) {
        if (nodes < 0) {
            throw new IllegalArgumentException("a problem of " + nodes + " nodes; there must be at least 0");
        }
        this.supplies = new long[nodes];
    }

    /**
     * Adds an arc and tells its number; arcs are numbered from 0 in the order in which they are added.
     *
     * @param capacity at least 0, or {@link #UNLIMITED}
     * @param cost for each unit of flow
     */
    public int addArc(int origin, int target, long capacity, long cost) {
        requireNode(origin);
        requireNode(target);
        requireCapacity(capacity);
        if (arcs == from.length) {
            from = Arrays.copyOf(from, 2 * arcs);
            to = Arrays.copyOf(to, 2 * arcs);
            capacities = Arrays.copyOf(capacities, 2 * arcs);
            costs = Arrays.copyOf(costs, 2 * arcs);
        }
        from[arcs] = origin;
        to[arcs] = target;
        capacities[arcs] = capacity;
        costs[arcs] = cost;
        return arcs++;
    }

    private void requireNode(int node) {
        if (node < 0 || node >= supplies.length) {
            throw new IllegalArgumentException("there is no node " + node + "; "
                    + (supplies.length == 0
                            ? "the problem has none"
                            : "nodes are numbered from 0 to " + (supplies.length - 1)));
        }
    }

    private void requireArc(int arc) {
        if (arc < 0 || arc >= arcs) {
            throw new IllegalArgumentException("there is no arc " + arc + "; so far there are " + arcs
                    + ", numbered from 0 in the order in which they were added");
        }
    }

    private static void requireCapacity(long capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException(
                    "the capacity of an arc is " + capacity + "; it must be at least 0. Maybe an overflow?");
        }
    }

    /** How many nodes there are. */
    public int nodes() {
        return supplies.length;
    }

    /** How many arcs there are. */
    public int arcs() {
        return arcs;
    }

    /** How often costs and capacities were changed. */
    long arcChanges() {
        return arcChanges;
    }

    /** Where an arc begins. */
    public int from(int arc) {
        return from[arc];
    }

    /** Where an arc ends. */
    public int to(int arc) {
        return to[arc];
    }

    /** The most that flows along an arc, or {@link #UNLIMITED}. */
    public long capacity(int arc) {
        return capacities[arc];
    }

    /** Changes the most that flows along an arc, at least 0. */
    public void setCapacity(int arc, long capacity) {
        requireArc(arc);
        requireCapacity(capacity);
        arcChanges++;
        capacities[arc] = capacity;
    }

    /** Cost of each unit along an arc. */
    public long cost(int arc) {
        return costs[arc];
    }

    /** Changes the cost of each unit along an arc. */
    public void setCost(int arc, long cost) {
        requireArc(arc);
        arcChanges++;
        costs[arc] = cost;
    }

    /** What flows out of a node more than in; negative for a demand. */
    public long supply(int node) {
        return supplies[node];
    }

    /** Changes what flows out of a node more than in. */
    public void setSupply(int node, long supply) {
        requireNode(node);
        supplies[node] = supply;
    }
}
