package org.circlab.report.sankey;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Which bundles run against the order from left to right, so that the others make no loop. */
final class FeedbackArcs {

    private final int nodes;
    private final List<Bundle> bundles;
    private final List<List<Integer>> leaving = new ArrayList<>();
    private final List<List<Integer>> entering = new ArrayList<>();
    private final boolean[] back;

    private FeedbackArcs(int nodes, List<Bundle> bundles) {
        this.nodes = nodes;
        this.bundles = bundles;
        this.back = new boolean[bundles.size()];
        for (int node = 0; node < nodes; node++) {
            leaving.add(new ArrayList<>());
            entering.add(new ArrayList<>());
        }
        for (int i = 0; i < bundles.size(); i++) {
            if (!bundles.get(i).isSelfLoop()) {
                leaving.get(bundles.get(i).from()).add(i);
                entering.get(bundles.get(i).to()).add(i);
            }
        }
    }

    /** For each bundle whether it is one; each closes a loop with others that are not, and self-loops do by themselves. */
    static boolean[] of(int nodes, List<Bundle> bundles) {
        FeedbackArcs arcs = new FeedbackArcs(nodes, bundles);
        int[] rank = arcs.greedyOrder();
        List<Integer> against = new ArrayList<>();
        for (int i = 0; i < bundles.size(); i++) {
            arcs.back[i] = rank[bundles.get(i).from()] >= rank[bundles.get(i).to()];
            if (arcs.back[i] && !bundles.get(i).isSelfLoop()) {
                against.add(i);
            }
        }
        against.sort(Comparator.comparingDouble((Integer i) -> -bundles.get(i).grams()));
        against.forEach(arcs::straightenIfItClosesNoLoop);
        return arcs.back;
    }

    /** Places of the nodes in an order that few heavy bundles run against: sinks last, sources first, else by net outflow. */
    private int[] greedyOrder() {
        double[] in = new double[nodes];
        double[] out = new double[nodes];
        int[] inArcs = new int[nodes];
        int[] outArcs = new int[nodes];
        for (Bundle bundle : bundles) {
            if (!bundle.isSelfLoop()) {
                out[bundle.from()] += bundle.grams();
                in[bundle.to()] += bundle.grams();
                outArcs[bundle.from()]++;
                inArcs[bundle.to()]++;
            }
        }
        int[] rank = new int[nodes];
        boolean[] placed = new boolean[nodes];
        int first = 0;
        int last = nodes - 1;
        while (first <= last) {
            int node = next(placed, in, out, inArcs, outArcs);
            placed[node] = true;
            rank[node] = outArcs[node] == 0 ? last-- : first++;
            for (int i : leaving.get(node)) {
                int to = bundles.get(i).to();
                in[to] -= bundles.get(i).grams();
                inArcs[to]--;
            }
            for (int i : entering.get(node)) {
                int from = bundles.get(i).from();
                out[from] -= bundles.get(i).grams();
                outArcs[from]--;
            }
        }
        return rank;
    }

    /** The first sink, else the first source, else the node that sends most more than it receives. */
    private int next(boolean[] placed, double[] in, double[] out, int[] inArcs, int[] outArcs) {
        int source = -1;
        int best = -1;
        for (int node = 0; node < nodes; node++) {
            if (placed[node]) {
                continue;
            }
            if (outArcs[node] == 0) {
                return node;
            }
            source = source < 0 && inArcs[node] == 0 ? node : source;
            best = best < 0 || out[node] - in[node] > out[best] - in[best] ? node : best;
        }
        return source >= 0 ? source : best;
    }

    private void straightenIfItClosesNoLoop(int bundle) {
        back[bundle] = reaches(bundles.get(bundle).to(), bundles.get(bundle).from());
    }

    /** Whether bundles that are not against the order lead from one node to another. */
    private boolean reaches(int from, int to) {
        boolean[] seen = new boolean[nodes];
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        seen[from] = true;
        while (!open.isEmpty()) {
            int node = open.remove();
            if (node == to) {
                return true;
            }
            for (int i : leaving.get(node)) {
                int next = bundles.get(i).to();
                if (!back[i] && !seen[next]) {
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
        return false;
    }
}
