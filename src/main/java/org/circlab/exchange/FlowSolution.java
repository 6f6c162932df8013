package org.circlab.exchange;

import java.math.BigInteger;

/** The answer to a minimum-cost flow problem. */
public final class FlowSolution {

    /** What kind of answer it is. */
    public enum Status {
        /** A flow of least cost. */
        OPTIMAL,
        /** No flow meets supplies and demands within the capacities. */
        INFEASIBLE,
        /** A circle of arcs without limit has negative cost, so that there is no least cost. */
        UNBOUNDED
    }

    private final Status status;
    private final long[] flows;
    private final long[] potentials;

    FlowSolution(Status status, long[] flows, long[] potentials) {
        this.status = status;
        this.flows = flows;
        this.potentials = potentials;
    }

    /** An answer without a flow. */
    static FlowSolution none(Status status) {
        return new FlowSolution(status, new long[0], new long[0]);
    }

    /** What kind of answer it is. */
    public Status status() {
        return status;
    }

    /** Whether it is a flow of least cost. */
    public boolean isOptimal() {
        return status == Status.OPTIMAL;
    }

    private void requireOptimal() {
        if (!isOptimal()) {
            throw new IllegalStateException(
                    "the problem is " + status + " and has no flow. Maybe ask isOptimal() before?");
        }
    }

    /**
     * What flows along an arc.
     *
     * @throws IllegalStateException if the answer is not optimal
     */
    public long flow(int arc) {
        requireOptimal();
        return flows[arc];
    }

    /**
     * The potential of a node: {@code cost + potential(from) - potential(to)} is at least 0 on every arc with room left and at
     * most 0 on every arc with flow, which proves that the flow is optimal.
     *
     * @throws IllegalStateException if the answer is not optimal
     */
    public long potential(int node) {
        requireOptimal();
        return potentials[node];
    }

    /**
     * The cost of the flow at the costs that the problem has now, exactly.
     *
     * @throws IllegalStateException if the answer is not optimal
     */
    public BigInteger cost(FlowProblem problem) {
        requireOptimal();
        BigInteger sum = BigInteger.ZERO;
        for (int arc = 0; arc < flows.length; arc++) {
            if (flows[arc] != 0) {
                sum = sum.add(BigInteger.valueOf(flows[arc]).multiply(BigInteger.valueOf(problem.cost(arc))));
            }
        }
        return sum;
    }
}
