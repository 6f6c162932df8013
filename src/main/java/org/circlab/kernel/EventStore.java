package org.circlab.kernel;

import java.util.Arrays;

/**
 * What is known of each pending event, in numbered slots of one primitive array, four longs a slot: time, key,
 * payload, and subject with kind. Slots of events that ran are used again, the last freed first, so that the slot
 * of a hold is in the cache.
 *
 * <p>The key is priority above sequence, so that (time, key) is the total order of events. It is 0 in a slot that
 * holds no pending event: free, or cancelled and still linked in the queue. A handle is the low bits of the
 * sequence above the slot, so one slot used again gives other handles; only after 2<sup>37</sup> schedulings could
 * one come back.
 */
final class EventStore {

    /** The slot that no event has. */
    static final int NONE = 0;

    private static final int SEQUENCE_BITS = 55;
    private static final int SLOT_BITS = 26;
    private static final int MAX_SLOT = (1 << SLOT_BITS) - 1;
    private static final long MAX_SEQUENCE = (1L << SEQUENCE_BITS) - 1;

    /** Per slot, the next of its list: of free slots, or of the bucket that the queue keeps it in. */
    int[] next = new int[64];

    private long[] fields = new long[64 << 2];
    private int free = NONE;
    private int used;

    static long priorityBits(int priority) {
        return (long) priority << SEQUENCE_BITS;
    }

    static long sequence(long key) {
        return key & MAX_SEQUENCE;
    }

    /** Fills a slot and returns it. */
    int take(long time, long key, long payload, int subject, int kind) {
        int slot = free;
        if (slot == NONE) {
            slot = fresh();
        } else {
            free = next[slot];
        }
        int at = slot << 2;
        long[] cells = fields;
        cells[at] = time;
        cells[at + 1] = key;
        cells[at + 2] = payload;
        cells[at + 3] = (long) subject << 32 | kind;
        return slot;
    }

    private int fresh() {
        int slot = ++used;
        if (slot == next.length) {
            if (slot > MAX_SLOT) {
                throw new IllegalStateException("pending events exceed " + MAX_SLOT
                        + ", the most that a kernel holds. Maybe an action schedules more than one successor?");
            }
            next = Arrays.copyOf(next, slot << 1);
            fields = Arrays.copyOf(fields, slot << 3);
        }
        return slot;
    }

    /** Gives the slot back; its handle is stale from now on. */
    void free(int slot) {
        fields[(slot << 2) + 1] = 0;
        next[slot] = free;
        free = slot;
    }

    /** Marks the event of the slot as cancelled; the slot stays taken until the queue meets it. */
    void cancel(int slot) {
        fields[(slot << 2) + 1] = 0;
    }

    /** The number of slots ever taken; they are numbered from 1. */
    int used() {
        return used;
    }

    /** Sets what {@link #time} tells of the slot that no event has, so that lists can be read beyond their end. */
    void setNoneTime(long time) {
        fields[0] = time;
    }

    /** Reads the first two events of a list ahead of their turn, so that they are in the cache by then. */
    long touch(int head) {
        return time(head) + time(next[head]);
    }

    long time(int slot) {
        return fields[slot << 2];
    }

    long key(int slot) {
        return fields[(slot << 2) + 1];
    }

    long payload(int slot) {
        return fields[(slot << 2) + 2];
    }

    int subject(int slot) {
        return (int) (fields[(slot << 2) + 3] >> 32);
    }

    int kind(int slot) {
        return (int) fields[(slot << 2) + 3];
    }

    static long handle(int slot, long sequence) {
        return (sequence << SLOT_BITS & Long.MAX_VALUE) | slot;
    }

    /** The slot of a pending event, or {@link #NONE} if the handle is stale or was never given. */
    int pendingSlot(long handle) {
        int slot = (int) (handle & MAX_SLOT);
        if (handle <= 0 || slot > used) {
            return NONE;
        }
        long key = key(slot);
        return key != 0 && handle(slot, sequence(key)) == handle ? slot : NONE;
    }
}
