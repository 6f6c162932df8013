package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlab.exchange.OptimalFlow.requireOptimal;

import java.math.BigInteger;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with which words, and that nothing overflows up to there. */
class FlowLimitsTest {

    private static final long MOST_SUPPLY = (1L << 62) - 1L;

    private static FlowProblem pair(long supply, long demand, long cost) {
        FlowProblem problem = new FlowProblem(2);
        problem.addArc(0, 1, FlowProblem.UNLIMITED, cost);
        problem.setSupply(0, supply);
        problem.setSupply(1, -demand);
        return problem;
    }

    private static void requireRefused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(words);
    }

    private static void requireRefused(FlowProblem problem, String... words) {
        requireRefused(() -> new NetworkSimplex().solve(problem), words);
    }

    @Test
    void whatIsNotBalanced() {
        requireRefused(pair(7, 5, 1), "supplies of 7 and demands of 5 differ", "Maybe a node for what is left over");
        requireRefused(pair(0, 5, 1), "supplies of 0 and demands of 5 differ");
    }

    @Test
    void badNodesArcsAndCapacities() {
        FlowProblem problem = pair(1, 1, 1);
        requireRefused(() -> problem.addArc(0, 2, 1, 1), "there is no node 2", "from 0 to 1");
        requireRefused(() -> problem.addArc(-1, 0, 1, 1), "there is no node -1");
        requireRefused(() -> problem.setSupply(2, 1), "there is no node 2");
        requireRefused(() -> new FlowProblem(0).setSupply(0, 1), "there is no node 0", "has none");
        requireRefused(() -> new FlowProblem(-1), "-1 nodes");
        requireRefused(() -> problem.addArc(0, 1, -1, 1), "capacity of an arc is -1", "at least 0");
        requireRefused(() -> problem.setCapacity(0, -4), "capacity of an arc is -4");
        requireRefused(() -> problem.setCapacity(1, 4), "there is no arc 1", "so far there are 1");
        requireRefused(() -> problem.setCost(-1, 4), "there is no arc -1");
        assertThat(problem.arcs()).isEqualTo(1);
    }

    @Test
    void noFlowIsToldWhereThereIsNone() {
        FlowProblem problem = pair(5, 5, 1);
        problem.setCapacity(0, 4);
        FlowSolution none = new NetworkSimplex().solve(problem);
        for (ThrowingCallable call : new ThrowingCallable[] {
            () -> none.flow(0), () -> none.potential(0), () -> none.cost(problem),
        }) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("INFEASIBLE and has no flow");
        }
    }

    @Test
    void suppliesBelowTwoToThe62() {
        FlowProblem most = pair(MOST_SUPPLY, MOST_SUPPLY, 1);
        assertThat(new NetworkSimplex().solve(most).flow(0)).isEqualTo(MOST_SUPPLY);
        requireRefused(pair(MOST_SUPPLY + 1, MOST_SUPPLY + 1, 1), "up to node 0", "2^62 or more");
        requireRefused(pair(1, Long.MIN_VALUE, 1), "2^62 or more");
        requireRefused(pair(Long.MAX_VALUE, 1, 1), "2^62 or more");
        requireRefused(pair(0, MOST_SUPPLY + 1, 1), "up to node 1", "2^62 or more");
        FlowProblem many = new FlowProblem(9);
        for (int node = 0; node < 8; node++) {
            many.setSupply(node, 1L << 61);
        }
        requireRefused(many, "up to node 1", "2^62 or more");
    }

    /** Three times the cost must be below 2^61, so that it is 768614336404564650 at most. */
    @Test
    void costsTimesNodesBelowTwoToThe61() {
        long most = 768_614_336_404_564_650L;
        for (long cost : new long[] {most, -most}) {
            FlowProblem problem = pair(MOST_SUPPLY, MOST_SUPPLY, cost);
            assertThat(new NetworkSimplex().solve(problem).cost(problem))
                    .isEqualTo(BigInteger.valueOf(cost).multiply(BigInteger.valueOf(MOST_SUPPLY)));
        }
        requireRefused(pair(1, 1, most + 1), "arc 0 costs 768614336404564651", "and " + most);
        requireRefused(pair(1, 1, -most - 1), "arc 0 costs -768614336404564651", "between -" + most);
        requireRefused(pair(1, 1, Long.MIN_VALUE), "arc 0 costs " + Long.MIN_VALUE);
    }

    /** A cost that has become too large since the last solution is refused, and the solver can be used afterwards. */
    @Test
    void limitsHoldForWarmStarts() {
        FlowProblem problem = pair(3, 3, 2);
        NetworkSimplex solver = new NetworkSimplex();
        solver.solve(problem);
        problem.setCost(0, Long.MAX_VALUE);
        requireRefused(() -> solver.solve(problem), "arc 0 costs");
        problem.setCost(0, 4);
        problem.setSupply(0, 4);
        requireRefused(() -> solver.solve(problem), "differ");
        problem.setSupply(1, -4);
        assertThat(solver.solve(problem).cost(problem)).isEqualTo(16);
    }

    /** Costs and supplies scaled up to the limits give the answer scaled up, warm and cold, and potentials that prove it. */
    @ParameterizedTest
    @ValueSource(longs = {1, MOST_SUPPLY})
    void nothingOverflowsAtTheLimits(long mostSupply) {
        int optimal = 0;
        for (int seed = 0; seed < 1500; seed++) {
            RandomFlows flows = new RandomFlows(new Random(seed), 0.1);
            FlowProblem small = flows.problem();
            NetworkSimplex warm = new NetworkSimplex();
            FlowProblem large = new FlowProblem(small.nodes());
            for (int arc = 0; arc < small.arcs(); arc++) {
                large.addArc(small.from(arc), small.to(arc), 0, 0);
            }
            for (int step = 0; step < 3; step++) {
                optimal += requireScaled(small, large, mostSupply, warm);
                flows.change(small);
            }
        }
        assertThat(optimal).isGreaterThan(1000);
    }

    private static int requireScaled(FlowProblem small, FlowProblem large, long mostSupply, NetworkSimplex warm) {
        long offered = 1;
        long sum = 0;
        long dearest = 1;
        for (int node = 0; node < small.nodes(); node++) {
            sum += Math.max(0, small.supply(node));
        }
        for (int arc = 0; arc < small.arcs(); arc++) {
            dearest = Math.max(dearest, Math.abs(small.cost(arc)));
            offered = Math.max(offered, small.capacity(arc) == FlowProblem.UNLIMITED ? 1 : small.capacity(arc));
        }
        long factor = Math.max(1, mostSupply / Math.max(sum, offered * (1L + small.arcs())));
        long price = ((1L << 61) - 1) / (small.nodes() + 1L) / dearest;
        for (int node = 0; node < small.nodes(); node++) {
            large.setSupply(node, factor * small.supply(node));
        }
        for (int arc = 0; arc < small.arcs(); arc++) {
            boolean unlimited = small.capacity(arc) == FlowProblem.UNLIMITED;
            large.setCapacity(arc, unlimited ? FlowProblem.UNLIMITED : factor * small.capacity(arc));
            large.setCost(arc, price * small.cost(arc));
        }
        FlowSolution expected = new NetworkSimplex().solve(small);
        for (FlowSolution solution : new FlowSolution[] {new NetworkSimplex().solve(large), warm.solve(large)}) {
            assertThat(solution.isOptimal()).isEqualTo(expected.isOptimal());
            if (expected.isOptimal()) {
                requireOptimal(large, solution);
                assertThat(solution.cost(large))
                        .isEqualTo(expected.cost(small)
                                .multiply(BigInteger.valueOf(factor))
                                .multiply(BigInteger.valueOf(price)));
            }
        }
        return expected.isOptimal() ? 1 : 0;
    }

    /** Arcs of great capacity that gain and share a way back overflow it; that is refused and not answered wrongly. */
    @Test
    void flowsThatNoLongHolds() {
        FlowProblem problem = new FlowProblem(2);
        problem.addArc(0, 1, Long.MAX_VALUE - 1, -1);
        problem.addArc(1, 0, FlowProblem.UNLIMITED, 0);
        NetworkSimplex solver = new NetworkSimplex();
        assertThat(solver.solve(problem).flow(1)).isEqualTo(Long.MAX_VALUE - 1);
        problem.addArc(0, 1, Long.MAX_VALUE - 1, -1);
        requireRefused(() -> solver.solve(problem), "more than 2^63", "Maybe a capacity was meant to be without limit");
        problem.setCapacity(2, 1);
        assertThatCode(() -> assertThat(solver.solve(problem).flow(1)).isEqualTo(Long.MAX_VALUE))
                .doesNotThrowAnyException();
    }

    /** The same in a warm start, where the last basis no longer holds. */
    @Test
    void aWarmStartThatOverflowsStartsFromNothing() {
        FlowProblem problem = new FlowProblem(2);
        problem.addArc(0, 1, 5, -1);
        problem.addArc(0, 1, 6, -1);
        problem.addArc(1, 0, FlowProblem.UNLIMITED, 0);
        NetworkSimplex solver = new NetworkSimplex();
        assertThat(solver.solve(problem).flow(2)).isEqualTo(11);
        problem.setCapacity(0, Long.MAX_VALUE - 1);
        problem.setCapacity(1, Long.MAX_VALUE - 1);
        requireRefused(() -> solver.solve(problem), "more than 2^63");
        problem.setCost(0, 1);
        assertThat(solver.solve(problem).cost(problem)).isEqualTo(1 - Long.MAX_VALUE);
    }
}
