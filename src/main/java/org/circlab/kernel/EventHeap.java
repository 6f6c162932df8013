package org.circlab.kernel;

import java.util.Arrays;

/** A binary min-heap of events by (time, key), contiguous and without objects. */
final class EventHeap {

    /** Time and key of each entry, interleaved. */
    private long[] order = new long[128];

    private int[] slots = new int[64];
    private int size;

    int size() {
        return size;
    }

    long firstTime() {
        return order[0];
    }

    long firstKey() {
        return order[1];
    }

    void push(int slot, long time, long key) {
        if (size == slots.length) {
            resize(size << 1);
        }
        long[] entries = order;
        int[] places = slots;
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >> 1;
            long parentTime = entries[parent << 1];
            long parentKey = entries[(parent << 1) + 1];
            if (parentTime < time || (parentTime == time && parentKey < key)) {
                break;
            }
            entries[at << 1] = parentTime;
            entries[(at << 1) + 1] = parentKey;
            places[at] = places[parent];
            at = parent;
        }
        entries[at << 1] = time;
        entries[(at << 1) + 1] = key;
        places[at] = slot;
    }

    /** Removes the first entry and returns its slot; the heap must not be empty. */
    int pop() {
        int first = slots[0];
        int last = --size;
        siftDown(last, order[last << 1], order[(last << 1) + 1], slots[last]);
        return first;
    }

    /** Lets an entry sink from the root among the first {@code count} entries. */
    private void siftDown(int count, long time, long key, int slot) {
        long[] entries = order;
        int[] places = slots;
        int at = 0;
        int child;
        while ((child = (at << 1) + 1) < count) {
            int right = child + 1;
            if (right < count
                    && (entries[right << 1] < entries[child << 1]
                            || (entries[right << 1] == entries[child << 1]
                                    && entries[(right << 1) + 1] < entries[(child << 1) + 1]))) {
                child = right;
            }
            long childTime = entries[child << 1];
            long childKey = entries[(child << 1) + 1];
            if (time < childTime || (time == childTime && key < childKey)) {
                break;
            }
            entries[at << 1] = childTime;
            entries[(at << 1) + 1] = childKey;
            places[at] = places[child];
            at = child;
        }
        entries[at << 1] = time;
        entries[(at << 1) + 1] = key;
        places[at] = slot;
    }

    int slot(int index) {
        return slots[index];
    }

    void clear() {
        size = 0;
        if (slots.length > 1024) {
            resize(64);
        }
    }

    private void resize(int capacity) {
        order = Arrays.copyOf(order, capacity << 1);
        slots = Arrays.copyOf(slots, capacity);
    }
}
