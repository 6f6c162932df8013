package org.circlab.exchange;

import static org.circlab.exchange.Basis.AT_LOWER;
import static org.circlab.exchange.Basis.IN_TREE;

/** Where the network simplex begins when it knows nothing. */
final class ColdBasis {

    private ColdBasis() {}

    /**
     * The basis of artificial arcs alone, in which each node sends its supply to the root or has its demand from there, but for
     * those that can use a hub instead.
     */
    static void start(Basis basis) {
        basis.restAllAtLower();
        basis.tree = new SpanningTree(basis.nodes + 1);
        basis.potential[basis.nodes] = 0;
        for (int node = 0; node < basis.nodes; node++) {
            basis.setArtificial(node, basis.supply[node]);
        }
        if (basis.arcs > 0) {
            startFromHub(basis, hub(basis));
            basis.renewPotentials();
        }
    }

    /** The node with most arcs, such as a place for what is left over; the first of several. */
    private static int hub(Basis basis) {
        int[] degree = new int[basis.nodes];
        int best = 0;
        for (int arc = 0; arc < basis.arcs; arc++) {
            degree[basis.from[arc]]++;
            degree[basis.to[arc]]++;
        }
        for (int node = 1; node < basis.nodes; node++) {
            if (degree[node] > degree[best]) {
                best = node;
            }
        }
        return best;
    }

    /**
     * Lets nodes with an arc to the hub, or from it, that is wide enough for all of their supply or demand, use it rather than an
     * artificial one: a basis to begin with that takes fewer pivots, and as strongly feasible.
     */
    private static void startFromHub(Basis basis, int hub) {
        SpanningTree tree = basis.tree;
        long excess = basis.supply[hub];
        for (int arc = 0; arc < basis.arcs; arc++) {
            boolean upward = basis.to[arc] == hub;
            int node = upward ? basis.from[arc] : basis.to[arc];
            if (node == hub || (!upward && basis.from[arc] != hub) || tree.arc[node] < basis.arcs) {
                continue;
            }
            long supply = basis.supply[node];
            long wanted = upward ? supply : -supply;
            if ((upward ? wanted >= 0 : wanted > 0) && wanted < basis.capacity[arc]) {
                basis.state[tree.arc[node]] = AT_LOWER;
                basis.flow[tree.arc[node]] = 0;
                tree.move(node, node, hub, arc, upward);
                basis.state[arc] = IN_TREE;
                basis.flow[arc] = wanted;
                excess += supply;
            }
        }
        basis.setArtificial(hub, excess);
    }
}
