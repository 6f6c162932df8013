package org.circlab.exchange;

import org.circlab.exchange.FlowSolution.Status;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/**
 * JGraphT's capacity scaling algorithm, the reference for the network simplex. It takes capacities of an {@code int} at most and
 * no arcs of negative cost without limit; loops, which it refuses, are decided here.
 */
public final class CapacityScaling implements FlowSolver {

    @Override
    public FlowSolution solve(FlowProblem problem) {
        return prepare(problem).solve();
    }

    /** The problem as JGraphT's graph, so that building it can be left out of a measurement. */
    public static Prepared prepare(FlowProblem problem) {
        Graph<Integer, Edge> graph = new DirectedWeightedMultigraph<>(Edge.class);
        for (int node = 0; node < problem.nodes(); node++) {
            graph.addVertex(node);
        }
        for (int arc = 0; arc < problem.arcs(); arc++) {
            if (problem.from(arc) != problem.to(arc)) {
                Edge edge = new Edge(arc);
                graph.addEdge(problem.from(arc), problem.to(arc), edge);
                graph.setEdgeWeight(edge, (double) problem.cost(arc));
            }
        }
        return new Prepared(problem, graph);
    }

    /** An edge that knows the number of its arc. */
    public static final class Edge extends DefaultWeightedEdge {

        private final int arc;

        Edge(int arc) {
            this.arc = arc;
        }
    }

    /** A problem ready to be solved. */
    public record Prepared(FlowProblem problem, Graph<Integer, Edge> graph) {

        /** A flow of least cost, or that there is none. */
        public FlowSolution solve() {
            CapacityScalingMinimumCostFlow<Integer, Edge> algorithm = new CapacityScalingMinimumCostFlow<>();
            long[] flows = new long[problem.arcs()];
            for (int arc = 0; arc < flows.length; arc++) {
                boolean gains = problem.from(arc) == problem.to(arc) && problem.cost(arc) < 0;
                flows[arc] = gains ? problem.capacity(arc) : 0;
            }
            try {
                algorithm
                        .getMinimumCostFlow(new MinimumCostFlowProblemImpl<>(
                                graph,
                                node -> Math.toIntExact(problem.supply(node)),
                                edge -> Math.toIntExact(problem.capacity(edge.arc))))
                        .getFlowMap()
                        .forEach((edge, flow) -> flows[edge.arc] = Math.round(flow));
            } catch (IllegalArgumentException e) {
                return FlowSolution.none(Status.INFEASIBLE);
            }
            long[] potentials = new long[problem.nodes()];
            algorithm.getDualSolution().forEach((node, value) -> potentials[node] = -Math.round(value));
            return new FlowSolution(Status.OPTIMAL, flows, potentials);
        }
    }
}
