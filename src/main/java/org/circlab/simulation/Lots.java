package org.circlab.simulation;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.circlab.ledger.Holdings;
import org.circlab.ledger.StockPlace;
import org.jspecify.annotations.Nullable;

/**
 * All lots that exist at a time, in parallel arrays; a lot is named by its number, and numbers of ended lots are used again. A
 * lot is in at most one queue.
 */
final class Lots {

    static final int NONE = -1;
    private static final byte ENDED = -1;
    private static final StockPlace[] PLACES = StockPlace.values();

    long[] grams = new long[256];
    /** When the material arose, in milliseconds. */
    long[] born = new long[256];
    /** When it began to wait for a truck, in milliseconds. */
    long[] since = new long[256];
    /** Price agreed for the consignment, in euros per tonne. */
    double[] feeEurosPerTonne = new double[256];

    int[] outlet = new int[256];
    /** The way it moves or has moved along; null before it is sent. */
    @Nullable
    Way[] way = new Way[256];

    int[] next = new int[256];
    /** What a gram contains, property by property, where compositions are kept; decayed until {@link #aged}. */
    double[] content;
    /** By when decay has been counted. */
    long[] aged = new long[256];

    private final int properties;
    private byte[] place = new byte[256];
    private int free = NONE;
    private int used;

    /** Lots whose grams have so many properties. */
    Lots(int properties) {
        this.properties = properties;
        this.content = new double[properties * grams.length];
    }

    /** A new lot of material that waits at its outlet. */
    int open(int atOutlet, long mass, long bornMillis) {
        int lot = free;
        if (lot == NONE) {
            if (used == grams.length) {
                grow();
            }
            lot = used++;
        } else {
            free = next[lot];
        }
        grams[lot] = mass;
        born[lot] = bornMillis;
        outlet[lot] = atOutlet;
        next[lot] = NONE;
        way[lot] = null;
        aged[lot] = bornMillis;
        place[lot] = (byte) StockPlace.WAITING.ordinal();
        return lot;
    }

    /** Takes {@code mass} out of a lot as a lot of its own; the rest stays. */
    int split(int lot, long mass) {
        int part = open(outlet[lot], mass, born[lot]);
        grams[lot] -= mass;
        aged[part] = aged[lot];
        System.arraycopy(content, lot * properties, content, part * properties, properties);
        return part;
    }

    /** How many numbers have been in use, those of ended lots included. */
    int used() {
        return used;
    }

    boolean isEnded(int lot) {
        return place[lot] == ENDED;
    }

    /** The lot is no more; its mass has been booked elsewhere. */
    void end(int lot) {
        place[lot] = ENDED;
        next[lot] = free;
        free = lot;
    }

    void moveTo(int lot, StockPlace where) {
        place[lot] = (byte) where.ordinal();
    }

    /** The way of a lot that has been sent. */
    Way wayOf(int lot) {
        return Objects.requireNonNull(way[lot], "a lot that has been sent has a way");
    }

    /** Counts every lot where it is. */
    void count(CompiledLab lab, Holdings holdings) {
        for (int lot = 0; lot < used; lot++) {
            if (place[lot] == ENDED) {
                continue;
            }
            StockPlace where = PLACES[place[lot]];
            int at = outlet[lot];
            boolean arrived = where == StockPlace.INLET || where == StockPlace.PROCESS;
            Way moved = way[lot];
            int party = arrived && moved != null ? moved.receiver : lab.outletActor(at);
            holdings.add(party, lab.outletMaterial(at), where, grams[lot]);
        }
    }

    /** Adds what has been offered and not been sent, by outlet. */
    void countUnsent(long[] byOutlet) {
        forEachUnsent(lot -> byOutlet[outlet[lot]] += grams[lot]);
    }

    /** Names every lot that has been offered and not been sent, in the order of their numbers. */
    void forEachUnsent(IntConsumer heard) {
        for (int lot = 0; lot < used; lot++) {
            if (place[lot] != ENDED && way[lot] == null) {
                heard.accept(lot);
            }
        }
    }

    private void grow() {
        int size = 2 * used;
        grams = Arrays.copyOf(grams, size);
        born = Arrays.copyOf(born, size);
        since = Arrays.copyOf(since, size);
        feeEurosPerTonne = Arrays.copyOf(feeEurosPerTonne, size);
        outlet = Arrays.copyOf(outlet, size);
        way = Arrays.copyOf(way, size);
        next = Arrays.copyOf(next, size);
        aged = Arrays.copyOf(aged, size);
        content = Arrays.copyOf(content, size * properties);
        place = Arrays.copyOf(place, size);
    }
}
