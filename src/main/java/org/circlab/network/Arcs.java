package org.circlab.network;

import java.util.Arrays;

/**
 * The possible ways from outlets to inlets, in compressed rows: the arcs of outlet {@code o} are numbered from
 * {@code first(o)} to before {@code first(o + 1)}, in the order of inlets.
 */
public final class Arcs {

    private final int[] first;
    private final int[] inlets;
    private final double[] kilometres;

    private Arcs(int[] first, int[] inlets, double[] kilometres) {
        this.first = first;
        this.inlets = inlets;
        this.kilometres = kilometres;
    }

    /** Number of the first arc of an outlet; for one past the last outlet, the number of arcs. */
    public int first(int outlet) {
        return first[outlet];
    }

    /** How many arcs there are in all. */
    public int size() {
        return first[first.length - 1];
    }

    /** Index of the inlet that an arc leads to. */
    public int inlet(int arc) {
        return inlets[arc];
    }

    /** Length of an arc by the mode of its outlet, in kilometres. */
    public double kilometres(int arc) {
        return kilometres[arc];
    }

    /** Collects arcs, outlet by outlet. */
    static final class Builder {
        private int[] first = new int[16];
        private int outlets;
        private int[] inlets = new int[64];
        private double[] kilometres = new double[64];
        private int size;

        void add(int inlet, double length) {
            if (size == inlets.length) {
                inlets = Arrays.copyOf(inlets, 2 * size);
                kilometres = Arrays.copyOf(kilometres, 2 * size);
            }
            inlets[size] = inlet;
            kilometres[size++] = length;
        }

        void endOutlet() {
            if (++outlets == first.length) {
                first = Arrays.copyOf(first, 2 * outlets);
            }
            first[outlets] = size;
        }

        Arcs build() {
            return new Arcs(
                    Arrays.copyOf(first, outlets + 1), Arrays.copyOf(inlets, size), Arrays.copyOf(kilometres, size));
        }
    }
}
