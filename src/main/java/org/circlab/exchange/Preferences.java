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
        double[] keys = new double[arcs.size()];
        for (int outlet = 0; outlet < outlets; outlet++) {
            int from = arcs.first(outlet);
            int to = arcs.first(outlet + 1);
            Integer[] order = new Integer[to - from];
            Arrays.setAll(order, i -> from + i);
            Arrays.sort(order, (a, b) -> Double.compare(key[a], key[b]));
            for (int i = 0; i < order.length; i++) {
                ranked[from + i] = order[i];
                keys[from + i] = key[order[i]];
            }
        }
        return new Preferences(arcs, ranked, keys);
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
