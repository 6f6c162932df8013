package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.exchange.OptimalFlow.requireOptimal;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large problems have their neighbours side by side, and come out as they would in any order. */
class NodeOrderTest {

    /** A field of so many rows and columns: its nodes in a random order, each joined to the next in its row and column. */
    private static FlowProblem field(int side, boolean hub, Random random) {
        int nodes = side * side;
        int[] name = IntStream.range(0, nodes).toArray();
        for (int i = nodes - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = name[i];
            name[i] = name[other];
            name[other] = swapped;
        }
        FlowProblem problem = new FlowProblem(nodes + 1);
        long sum = 0;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int node = name[row * side + column];
                long supply = random.nextInt(201) - 100L;
                problem.setSupply(node, supply);
                sum += supply;
                if (column + 1 < side) {
                    join(problem, node, name[row * side + column + 1], 1 + random.nextInt(50));
                }
                if (row + 1 < side) {
                    join(problem, node, name[(row + 1) * side + column], 1 + random.nextInt(50));
                }
                if (hub) {
                    join(problem, node, nodes, 120);
                }
            }
        }
        problem.setSupply(nodes, -sum);
        if (!hub) {
            join(problem, name[0], nodes, 1);
        }
        return problem;
    }

    private static void join(FlowProblem problem, int one, int other, int cost) {
        problem.addArc(one, other, FlowProblem.UNLIMITED, cost);
        problem.addArc(other, one, FlowProblem.UNLIMITED, cost);
    }

    @Test
    void everyNodeHasAPlaceOfItsOwn() {
        Random random = new Random(1);
        for (int side : new int[] {1, 2, 30, 91, 120}) {
            for (boolean hub : new boolean[] {true, false}) {
                int[] places = NodeOrder.places(field(side, hub, random));
                Arrays.sort(places);
                assertThat(places)
                        .isEqualTo(IntStream.rangeClosed(0, side * side).toArray());
            }
        }
    }

    /** Also of nodes without any arc. */
    @Test
    void partsFollowEachOther() {
        FlowProblem problem = new FlowProblem(20_000);
        for (int node = 10; node < 10_000; node++) {
            problem.addArc(node, node + 10_000, 1, 1);
        }
        int[] places = NodeOrder.places(problem);
        for (int node = 10; node < 10_000; node++) {
            assertThat(Math.abs(places[node] - places[node + 10_000])).isEqualTo(1);
        }
        Arrays.sort(places);
        assertThat(places).isEqualTo(IntStream.range(0, 20_000).toArray());
    }

    /** In a field they are at most two rows of a diagonal apart, whoever else all are joined to; that one comes last. */
    @Test
    void neighboursStandNearEachOther() {
        int side = 120;
        for (boolean hub : new boolean[] {true, false}) {
            FlowProblem problem = field(side, hub, new Random(2));
            int[] places = NodeOrder.places(problem);
            int last = side * side;
            int farthest = 0;
            for (int arc = 0; arc < problem.arcs(); arc++) {
                if (problem.from(arc) != last && problem.to(arc) != last) {
                    farthest = Math.max(farthest, Math.abs(places[problem.from(arc)] - places[problem.to(arc)]));
                }
            }
            assertThat(farthest).isLessThan(4 * side);
            assertThat(places[last] == last).isEqualTo(hub);
        }
    }

    @Test
    void fewNodesKeepTheirNumbers() {
        assertThat(NodeOrder.places(new FlowProblem(0))).isEmpty();
        assertThat(NodeOrder.places(field(20, true, new Random(3))))
                .isEqualTo(IntStream.rangeClosed(0, 400).toArray());
    }

    /** Proved optimal by its potentials, cold and warm after changes of supplies, costs and capacities. */
    @Test
    void largeProblemsAreSolvedToOptimality() {
        for (boolean hub : new boolean[] {true, false}) {
            Random random = new Random(4);
            FlowProblem problem = field(96, hub, random);
            NetworkSimplex solver = new NetworkSimplex();
            for (int step = 0; step < 4; step++) {
                FlowSolution solution = solver.solve(problem);
                requireOptimal(problem, solution);
                assertThat(new NetworkSimplex().solve(problem).cost(problem)).isEqualTo(solution.cost(problem));
                for (int i = 0; i < 200; i++) {
                    int node = random.nextInt(problem.nodes() - 1);
                    problem.setSupply(node, problem.supply(node) + 3);
                    problem.setSupply(node + 1, problem.supply(node + 1) - 3);
                    problem.setCost(random.nextInt(problem.arcs()), 1 + random.nextInt(50));
                    problem.setCapacity(random.nextInt(problem.arcs()), 10_000);
                }
            }
        }
    }
}
