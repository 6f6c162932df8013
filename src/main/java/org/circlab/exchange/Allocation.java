package org.circlab.exchange;

import java.util.Arrays;

/** What a round has decided: mass of offers given to arcs, in parts that are carried out in their order. */
public final class Allocation {

    private int[] offers = new int[16];
    private int[] arcs = new int[16];
    private long[] grams = new long[16];
    private int size;

    /** Forgets all. */
    public void clear() {
        size = 0;
    }

    /** Takes over what another holds. */
    void become(Allocation other) {
        clear();
        for (int part = 0; part < other.size; part++) {
            add(other.offers[part], other.arcs[part], other.grams[part]);
        }
    }

    /** Gives {@code allocatedGrams} of an offer to an arc. */
    void add(int offer, int arc, long allocatedGrams) {
        if (size == offers.length) {
            offers = Arrays.copyOf(offers, 2 * size);
            arcs = Arrays.copyOf(arcs, 2 * size);
            grams = Arrays.copyOf(grams, 2 * size);
        }
        offers[size] = offer;
        arcs[size] = arc;
        grams[size++] = allocatedGrams;
    }

    /** How many parts there are. */
    public int size() {
        return size;
    }

    /** Which offer a part is of. */
    public int offer(int part) {
        return offers[part];
    }

    /** Which arc a part goes along. */
    public int arc(int part) {
        return arcs[part];
    }

    /** Grams of a part, above 0. */
    public long grams(int part) {
        return grams[part];
    }
}
