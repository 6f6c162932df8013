package org.circlab.score;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who gives to whom: directed links between nodes, each pair once in each direction, none from a node to itself.
 */
final class Links {

    /** Steps of the power method after which the growth along links counts as not found. */
    private static final long MOST_STEPS = 50_000_000;

    private static final double PRECISION = 1e-12;

    private final int nodes;
    private final int[] from;
    private final int[] to;
    /** The first link of each node, links being in the order of their origins. */
    private final int[] first;

    /** Links in the order of their origins. */
    Links(int nodes, int[] from, int[] to) {
        this.nodes = nodes;
        this.from = from.clone();
        this.to = to.clone();
        this.first = new int[nodes + 1];
        Arrays.stream(from).forEach(node -> first[node + 1]++);
        for (int i = 0; i < nodes; i++) {
            first[i + 1] += first[i];
        }
    }

    int nodes() {
        return nodes;
    }

    int size() {
        return from.length;
    }

    int from(int link) {
        return from[link];
    }

    int to(int link) {
        return to[link];
    }

    /** How many nodes give to any other. */
    int givers() {
        return (int) Arrays.stream(from).distinct().count();
    }

    /** How many nodes get from any other. */
    int receivers() {
        return (int) Arrays.stream(to).distinct().count();
    }

    /** How many nodes give or get. */
    int linked() {
        return (int) Arrays.stream(new int[][] {from, to})
                .flatMapToInt(Arrays::stream)
                .distinct()
                .count();
    }

    /** How many nodes get from exactly one other. */
    int specialisedReceivers() {
        int[] sources = new int[nodes];
        Arrays.stream(to).forEach(node -> sources[node]++);
        return (int) Arrays.stream(sources).filter(count -> count == 1).count();
    }

    /** How many pairs of nodes are linked, in one direction or both. */
    int pairs() {
        return (int) IntStream.range(0, size())
                .mapToLong(k -> (long) Math.min(from[k], to[k]) * nodes + Math.max(from[k], to[k]))
                .distinct()
                .count();
    }

    /**
     * Cyclicity: the largest eigenvalue of the adjacency matrix, by how much the number of paths grows with each step more. 0
     * without a cycle, 1 with a plain one, more where cycles share nodes (B. D. Fath and G. Halnes, Cyclic energy pathways in
     * ecological food webs, Ecological Modelling 208, 2007). By the power method on each circle of nodes, with the bounds of
     * Collatz and Wielandt; NaN where they do not close.
     */
    double cyclicity() {
        double largest = 0;
        for (List<Integer> circle : circles()) {
            largest = Math.max(largest, growth(circle));
        }
        return largest;
    }

    private double growth(List<Integer> circle) {
        double[] weights = new double[nodes];
        circle.forEach(node -> weights[node] = 1);
        double[] next = new double[nodes];
        long steps = 0;
        while (steps < MOST_STEPS) {
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            double sum = 0;
            for (int node : circle) {
                double value = weights[node];
                for (int link = first[node]; link < first[node + 1]; link++) {
                    value += weights[to[link]];
                    steps++;
                }
                next[node] = value;
                sum += value;
                least = Math.min(least, value / weights[node]);
                most = Math.max(most, value / weights[node]);
            }
            if (most - least <= PRECISION * most) {
                return (least + most) / 2 - 1;
            }
            for (int node : circle) {
                weights[node] = next[node] / sum;
            }
        }
        return Double.NaN;
    }

    /**
     * The circles: largest sets of at least two nodes of which each reaches each other (R. Tarjan, Depth-first search and linear
     * graph algorithms, SIAM Journal on Computing 1, 1972), each in the order of its nodes.
     */
    List<List<Integer>> circles() {
        return new Search().circles();
    }

    /** The depth-first search, with a stack of its own since a chain may be as long as there are nodes. */
    private final class Search {

        private final int[] seen = new int[nodes];
        private final int[] lowest = new int[nodes];
        private final int[] next = first.clone();
        private final boolean[] open = new boolean[nodes];
        private final Deque<Integer> path = new ArrayDeque<>();
        private final Deque<Integer> waiting = new ArrayDeque<>();
        private final List<List<Integer>> found = new ArrayList<>();
        private int count;

        List<List<Integer>> circles() {
            for (int node = 0; node < nodes; node++) {
                if (seen[node] == 0) {
                    enter(node);
                    walk();
                }
            }
            return found;
        }

        private void enter(int node) {
            seen[node] = ++count;
            lowest[node] = count;
            open[node] = true;
            path.push(node);
            waiting.push(node);
        }

        private void walk() {
            while (!path.isEmpty()) {
                int node = path.peek();
                if (next[node] < first[node + 1]) {
                    int target = to[next[node]++];
                    if (seen[target] == 0) {
                        enter(target);
                    } else if (open[target]) {
                        lowest[node] = Math.min(lowest[node], seen[target]);
                    }
                } else {
                    path.pop();
                    leave(node);
                }
            }
        }

        private void leave(int node) {
            Integer before = path.peek();
            if (before != null) {
                lowest[before] = Math.min(lowest[before], lowest[node]);
            }
            if (lowest[node] == seen[node]) {
                List<Integer> circle = new ArrayList<>();
                int member;
                do {
                    member = waiting.pop();
                    open[member] = false;
                    circle.add(member);
                } while (member != node);
                if (circle.size() > 1) {
                    found.add(circle.stream().sorted().toList());
                }
            }
        }
    }
}
