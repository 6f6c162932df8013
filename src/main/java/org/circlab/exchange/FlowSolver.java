package org.circlab.exchange;

/** Finds flows of least cost. */
@FunctionalInterface
public interface FlowSolver {

    /**
     * A flow of least cost that meets every supply and demand exactly and keeps within the capacities.
     *
     * <p>With negative circles without limit and no flow at all, the answer may be either unbounded or infeasible.
     *
     * @throws IllegalArgumentException if supplies do not add up to 0 or numbers are too large for exact arithmetic
     */
    FlowSolution solve(FlowProblem problem);
}
