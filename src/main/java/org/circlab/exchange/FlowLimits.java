package org.circlab.exchange;

/** What a flow problem must keep to so that 64-bit arithmetic solves it exactly. */
final class FlowLimits {

    /** Below it are costs times nodes, so that potentials and what they differ by fit into 64 bits. */
    private static final long COST_LIMIT = 1L << 61;
    /** Below it is the sum of supplies. */
    private static final long SUPPLY_LIMIT = 1L << 62;

    private FlowLimits() {}

    /** Supplies and demands must be equal and below 2^62. */
    static void requireSupplies(FlowProblem problem) {
        long offered = 0;
        long wanted = 0;
        for (int node = 0; node < problem.nodes(); node++) {
            long supply = problem.supply(node);
            offered += Math.max(0, supply);
            wanted -= Math.min(0, supply);
            if (offered < 0 || offered >= SUPPLY_LIMIT || wanted < 0 || wanted >= SUPPLY_LIMIT) {
                throw new IllegalArgumentException("supplies or demands up to node " + node
                        + " add up to 2^62 or more, too much for exact arithmetic. Maybe the unit is too small?");
            }
        }
        if (offered != wanted) {
            throw new IllegalArgumentException("supplies of " + offered + " and demands of " + wanted
                    + " differ; they must be equal. Maybe a node for what is left over is missing?");
        }
    }

    /** Costs, positive or negative, times one more than the nodes must be below 2^61. */
    static void requireCosts(FlowProblem problem) {
        long most = (COST_LIMIT - 1) / (problem.nodes() + 1L);
        for (int arc = 0; arc < problem.arcs(); arc++) {
            long cost = problem.cost(arc);
            if (cost > most || cost < -most) {
                throw new IllegalArgumentException("arc " + arc + " costs " + cost + "; with " + problem.nodes()
                        + " nodes costs must be between -" + most + " and " + most
                        + " for exact arithmetic. Maybe the unit is too small?");
            }
        }
    }
}
