package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.exchange.OptimalFlow.requireOptimal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.circlab.exchange.FlowSolution.Status;
import org.junit.jupiter.api.Test;

/** The network simplex against two other algorithms, warm against cold, and on odd networks. */
class NetworkSimplexTest {

    private static void requireSame(FlowProblem problem, FlowSolution solution, FlowSolution reference) {
        assertThat(solution.status()).isEqualTo(reference.status());
        if (reference.isOptimal()) {
            requireOptimal(problem, solution);
            assertThat(solution.cost(problem)).isEqualTo(reference.cost(problem));
        }
    }

    @Test
    void warmAndColdAgree() {
        for (int seed = 0; seed < 3000; seed++) {
            RandomFlows flows = new RandomFlows(new Random(seed), 0);
            FlowProblem problem = flows.problem();
            NetworkSimplex solver = new NetworkSimplex();
            for (int step = 0; step < 6; step++) {
                requireSame(problem, solver.solve(problem), new NetworkSimplex().solve(problem));
                flows.change(problem);
            }
        }
    }

    /** Capacity scaling takes problems whose arcs are limited; all of these are. */
    @Test
    void agreesWithCapacityScalingAndALinearProgramme() {
        Map<Status, Integer> seen = new EnumMap<>(Status.class);
        for (int seed = 0; seed < 1000; seed++) {
            RandomFlows flows = new RandomFlows(new Random(seed), 0);
            FlowProblem problem = flows.problem();
            NetworkSimplex solver = new NetworkSimplex();
            for (int step = 0; step < 2; step++) {
                FlowSolution solution = solver.solve(problem);
                requireSame(problem, solution, new CapacityScaling().solve(problem));
                requireSame(problem, solution, new LinearProgramme().solve(problem));
                seen.merge(solution.status(), 1, Integer::sum);
                flows.change(problem);
            }
        }
        assertThat(seen.get(Status.OPTIMAL)).isGreaterThan(500);
        assertThat(seen.get(Status.INFEASIBLE)).isGreaterThan(200);
    }

    /** Where no flow is possible at all, unbounded is as good an answer as infeasible. */
    @Test
    void agreesWithALinearProgrammeOnArcsWithoutLimit() {
        Map<Status, Integer> seen = new EnumMap<>(Status.class);
        for (int seed = 0; seed < 1000; seed++) {
            RandomFlows flows = new RandomFlows(new Random(seed), 0.2);
            FlowProblem problem = flows.problem();
            NetworkSimplex solver = new NetworkSimplex();
            for (int step = 0; step < 2; step++) {
                FlowSolution solution = solver.solve(problem);
                FlowSolution reference = new LinearProgramme().solve(problem);
                if (solution.isOptimal() || reference.isOptimal()) {
                    requireSame(problem, solution, reference);
                }
                seen.merge(solution.status(), 1, Integer::sum);
                flows.change(problem);
            }
        }
        assertThat(seen)
                .hasSize(3)
                .allSatisfy((status, count) -> assertThat(count).isGreaterThan(100));
    }

    /** A circle that gains forever, and the same circle once a single arc of it has a limit. */
    @Test
    void aCircleWithoutLimitIsUnbounded() {
        FlowProblem problem = new FlowProblem(3);
        problem.addArc(0, 1, FlowProblem.UNLIMITED, -2);
        problem.addArc(1, 2, FlowProblem.UNLIMITED, 0);
        int back = problem.addArc(2, 0, FlowProblem.UNLIMITED, 1);
        NetworkSimplex solver = new NetworkSimplex();
        assertThat(solver.solve(problem).status()).isEqualTo(Status.UNBOUNDED);
        problem.setCapacity(back, 7);
        assertThat(solver.solve(problem).cost(problem)).isEqualTo(-7);
        problem.setCost(back, 2);
        assertThat(solver.solve(problem).cost(problem)).isEqualTo(0);
        problem.setCapacity(back, FlowProblem.UNLIMITED);
        problem.setCost(back, 1);
        assertThat(solver.solve(problem).status()).isEqualTo(Status.UNBOUNDED);
    }

    @Test
    void aLoopThatGainsFillsUp() {
        FlowProblem problem = new FlowProblem(1);
        problem.addArc(0, 0, 5, -3);
        problem.addArc(0, 0, 5, 3);
        problem.addArc(0, 0, 0, -9);
        FlowSolution solution = new NetworkSimplex().solve(problem);
        assertThat(solution.cost(problem)).isEqualTo(-15);
        problem.addArc(0, 0, FlowProblem.UNLIMITED, -1);
        assertThat(new NetworkSimplex().solve(problem).status()).isEqualTo(Status.UNBOUNDED);
    }

    @Test
    void nothingAtAllIsOptimal() {
        assertThat(new NetworkSimplex().solve(new FlowProblem(0)).isOptimal()).isTrue();
        FlowProblem apart = new FlowProblem(5);
        assertThat(new NetworkSimplex().solve(apart).cost(apart)).isEqualTo(0);
    }

    /** Two halves with each its own balance, then with one that has too much for the other. */
    @Test
    void partsThatAreNotConnected() {
        FlowProblem problem = new FlowProblem(4);
        problem.addArc(0, 1, FlowProblem.UNLIMITED, 1);
        problem.addArc(2, 3, FlowProblem.UNLIMITED, 10);
        problem.setSupply(0, 5);
        problem.setSupply(1, -5);
        problem.setSupply(2, 3);
        problem.setSupply(3, -3);
        NetworkSimplex solver = new NetworkSimplex();
        assertThat(solver.solve(problem).cost(problem)).isEqualTo(35);
        problem.setSupply(0, 6);
        problem.setSupply(3, -4);
        assertThat(solver.solve(problem).status()).isEqualTo(Status.INFEASIBLE);
        problem.setSupply(0, 5);
        problem.setSupply(3, -3);
        assertThat(solver.solve(problem).cost(problem)).isEqualTo(35);
    }

    /** The cheaper of two parallel arcs fills first. */
    @Test
    void parallelArcs() {
        FlowProblem problem = new FlowProblem(2);
        int dear = problem.addArc(0, 1, FlowProblem.UNLIMITED, 5);
        int cheap = problem.addArc(0, 1, 4, 2);
        problem.setSupply(0, 10);
        problem.setSupply(1, -10);
        FlowSolution solution = new NetworkSimplex().solve(problem);
        assertThat(solution.flow(cheap)).isEqualTo(4);
        assertThat(solution.flow(dear)).isEqualTo(6);
    }

    /** A chain is as deep as a tree can be, cost of each step 1. */
    @Test
    void aLongChain() {
        int nodes = 10_000;
        FlowProblem problem = new FlowProblem(nodes);
        for (int node = 1; node < nodes; node++) {
            problem.addArc(node - 1, node, FlowProblem.UNLIMITED, 1);
        }
        problem.setSupply(0, 1);
        problem.setSupply(nodes - 1, -1);
        assertThat(new NetworkSimplex().solve(problem).cost(problem)).isEqualTo(nodes - 1);
    }

    /** All pairs cost the same, so that every basis is degenerate: n units, n steps. */
    @Test
    void anAssignmentOfEqualCosts() {
        int n = 60;
        FlowProblem problem = new FlowProblem(2 * n);
        for (int i = 0; i < n; i++) {
            problem.setSupply(i, 1);
            problem.setSupply(n + i, -1);
            for (int j = 0; j < n; j++) {
                problem.addArc(i, n + j, 1, 7);
            }
        }
        FlowSolution solution = new NetworkSimplex().solve(problem);
        requireOptimal(problem, solution);
        assertThat(solution.cost(problem)).isEqualTo(7L * n);
    }

    /** A new arc is seen, and so is another problem after the first. */
    @Test
    void newArcsAndOtherProblemsStartAnew() {
        FlowProblem problem = new FlowProblem(2);
        problem.addArc(0, 1, 10, 5);
        problem.setSupply(0, 3);
        problem.setSupply(1, -3);
        NetworkSimplex solver = new NetworkSimplex();
        assertThat(solver.solve(problem).cost(problem)).isEqualTo(15);
        problem.addArc(0, 1, 2, 1);
        assertThat(solver.solve(problem).cost(problem)).isEqualTo(7);
        FlowProblem other = new FlowProblem(2);
        other.addArc(1, 0, 1, -4);
        other.addArc(0, 1, 1, 1);
        assertThat(solver.solve(other).cost(other)).isEqualTo(-3);
    }

    /** Nothing has changed: no pivot. A hundredth of the supplies has changed: far fewer pivots than from nothing. */
    @Test
    void aWarmStartSavesPivots() {
        Random random = new Random(1);
        int side = 100;
        FlowProblem problem = new FlowProblem(2 * side);
        for (int i = 0; i < side; i++) {
            problem.setSupply(i, 100);
            problem.setSupply(side + i, -100);
            for (int j = 0; j < side; j++) {
                problem.addArc(i, side + j, FlowProblem.UNLIMITED, random.nextInt(1000));
            }
        }
        NetworkSimplex solver = new NetworkSimplex();
        solver.solve(problem);
        long cold = solver.pivots();
        solver.solve(problem);
        assertThat(solver.pivots()).isZero();
        problem.setSupply(0, 110);
        problem.setSupply(1, 90);
        requireSame(problem, solver.solve(problem), new CapacityScaling().solve(limited(problem)));
        assertThat(solver.pivots()).isLessThan(cold / 5);
    }

    private static FlowProblem limited(FlowProblem problem) {
        FlowProblem limited = new FlowProblem(problem.nodes());
        for (int node = 0; node < problem.nodes(); node++) {
            limited.setSupply(node, problem.supply(node));
        }
        for (int arc = 0; arc < problem.arcs(); arc++) {
            limited.addArc(problem.from(arc), problem.to(arc), 1_000_000, problem.cost(arc));
        }
        return limited;
    }
}
