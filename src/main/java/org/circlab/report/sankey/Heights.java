package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.List;

/** How high each slot is and where its middle is, so that bundles are as straight as the order of the layers allows. */
final class Heights {

    private static final int SWEEPS = 40;
    private static final double STRAIGHT = 6;

    private final Grid grid;
    private final Look look;
    /** Pixels of each slot. */
    private final double[] height;
    /** The middle of each slot, in pixels from the top. */
    private final double[] middle;
    /** The slots of each layer from top to bottom. */
    private final List<int[]> columns = new ArrayList<>();

    private double total;

    private Heights(Grid grid, Look look, double[] height) {
        this.grid = grid;
        this.look = look;
        this.height = height;
        this.middle = new double[height.length];
        for (List<Grid.Block> blocks : grid.layers) {
            columns.add(blocks.stream()
                    .flatMap(block -> block.slots().stream())
                    .mapToInt(Integer::intValue)
                    .toArray());
        }
    }

    /**
     * The middles of all slots.
     *
     * @param height of each slot in pixels
     */
    static double[] middles(Grid grid, Look look, double[] height) {
        Heights heights = new Heights(grid, look, height);
        heights.stack();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < heights.columns.size(); i++) {
                heights.settle(sweep % 2 == 0 ? i : heights.columns.size() - 1 - i);
            }
        }
        return heights.middle;
    }

    /** Each column without room to spare, in the middle of the highest. */
    private void stack() {
        for (int[] column : columns) {
            total = Math.max(total, room(column));
        }
        for (int[] column : columns) {
            double y = (total - room(column)) / 2;
            for (int i = 0; i < column.length; i++) {
                y += i == 0 ? 0 : gap(column[i - 1], column[i]);
                middle[column[i]] = y + height[column[i]] / 2;
                y += height[column[i]];
            }
        }
    }

    private double room(int[] column) {
        double room = 0;
        for (int i = 0; i < column.length; i++) {
            room += height[column[i]] + (i == 0 ? 0 : gap(column[i - 1], column[i]));
        }
        return room;
    }

    private double gap(int upper, int lower) {
        boolean flows =
                !grid.slots.get(upper).isNode() && !grid.slots.get(lower).isNode();
        return flows ? look.flowGap() : look.nodeGap();
    }

    /**
     * Moves the slots of a layer to where their neighbours in other layers are, in the least squares under the order and the
     * gaps: slots that would overlap are pooled (the algorithm of pool adjacent violators).
     */
    private void settle(int layer) {
        int[] column = columns.get(layer);
        double[] weight = new double[height.length];
        double[] wanted = new double[height.length];
        if (layer > 0) {
            pull(grid.segmentsRightOf.get(layer - 1), false, weight, wanted);
        }
        pull(grid.segmentsRightOf.get(layer), true, weight, wanted);
        double[] offset = new double[column.length];
        Pool pool = new Pool(column.length);
        for (int i = 0; i < column.length; i++) {
            int slot = column[i];
            offset[i] = i == 0
                    ? height[slot] / 2
                    : offset[i - 1] + height[column[i - 1]] / 2 + gap(column[i - 1], slot) + height[slot] / 2;
            boolean free = weight[slot] == 0;
            double goal = free ? middle[slot] : wanted[slot] / weight[slot];
            pool.add(goal - offset[i], free ? 1e-3 : weight[slot]);
        }
        double spare = total - room(column);
        double[] shift = pool.values();
        for (int i = 0; i < column.length; i++) {
            middle[column[i]] = offset[i] + Math.max(0, Math.min(spare, shift[i]));
        }
    }

    private void pull(List<Grid.Segment> segments, boolean hereIsLeft, double[] weight, double[] wanted) {
        for (Grid.Segment segment : segments) {
            int here = hereIsLeft ? segment.left() : segment.right();
            int there = hereIsLeft ? segment.right() : segment.left();
            boolean passing =
                    !grid.slots.get(here).isNode() && !grid.slots.get(there).isNode();
            double strength = (grid.bundles.get(segment.bundle()).grams() + 1) * (passing ? STRAIGHT : 1);
            weight[here] += strength;
            wanted[here] += strength * middle[there];
        }
    }

    /** Values that shall not fall, nearest to given ones by weighed squares. */
    private static final class Pool {
        private final double[] mean;
        private final double[] weight;
        private final int[] members;
        private int pools;
        private int added;

        Pool(int most) {
            mean = new double[most];
            weight = new double[most];
            members = new int[most];
        }

        void add(double value, double ownWeight) {
            mean[pools] = value;
            weight[pools] = ownWeight;
            members[pools++] = 1;
            added++;
            while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
                double both = weight[pools - 2] + weight[pools - 1];
                mean[pools - 2] += (mean[pools - 1] - mean[pools - 2]) * weight[pools - 1] / both;
                weight[pools - 2] = both;
                members[pools - 2] += members[pools - 1];
                pools--;
            }
        }

        double[] values() {
            double[] values = new double[added];
            int at = 0;
            for (int pool = 0; pool < pools; pool++) {
                for (int i = 0; i < members[pool]; i++) {
                    values[at++] = mean[pool];
                }
            }
            return values;
        }
    }
}
