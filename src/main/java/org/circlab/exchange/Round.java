package org.circlab.exchange;

import java.util.Arrays;

/**
 * One round of the exchange: offers in their order of precedence, and the room of the inlets. Room is given away as mass is
 * allocated, so what is matched is reserved.
 */
public final class Round {

    private final long[] roomGrams;
    private final long[] leastGrams;
    private int[] outlets = new int[16];
    private long[] grams = new long[16];
    private boolean[] whole = new boolean[16];
    private int size;

    /**
     * An empty round.
     *
     * @param roomGrams free room by inlet; it is written to as room is reserved
     * @param leastGrams by inlet, the least part of a divisible offer that is worth a journey
     */
    public Round(long[] roomGrams, long[] leastGrams) {
        this.roomGrams = roomGrams;
        this.leastGrams = leastGrams;
    }

    /** Withdraws all offers. */
    public void clear() {
        size = 0;
    }

    /** Adds an offer after those that are there. */
    public void offer(int outlet, long offeredGrams, boolean undivided) {
        if (size == outlets.length) {
            outlets = Arrays.copyOf(outlets, 2 * size);
            grams = Arrays.copyOf(grams, 2 * size);
            whole = Arrays.copyOf(whole, 2 * size);
        }
        outlets[size] = outlet;
        grams[size] = offeredGrams;
        whole[size++] = undivided;
    }

    /** How many offers there are. */
    public int size() {
        return size;
    }

    /** Index of the outlet that offers. */
    public int outlet(int offer) {
        return outlets[offer];
    }

    /** Grams offered. */
    public long grams(int offer) {
        return grams[offer];
    }

    /** Whether an offer may only be taken undivided. */
    public boolean whole(int offer) {
        return whole[offer];
    }

    /** Free room of an inlet in grams. */
    public long room(int inlet) {
        return roomGrams[inlet];
    }

    /** The least part of a divisible offer that is worth a journey to an inlet, in grams; a whole offer may be less. */
    public long least(int inlet) {
        return leastGrams[inlet];
    }

    /** Reserves room. */
    void reserve(int inlet, long reservedGrams) {
        roomGrams[inlet] -= reservedGrams;
    }
}
