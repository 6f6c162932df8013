package org.circlab.exchange;

import java.util.Arrays;

/**
 * An order of the nodes of a large problem in which those that arcs join stand near each other, so that a part of the tree, which
 * is mostly made of neighbours, lies together in memory. It goes breadth first, as E. Cuthill and J. McKee order sparse matrices
 * (Reducing the bandwidth of sparse symmetric matrices, Proceedings of the 24th national conference of the ACM, 1969). Nodes with
 * very many arcs, such as a place for what is left over, join what has little to do with each other: they come last.
 */
final class NodeOrder {

    /** A core keeps so many nodes close at hand in any order. */
    private static final int FEW_NODES = 8_192;

    /** A node with so many times as many arcs as a node has on average does not tell who is near whom. */
    private static final int MANY_TIMES = 16;

    private final int nodes;
    /** Where the neighbours of a node begin; they end where those of the next begin. */
    private final int[] begin;

    private final int[] neighbours;

    private NodeOrder(FlowProblem problem) {
        nodes = problem.nodes();
        int[] degree = new int[nodes];
        for (int arc = 0; arc < problem.arcs(); arc++) {
            degree[problem.from(arc)]++;
            degree[problem.to(arc)]++;
        }
        long most = MANY_TIMES * (1 + 2L * problem.arcs() / nodes);
        begin = new int[nodes + 1];
        for (int node = 0; node < nodes; node++) {
            begin[node + 1] = begin[node] + (degree[node] <= most ? degree[node] : 0);
        }
        neighbours = new int[begin[nodes]];
        int[] end = Arrays.copyOf(begin, nodes);
        for (int arc = 0; arc < problem.arcs(); arc++) {
            int from = problem.from(arc);
            int to = problem.to(arc);
            if (degree[from] <= most) {
                neighbours[end[from]++] = to;
            }
            if (degree[to] <= most) {
                neighbours[end[to]++] = from;
            }
        }
    }

    /** For each node its place in the order; with few nodes that of its number. */
    static int[] places(FlowProblem problem) {
        if (problem.nodes() > FEW_NODES && problem.arcs() <= Integer.MAX_VALUE / 2) {
            return new NodeOrder(problem).places();
        }
        int[] places = new int[problem.nodes()];
        Arrays.setAll(places, node -> node);
        return places;
    }

    private int[] places() {
        int[] places = new int[nodes];
        Arrays.fill(places, -1);
        int[] order = new int[nodes];
        int seen = 0;
        int done = 0;
        for (int start = 0; start < nodes; start++) {
            if (places[start] >= 0 || isLeftForLast(start)) {
                continue;
            }
            places[start] = seen;
            order[seen++] = start;
            while (done < seen) {
                int node = order[done++];
                for (int i = begin[node]; i < begin[node + 1]; i++) {
                    int neighbour = neighbours[i];
                    if (places[neighbour] < 0 && !isLeftForLast(neighbour)) {
                        places[neighbour] = seen;
                        order[seen++] = neighbour;
                    }
                }
            }
        }
        for (int node = 0; node < nodes; node++) {
            if (places[node] < 0) {
                places[node] = seen++;
            }
        }
        return places;
    }

    private boolean isLeftForLast(int node) {
        return begin[node] == begin[node + 1];
    }
}
