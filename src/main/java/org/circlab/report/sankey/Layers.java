package org.circlab.report.sankey;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The layer of each node, from 0 at the left: bundles that do not close a loop lead to the right. Networks of many nodes in long
 * chains would become too wide to read; their layers are folded together, and a bundle inside a layer then turns round.
 */
final class Layers {

    private static final int MOST_ROUNDS = 30;
    private static final int MOST_LAYERS = 12;

    private final int[] layer;
    private final List<Bundle> bundles;
    private final List<List<Integer>> leaving = new ArrayList<>();
    private final List<List<Integer>> entering = new ArrayList<>();

    private Layers(int nodes, List<Bundle> bundles, boolean[] back) {
        this.layer = new int[nodes];
        this.bundles = bundles;
        for (int node = 0; node < nodes; node++) {
            leaving.add(new ArrayList<>());
            entering.add(new ArrayList<>());
        }
        for (int i = 0; i < bundles.size(); i++) {
            if (!back[i]) {
                leaving.get(bundles.get(i).from()).add(i);
                entering.get(bundles.get(i).to()).add(i);
            }
        }
    }

    /** By the longest way from a source, then each node moved to where its bundles are shortest, weighed by mass. */
    static int[] of(int nodes, List<Bundle> bundles, boolean[] back) {
        Layers layers = new Layers(nodes, bundles, back);
        layers.longestWays();
        int rounds = 0;
        while (rounds < MOST_ROUNDS && layers.shorten()) {
            rounds++;
        }
        layers.fold();
        return layers.layer;
    }

    private void longestWays() {
        int[] awaited = new int[layer.length];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int node = 0; node < layer.length; node++) {
            awaited[node] = entering.get(node).size();
            if (awaited[node] == 0) {
                ready.add(node);
            }
        }
        while (!ready.isEmpty()) {
            int node = ready.remove();
            for (int i : leaving.get(node)) {
                int to = bundles.get(i).to();
                layer[to] = Math.max(layer[to], layer[node] + 1);
                if (--awaited[to] == 0) {
                    ready.add(to);
                }
            }
        }
    }

    /** Moves each node once within the room that its partners leave; whether any moved. */
    private boolean shorten() {
        boolean moved = false;
        for (int node = layer.length - 1; node >= 0; node--) {
            int lowest = Integer.MIN_VALUE;
            int highest = Integer.MAX_VALUE;
            double pull = 0;
            for (int i : entering.get(node)) {
                lowest = Math.max(lowest, layer[bundles.get(i).from()] + 1);
                pull -= bundles.get(i).grams();
            }
            for (int i : leaving.get(node)) {
                highest = Math.min(highest, layer[bundles.get(i).to()] - 1);
                pull += bundles.get(i).grams();
            }
            int wanted = pull > 0 ? highest : pull < 0 ? lowest : layer[node];
            boolean bounded = wanted != Integer.MIN_VALUE && wanted != Integer.MAX_VALUE;
            if (bounded && wanted != layer[node]) {
                layer[node] = wanted;
                moved = true;
            }
        }
        return moved;
    }

    /** Counts layers from 0, and joins neighbouring ones where there are too many. */
    private void fold() {
        int least = Arrays.stream(layer).min().orElse(0);
        int count = Arrays.stream(layer).max().orElse(0) - least + 1;
        int most = Math.max(MOST_LAYERS, (int) Math.ceil(Math.sqrt(layer.length)));
        for (int node = 0; node < layer.length; node++) {
            int own = layer[node] - least;
            layer[node] = count <= most ? own : (int) ((long) own * most / count);
        }
    }
}
