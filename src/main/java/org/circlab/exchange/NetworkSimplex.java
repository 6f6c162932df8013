package org.circlab.exchange;

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

    private @Nullable FlowProblem problem;
    private Basis basis = new Basis(new FlowProblem(0));
    private PrimalPivots primal = new PrimalPivots(basis);
    /** The changes of the problem's arcs that costs and capacities here include. */
    private long arcChanges;

    /** How many pivots the last solution took, which tells how much a warm start has saved. */
    public long pivots() {
        return primal.pivots();
    }

    @Override
    public FlowSolution solve(FlowProblem asked) {
        FlowLimits.requireSupplies(asked);
        boolean warm = asked == problem && asked.arcs() == basis.arcs;
        if (!warm || asked.arcChanges() != arcChanges) {
            FlowLimits.requireCosts(asked);
            if (!warm) {
                basis = new Basis(asked);
                primal = new PrimalPivots(basis);
            }
            basis.copyCostsAndCapacities(asked);
            problem = asked;
            arcChanges = asked.arcChanges();
        }
        basis.copySupplies(asked);
        if (!warm || !WarmBasis.repair(basis)) {
            ColdBasis.start(basis);
        }
        try {
            if (!primal.improve()) {
                problem = null;
                return FlowSolution.none(Status.UNBOUNDED);
            }
            return solution();
        } catch (ArithmeticException e) {
            problem = null;
            throw new IllegalArgumentException(
                    "more than 2^63 would flow along an arc without limit, since arcs of great capacity and negative cost"
                            + " fill up. Maybe a capacity was meant to be without limit?",
                    e);
        }
    }

    private FlowSolution solution() {
        int nodes = basis.nodes;
        for (int node = 0; node < nodes; node++) {
            if (basis.flow[basis.arcs + node] != 0) {
                return FlowSolution.none(Status.INFEASIBLE);
            }
        }
        long[] potential = basis.potential;
        int[] number = basis.number;
        long[] potentials = new long[nodes];
        Arrays.setAll(potentials, node -> potential[number[node]] - potential[nodes]);
        return new FlowSolution(Status.OPTIMAL, basis.flows(), potentials);
    }
}
