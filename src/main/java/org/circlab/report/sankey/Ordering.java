package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts the blocks of each layer into an order in which little mass crosses. */
final class Ordering {

    private static final int SWEEPS = 24;
    private static final int SWEEP_THAT_CHOOSES_SIDES = 4;

    /** Added to each weight, so that thin flows count too. */
    private static final double LEAST_SHARE = 0.002;

    private final Grid grid;
    private final double[] weight;
    private final double[] place;
    private final double[] pull;
    private final double[] pulled;

    private Ordering(Grid grid) {
        this.grid = grid;
        this.place = new double[grid.slots.size()];
        this.pull = new double[grid.slots.size()];
        this.pulled = new double[grid.slots.size()];
        double all = grid.bundles.stream().mapToDouble(Bundle::grams).sum();
        this.weight = grid.bundles.stream()
                .mapToDouble(bundle -> bundle.grams() / all + LEAST_SHARE)
                .toArray();
    }

    /** Orders the layers of a grid in place. */
    static void arrange(Grid grid) {
        new Ordering(grid).arrange();
    }

    private void arrange() {
        grid.layers.forEach(this::number);
        List<List<Grid.Block>> best = copy();
        double least = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean ahead = sweep % 2 == 0;
            int count = grid.layers.size();
            for (int i = 0; i < count; i++) {
                sort(ahead ? i : count - 1 - i, ahead);
            }
            if (sweep == SWEEP_THAT_CHOOSES_SIDES) {
                chooseSides();
                continue;
            }
            double crossings = crossings();
            if (sweep > SWEEP_THAT_CHOOSES_SIDES && crossings < least) {
                least = crossings;
                best = copy();
            }
        }
        for (int layer = 0; layer < best.size(); layer++) {
            grid.layers.get(layer).clear();
            grid.layers.get(layer).addAll(best.get(layer));
            number(grid.layers.get(layer));
        }
        sortTurns();
    }

    private List<List<Grid.Block>> copy() {
        return grid.layers.stream().map(List::copyOf).toList();
    }

    /** Bundles that run back do so on the side of the diagram that they are nearer to. */
    private void chooseSides() {
        for (int bundle = 0; bundle < grid.bundles.size(); bundle++) {
            if (grid.back[bundle]) {
                double from = place[grid.slotOf(grid.bundles.get(bundle).from())];
                double to = place[grid.slotOf(grid.bundles.get(bundle).to())];
                grid.turn(bundle, grid.staysInLayer(bundle) ? from < to : from + to < 1);
            }
        }
        grid.layers.forEach(this::number);
    }

    /** Sorts a layer by what it is joined with in the layer before it, or behind it. */
    private void sort(int layer, boolean ahead) {
        List<Grid.Block> blocks = grid.layers.get(layer);
        int other = ahead ? layer - 1 : layer;
        if (other < 0 || other >= grid.layers.size() - 1) {
            return;
        }
        Arrays.fill(pull, 0);
        Arrays.fill(pulled, 0);
        for (Grid.Segment segment : grid.segmentsRightOf.get(other)) {
            int here = ahead ? segment.right() : segment.left();
            int there = ahead ? segment.left() : segment.right();
            pull[here] += weight[segment.bundle()];
            pulled[here] += weight[segment.bundle()] * place[there];
        }
        List<Grid.Block> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparingDouble(this::barycentre));
        blocks.clear();
        blocks.addAll(sorted);
        number(blocks);
    }

    /** Where a block is drawn to; where nothing draws it, its place. */
    private double barycentre(Grid.Block block) {
        double weights = 0;
        double sum = 0;
        for (int slot : block.slots()) {
            weights += pull[slot];
            sum += pulled[slot];
        }
        return weights > 0 ? sum / weights : place[block.main];
    }

    /** Gives each slot of a layer its place, from 0 at the top to 1 at the bottom. */
    private void number(List<Grid.Block> blocks) {
        int count = 0;
        for (Grid.Block block : blocks) {
            count += block.slots().size();
        }
        int at = 0;
        for (Grid.Block block : blocks) {
            for (int slot : block.slots()) {
                place[slot] = (at++ + 0.5) / count;
            }
        }
    }

    /** Sum over all crossing pairs of the product of their weights. */
    private double crossings() {
        double sum = 0;
        for (List<Grid.Segment> segments : grid.segmentsRightOf) {
            sum += crossings(segments);
        }
        return sum;
    }

    private double crossings(List<Grid.Segment> segments) {
        List<Grid.Segment> sorted = new ArrayList<>(segments);
        sorted.sort(Comparator.comparingDouble((Grid.Segment segment) -> place[segment.left()])
                .thenComparingDouble(segment -> place[segment.right()]));
        double[] ends = sorted.stream()
                .mapToDouble(segment -> place[segment.right()])
                .sorted()
                .distinct()
                .toArray();
        double[] tree = new double[ends.length + 1];
        double before = 0;
        double sum = 0;
        for (Grid.Segment segment : sorted) {
            int rank = Arrays.binarySearch(ends, place[segment.right()]) + 1;
            double above = 0;
            for (int i = rank; i > 0; i -= i & -i) {
                above += tree[i];
            }
            double own = weight[segment.bundle()];
            sum += own * (before - above);
            before += own;
            for (int i = rank; i <= ends.length; i += i & -i) {
                tree[i] += own;
            }
        }
        return sum;
    }

    /** Slots beside a node in the order of where they lead, so that bundles that turn there do not cross. */
    private void sortTurns() {
        double[] target = place.clone();
        for (int bundle = 0; bundle < grid.bundles.size(); bundle++) {
            List<Integer> passes = grid.passes(bundle);
            if (grid.back[bundle] && passes.size() > 1) {
                int end = passes.size() - 1;
                target[passes.get(0)] = place[passes.get(1)];
                target[passes.get(end)] = place[passes.get(end - 1)];
            }
        }
        for (List<Grid.Block> blocks : grid.layers) {
            for (Grid.Block block : blocks) {
                block.above.sort(Comparator.comparingDouble(slot -> target[slot]));
                block.below.sort(Comparator.comparingDouble(slot -> target[slot]));
            }
        }
    }
}
