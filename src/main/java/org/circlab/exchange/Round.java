package org.circlab.exchange;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One round of the exchange: offers in their order of precedence, and the room of the inlets. Room is given away as mass is
 * allocated, so what is matched is reserved.
 */
public final class Round {

    /** Says how much of which offers may go along which arcs, for what is not the same for all offers of an outlet. */
    public interface Admission {
        /** The most of an offer that may go along an arc now; {@link Long#MAX_VALUE} for all, 0 for nothing. */
        long mostGrams(int offer, int arc);

        /** So much of an offer goes along an arc, which may change what is admitted from now on. */
        void taken(int offer, int arc, long takenGrams);

        /** Whether what is taken changes what is admitted. */
        default boolean changes() {
            return false;
        }
    }

    /**
     * What inlets that blend ask of all that they take together. For each limit of such an inlet, grams times their excess add up
     * to its slack at most.
     */
    public interface Blend {
        /** How many limits the mix of an inlet has to keep; 0 where nothing is asked of a mix. */
        int limits(int inlet);

        /** Whether an offer may go along an arc to an inlet that blends, whatever the mix. */
        boolean mayGo(int offer, int arc);

        /** How far each gram of an offer is beyond a limit; below 0 where it lets others be beyond it. */
        double excess(int offer, int inlet, int limit);

        /** How much excess what is committed to an inlet still bears, in grams times excess; at least 0. */
        double slack(int inlet, int limit);
    }

    private final long[] roomGrams;
    private final long[] leastGrams;
    private int[] outlets = new int[16];
    private long[] grams = new long[16];
    private boolean[] whole = new boolean[16];
    private int size;
    private @Nullable Admission admission;
    private @Nullable Blend blend;
    private @Nullable BitSet closed;

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

    /** Has every offer and arc asked for before they are matched; null where any offer may go wherever its outlet can. */
    public void gate(@Nullable Admission asked) {
        admission = asked;
    }

    /** Says what a gate admits to inlets that blend as far as it is a matter of all that they take; null where none blends. */
    public void blend(@Nullable Blend mixed) {
        blend = mixed;
    }

    /** What inlets that blend ask; null where none does. */
    @Nullable
    Blend blend() {
        return blend;
    }

    /** Closes arcs to all offers until told otherwise; null closes none. */
    public void close(@Nullable BitSet arcs) {
        closed = arcs;
    }

    /** Whether offers of one outlet may differ in where they can go. */
    public boolean isGated() {
        return admission != null;
    }

    /** Whether what one offer may send depends on what others have sent, apart from room. */
    boolean changes() {
        return admission != null && admission.changes();
    }

    /** The most of an offer that may go along an arc, apart from room. */
    public long most(int offer, int arc) {
        if (closed != null && closed.get(arc)) {
            return 0;
        }
        return admission == null ? Long.MAX_VALUE : admission.mostGrams(offer, arc);
    }

    /** The most of an offer that may go along an arc, apart from room and from the mix of its inlet. */
    long mostUnmixed(int offer, int arc, int inlet) {
        if (blend == null || blend.limits(inlet) == 0) {
            return most(offer, arc);
        }
        boolean shut = closed != null && closed.get(arc);
        return !shut && blend.mayGo(offer, arc) ? Long.MAX_VALUE : 0;
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

    /** The same offers and room, to try what could be done: nothing is reserved, and no gate is told. */
    Round sketch() {
        Round sketch = new Round(roomGrams.clone(), leastGrams);
        sketch.outlets = outlets;
        sketch.grams = grams;
        sketch.whole = whole;
        sketch.size = size;
        sketch.closed = closed;
        Admission asked = admission;
        sketch.admission = asked == null
                ? null
                : new Admission() {
                    @Override
                    public long mostGrams(int offer, int arc) {
                        return asked.mostGrams(offer, arc);
                    }

                    @Override
                    public void taken(int offer, int arc, long takenGrams) {}
                };
        return sketch;
    }

    /** So much of an offer goes along an arc to an inlet, whose room is reserved. */
    void take(int offer, int arc, int inlet, long takenGrams) {
        roomGrams[inlet] -= takenGrams;
        if (admission != null) {
            admission.taken(offer, arc, takenGrams);
        }
    }
}
