package org.circlab.exchange;

import java.util.Arrays;
import org.circlab.network.Arcs;

/**
 * For each outlet, its arcs from the least to the greatest of a key, such as cost or distance. Ties keep the order of inlets,
 * that is of ids. Immutable.
 */
public final class Preferences {

    private final Arcs arcs;
    private final int[] ranked;
    private final double[] keys;

    private Preferences(Arcs arcs, int[] ranked, double[] keys) {
        this.arcs = arcs;
        this.ranked = ranked;
        this.keys = keys;
    }

    /**
     * Ranks arcs.
     *
     * @param arcs the arcs
     * @param outlets how many outlets they start from
     * @param key finite, by arc
     */
    public static Preferences of(Arcs arcs, int outlets, double[] key) {
        int[] ranked = new int[arcs.size()];
        Arrays.setAll(ranked, arc -> arc);
        Merging merging = new Merging(ranked, key);
        for (int outlet = 0; outlet < outlets; outlet++) {
            merging.sort(arcs.first(outlet), arcs.first(outlet + 1));
        }
        double[] keys = new double[ranked.length];
        Arrays.setAll(keys, position -> key[ranked[position]]);
        return new Preferences(arcs, ranked, keys);
    }

    /** Sorts stretches of arcs by merging runs of doubling length, each of two arrays in turn from the other; stable. */
    private static final class Merging {
        private final int[] arcs;
        private final double[] key;
        private int[] from;
        private int[] to;

        Merging(int[] arcs, double[] key) {
            this.arcs = arcs;
            this.key = key;
            this.from = arcs;
            this.to = new int[arcs.length];
        }

        void sort(int begin, int end) {
            for (int run = 1; run < end - begin; run *= 2) {
                for (int start = begin; start < end; start += 2 * run) {
                    merge(start, Math.min(start + run, end), Math.min(start + 2 * run, end));
                }
                int[] swap = from;
                from = to;
                to = swap;
            }
            if (from != arcs) {
                System.arraycopy(from, begin, arcs, begin, end - begin);
                to = from;
                from = arcs;
            }
        }

        private void merge(int start, int middle, int end) {
            int left = start;
            int right = middle;
            for (int i = start; i < end; i++) {
                boolean takeLeft =
                        left < middle && (right == end || Double.compare(key[from[left]], key[from[right]]) <= 0);
                to[i] = takeLeft ? from[left++] : from[right++];
            }
        }
    }

    /** Position of the first choice of an outlet. */
    public int first(int outlet) {
        return arcs.first(outlet);
    }

    /** Position after the last choice of an outlet. */
    public int end(int outlet) {
        return arcs.first(outlet + 1);
    }

    /** The arc at a position. */
    public int arc(int position) {
        return ranked[position];
    }

    /** The key of the arc at a position. */
    public double key(int position) {
        return keys[position];
    }

    /** Index of the inlet that an arc leads to. */
    public int inlet(int arc) {
        return arcs.inlet(arc);
    }
}
