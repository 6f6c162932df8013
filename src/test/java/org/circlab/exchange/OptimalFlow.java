package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.circlab.exchange.FlowSolution.Status;

/** The proof that a flow is optimal, in exact numbers: no other is needed. */
final class OptimalFlow {

    private OptimalFlow() {}

    /** Supplies met, capacities kept, and complementary slackness. */
    static void requireOptimal(FlowProblem problem, FlowSolution solution) {
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        BigInteger[] balance = new BigInteger[problem.nodes()];
        for (int node = 0; node < balance.length; node++) {
            balance[node] = BigInteger.valueOf(problem.supply(node));
        }
        for (int arc = 0; arc < problem.arcs(); arc++) {
            int from = problem.from(arc);
            int to = problem.to(arc);
            long flow = solution.flow(arc);
            assertThat(flow).isBetween(0L, problem.capacity(arc));
            balance[from] = balance[from].subtract(BigInteger.valueOf(flow));
            balance[to] = balance[to].add(BigInteger.valueOf(flow));
            int reduced = BigInteger.valueOf(problem.cost(arc))
                    .add(BigInteger.valueOf(solution.potential(from)))
                    .subtract(BigInteger.valueOf(solution.potential(to)))
                    .signum();
            assertThat(reduced < 0 && flow < problem.capacity(arc)).isFalse();
            assertThat(reduced > 0 && flow > 0).isFalse();
        }
        assertThat(balance).containsOnly(BigInteger.ZERO);
    }
}
