package org.circlab.score;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Flows of one conserved currency between the nodes of a network, and with the outside: imports, exports, dissipation, and a
 * stock that takes what builds up and gives what is drawn down, so that each node is at steady state. Indices are those of
 * ecological network analysis (B. D. Fath and B. C. Patten, Review of the foundations of network environ analysis, Ecosystems 2
 * (1999); R. E. Ulanowicz, Growth and Development (1986); definitions as in S. R. Borrett and M. K. Lau, enaR, Methods in
 * Ecology and Evolution 5 (2014)).
 */
final class FlowNetwork {

    /** The largest circle of nodes that feed each other for which the cycling index is computed. */
    static final int LARGEST_CIRCLE = 300;

    private final Links links;
    private final double[] flows;
    private final Outside outside;
    private final double[] throughflows;

    /** What nodes exchange with the outside; all arrays have a place for each node. */
    static final class Outside {
        final double[] imports;
        final double[] drawnDown;
        final double[] exports;
        final double[] dissipation;
        final double[] builtUp;

        /** Nothing yet. */
        Outside(int nodes) {
            imports = new double[nodes];
            drawnDown = new double[nodes];
            exports = new double[nodes];
            dissipation = new double[nodes];
            builtUp = new double[nodes];
        }
    }

    /** The network of these links, in which {@code flows} has one flow above 0 for each. */
    FlowNetwork(Links links, double[] flows, Outside outside) {
        this.links = links;
        this.flows = flows.clone();
        this.outside = outside;
        this.throughflows = new double[links.nodes()];
        for (int i = 0; i < throughflows.length; i++) {
            throughflows[i] = outside.imports[i] + outside.drawnDown[i];
        }
        for (int link = 0; link < flows.length; link++) {
            throughflows[links.to(link)] += flows[link];
        }
    }

    /** What flows into a node, from others and from the outside. */
    double throughflow(int node) {
        return throughflows[node];
    }

    /** Total system throughflow TST: what flows into all nodes. */
    double total() {
        return Arrays.stream(throughflows).sum();
    }

    /** What comes in from the outside, drawn from stock included. */
    double imports() {
        return Arrays.stream(outside.imports).sum()
                + Arrays.stream(outside.drawnDown).sum();
    }

    /** Mean path length: how many nodes a unit passes from its import on; NaN without any import. */
    double meanPathLength() {
        double imports = imports();
        return imports == 0 ? Double.NaN : total() / imports;
    }

    /**
     * The share of the throughflow that is there because of cycling (J. T. Finn, Measures of ecosystem structure and function
     * derived from analysis of flows, Journal of Theoretical Biology 56, 1976): the sum of {@code T_i (N_ii - 1) / N_ii} over
     * TST, where {@code N} is the inverse of {@code I - G} and {@code G_ij = f_ij / T_i}. Only nodes that feed themselves by way
     * of others have an {@code N_ii} above 1, and only such nodes bear on it, so each circle of them is inverted by itself.
     *
     * @return from 0 to 1; NaN without any flow, or where a circle has more than {@value #LARGEST_CIRCLE} nodes
     */
    double finnCyclingIndex() {
        double total = total();
        return total == 0 ? Double.NaN : Arrays.stream(cycled()).sum() / total;
    }

    /** The part of each node's throughflow that comes back to it; NaN in a circle that is too large to invert. */
    double[] cycled() {
        double[] cycled = new double[throughflows.length];
        for (List<Integer> circle : links.circles()) {
            int size = circle.size();
            if (size > LARGEST_CIRCLE) {
                circle.forEach(node -> cycled[node] = Double.NaN);
            } else {
                DecompositionSolver solver = new LUDecomposition(remainder(circle)).getSolver();
                RealMatrix inverse = solver.isNonSingular() ? solver.getInverse() : null;
                for (int i = 0; i < size; i++) {
                    double visits = inverse == null ? Double.NaN : inverse.getEntry(i, i);
                    cycled[circle.get(i)] = throughflows[circle.get(i)] * (visits - 1) / visits;
                }
            }
        }
        return cycled;
    }

    /** {@code I - G} among the nodes of a circle. */
    private RealMatrix remainder(List<Integer> circle) {
        int[] places = new int[throughflows.length];
        Arrays.fill(places, -1);
        double[][] matrix = new double[circle.size()][circle.size()];
        for (int i = 0; i < matrix.length; i++) {
            places[circle.get(i)] = i;
            matrix[i][i] = 1;
        }
        for (int link = 0; link < flows.length; link++) {
            int from = places[links.from(link)];
            int to = places[links.to(link)];
            if (from >= 0 && to >= 0) {
                matrix[from][to] -= flows[link] / throughflows[links.from(link)];
            }
        }
        return new Array2DRowRealMatrix(matrix, false);
    }

    /** What the sizes of all flows, with those from and to the outside, say of their order. */
    FlowInformation information() {
        int nodes = throughflows.length;
        FlowInformation.Draft draft = new FlowInformation.Draft(nodes + 3);
        for (int link = 0; link < flows.length; link++) {
            draft.add(links.from(link), links.to(link), flows[link]);
        }
        for (int i = 0; i < nodes; i++) {
            draft.add(nodes, i, outside.imports[i]);
            draft.add(nodes + 1, i, outside.drawnDown[i]);
            draft.add(i, nodes, outside.exports[i]);
            draft.add(i, nodes + 1, outside.dissipation[i]);
            draft.add(i, nodes + 2, outside.builtUp[i]);
        }
        return draft.finish();
    }

    /** The largest gap between what flows into a node and out of it; 0 at steady state. */
    double imbalance() {
        double[] gaps = throughflows.clone();
        for (int link = 0; link < flows.length; link++) {
            gaps[links.from(link)] -= flows[link];
        }
        double worst = 0;
        for (int i = 0; i < gaps.length; i++) {
            double gap = gaps[i] - outside.exports[i] - outside.dissipation[i] - outside.builtUp[i];
            worst = Math.max(worst, Math.abs(gap));
        }
        return worst;
    }
}
