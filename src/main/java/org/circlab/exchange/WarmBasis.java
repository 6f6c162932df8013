package org.circlab.exchange;

import static org.circlab.exchange.Basis.AT_LOWER;
import static org.circlab.exchange.Basis.AT_UPPER;

import java.util.Arrays;

/** Makes the basis of an earlier solution fit for new numbers. */
final class WarmBasis {

    private final Basis basis;
    private final long[] excess;

    private WarmBasis(Basis basis) {
        this.basis = basis;
        this.excess = Arrays.copyOf(basis.supply, basis.nodes + 1);
    }

    /**
     * Keeps the tree of the last solution as far as it holds a strongly feasible flow for the new numbers. Where it does not, the
     * part below the arc at fault is hung from the root. False if flows become too large on the way.
     */
    static boolean repair(Basis basis) {
        WarmBasis warm = new WarmBasis(basis);
        try {
            warm.restAtBounds();
            int[] order = warm.order();
            for (int i = basis.nodes - 1; i >= 0; i--) {
                warm.settle(order[i]);
            }
        } catch (ArithmeticException e) {
            return false;
        }
        basis.renewPotentials();
        return true;
    }

    /** All nodes but the root, parents before children. */
    private int[] order() {
        int[] order = new int[basis.nodes];
        int node = basis.tree.root;
        for (int i = 0; i < order.length; i++) {
            node = basis.tree.next[node];
            order[i] = node;
        }
        return order;
    }

    /** Fills arcs at their upper bound again, if they still have one; those at their lower one have no flow. */
    private void restAtBounds() {
        if (!basis.isAnyFull()) {
            return;
        }
        for (int arc = 0; arc < basis.arcs; arc++) {
            if (basis.state[arc] != AT_UPPER) {
                continue;
            }
            long capacity = basis.capacity[arc];
            if (capacity == FlowProblem.UNLIMITED) {
                basis.state[arc] = AT_LOWER;
                basis.flow[arc] = 0;
                continue;
            }
            basis.flow[arc] = capacity;
            send(capacity, basis.from[arc], basis.to[arc]);
        }
    }

    private void send(long amount, int origin, int target) {
        excess[origin] = Math.subtractExact(excess[origin], amount);
        excess[target] = Math.addExact(excess[target], amount);
    }

    /** Sends what the part below a node has too much up its arc, or what it lacks down; the arc becomes full where it can't. */
    private void settle(int node) {
        SpanningTree tree = basis.tree;
        int arc = tree.arc[node];
        if (arc >= basis.arcs) {
            basis.setArtificial(node, excess[node]);
            return;
        }
        boolean upward = tree.upward[node];
        long wanted = upward ? excess[node] : Math.negateExact(excess[node]);
        boolean feasible = basis.isStronglyFeasible(node, wanted);
        boolean full = !feasible && wanted > 0;
        long flow = feasible ? wanted : full ? basis.capacity[arc] : 0;
        basis.flow[arc] = flow;
        int above = tree.parent[node];
        send(upward ? flow : -flow, node, above);
        if (!feasible) {
            basis.rest(arc, full ? AT_UPPER : AT_LOWER);
            tree.move(node, node, tree.root, basis.arcs + node, true);
            basis.setArtificial(node, excess[node]);
        }
    }
}
