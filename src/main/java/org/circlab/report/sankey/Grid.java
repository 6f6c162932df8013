package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Layers of slots from left to right. A slot is the height that a node or a passing bundle takes in its layer. A node, and the
 * slots in which bundles turn round beside it, stay together as a block.
 */
final class Grid {

    /** Stands for no node, no bundle. */
    static final int NONE = -1;

    /**
     * A height to keep free in a layer.
     *
     * @param node that stands there, or {@link #NONE}
     * @param bundle that passes there, or {@link #NONE}
     */
    record Slot(int layer, int node, int bundle) {
        boolean isNode() {
            return node != NONE;
        }
    }

    /** Two slots of neighbouring layers that a bundle joins. */
    record Segment(int left, int right, int bundle) {}

    /** What moves up and down in a layer as one: slots above a node, the node, slots below it; or one passing slot. */
    static final class Block {
        final List<Integer> above = new ArrayList<>();
        final int main;
        final List<Integer> below = new ArrayList<>();

        Block(int main) {
            this.main = main;
        }

        /** All slots from top to bottom. */
        List<Integer> slots() {
            List<Integer> all = new ArrayList<>(above);
            all.add(main);
            all.addAll(below);
            return all;
        }
    }

    final List<Bundle> bundles;
    final boolean[] back;
    final int[] layerOf;
    final List<Slot> slots = new ArrayList<>();
    final List<List<Segment>> segmentsRightOf = new ArrayList<>();
    /** The blocks of each layer from top to bottom. */
    final List<List<Block>> layers = new ArrayList<>();

    /** For each bundle the slots that it passes, in the order in which the material runs. */
    private final List<List<Integer>> passes = new ArrayList<>();

    private final List<Block> blockOfNode = new ArrayList<>();

    /** A grid in which every layer has its nodes in their order, then what passes. */
    Grid(int nodes, List<Bundle> bundles) {
        this.bundles = bundles;
        this.back = FeedbackArcs.of(nodes, bundles);
        this.layerOf = Layers.of(nodes, bundles, back);
        for (int i = 0; i < bundles.size(); i++) {
            back[i] = layerOf[bundles.get(i).from()] >= layerOf[bundles.get(i).to()];
        }
        int count = 1;
        for (int layer : layerOf) {
            count = Math.max(count, layer + 1);
        }
        for (int layer = 0; layer < count; layer++) {
            layers.add(new ArrayList<>());
            segmentsRightOf.add(new ArrayList<>());
        }
        for (int node = 0; node < nodes; node++) {
            blockOfNode.add(new Block(add(layerOf[node], node, NONE)));
            layers.get(layerOf[node]).add(blockOfNode.get(node));
        }
        for (int bundle = 0; bundle < bundles.size(); bundle++) {
            passes.add(back[bundle] ? runBack(bundle) : runAhead(bundle));
        }
    }

    List<Integer> passes(int bundle) {
        return passes.get(bundle);
    }

    /** The slot of a node; slots of nodes come first, in the order of nodes. */
    int slotOf(int node) {
        return blockOfNode.get(node).main;
    }

    /** Whether a bundle joins two nodes of one layer. */
    boolean staysInLayer(int bundle) {
        Bundle ends = bundles.get(bundle);
        return !ends.isSelfLoop() && layerOf[ends.from()] == layerOf[ends.to()];
    }

    /** Lets a bundle run back above its two ends, or below them. */
    void turn(int bundle, boolean above) {
        List<Integer> run = passes.get(bundle);
        if (run.size() > 1) {
            turn(blockOfNode.get(bundles.get(bundle).from()), run.get(0), above);
        }
        turn(blockOfNode.get(bundles.get(bundle).to()), run.get(run.size() - 1), above);
    }

    private static void turn(Block block, Integer pass, boolean above) {
        block.above.remove(pass);
        block.below.remove(pass);
        (above ? block.above : block.below).add(pass);
    }

    private List<Integer> runAhead(int bundle) {
        int last = slotOf(bundles.get(bundle).from());
        List<Integer> run = new ArrayList<>();
        int end = layerOf[bundles.get(bundle).to()];
        for (int layer = layerOf[bundles.get(bundle).from()] + 1; layer < end; layer++) {
            int slot = add(layer, NONE, bundle);
            layers.get(layer).add(new Block(slot));
            join(last, slot, bundle);
            run.add(slot);
            last = slot;
        }
        join(last, slotOf(bundles.get(bundle).to()), bundle);
        return run;
    }

    /** From the layer of the sender back to that of the receiver, both included. */
    private List<Integer> runBack(int bundle) {
        Block start = blockOfNode.get(bundles.get(bundle).from());
        Block end = blockOfNode.get(bundles.get(bundle).to());
        int last = layerOf[bundles.get(bundle).to()];
        List<Integer> run = new ArrayList<>();
        for (int layer = last; layer <= layerOf[bundles.get(bundle).from()]; layer++) {
            int slot = add(layer, NONE, bundle);
            if (layer == last) {
                end.below.add(slot);
            } else {
                join(run.get(run.size() - 1), slot, bundle);
                if (layer == layerOf[bundles.get(bundle).from()]) {
                    start.below.add(slot);
                } else {
                    layers.get(layer).add(new Block(slot));
                }
            }
            run.add(slot);
        }
        Collections.reverse(run);
        return run;
    }

    private int add(int layer, int node, int bundle) {
        slots.add(new Slot(layer, node, bundle));
        return slots.size() - 1;
    }

    private void join(int left, int right, int bundle) {
        segmentsRightOf.get(slots.get(left).layer()).add(new Segment(left, right, bundle));
    }
}
