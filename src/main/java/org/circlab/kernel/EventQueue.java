package org.circlab.kernel;

import java.util.Arrays;

/**
 * The pending events of a kernel in the total order (time, key).
 *
 * <p>Few events wait in a heap. Many are spread over a ring of buckets, each a span of time with an unsorted list,
 * as in the calendar queue (Brown, CACM 31(10), 1988); the bucket whose turn it is becomes a sorted run, and what
 * is scheduled into it afterwards is sorted in or, where the run is long, goes to the heap. Events beyond the ring wait unsorted and are looked at again
 * after each half turn, as in the top of the ladder queue (Tang, Goh, Thng, ACM TOMACS 15(3), 2005).
 *
 * <p>Width and number of buckets are chosen from a sample of the pending times, and chosen anew when the number of
 * events has changed by a factor, or when the work that a fitting width would have spared exceeds the cost of
 * spreading them. Where the sample misleads and buckets stay empty, they are widened by a factor each time. So
 * whatever the times, an event costs no more than the logarithm of a heap, amortised.
 *
 * <p>A cancelled event stays linked until it is met, or until it and its like are half of all entries.
 */
final class EventQueue {

    /** Fewer wait in the heap alone. */
    private static final int FEW = 12;

    /** So many in the heap are normal beside the ring. */
    private static final int LATE = 48;

    private static final int SWEEP_AT = 64;
    private static final int FIRST_ALLOWANCE = 4;
    private static final int LAST_ALLOWANCE = 64;
    private static final int SPARSE = 4;

    private final EventStore store;
    private final EventHeap heap = new EventHeap();
    private final EventRun run;

    /** Entries, cancelled ones included, and the numbers at which the ring is fitted anew. */
    private int size;

    private int growAt = Integer.MAX_VALUE;

    private int shrinkAt;

    /** The number of entries in the heap at which the ring is fitted anew. */
    private int crowd = FEW << 1;

    private boolean crowded;

    private int cancelled;

    /** First slot of each bucket's list; a bucket is the time shifted right. */
    private int[] heads = {EventStore.NONE};

    private int shift = 1;

    /** Buckets up to here are in run and heap, those up to the limit, exclusive, in the ring, and the rest is far. */
    private long cursor = Long.MAX_VALUE;

    private long limit;
    private long halfTurn;

    /** Where the cursor stood after the last fit, and how many entries of buckets became the run since. */
    private long fittedAt;

    private long loaded;

    /** Sum of what was read ahead, kept only because a compiler drops loads that have no effect. */
    long touched;

    /** Times and slots of the events beyond the limit, in no order. */
    private long[] farTimes = new long[16];

    private int[] farSlots = new int[16];
    private int farSize;
    private long farFirst = Long.MAX_VALUE;

    /**
     * Work spent since the last fit that a better fit might have spared, and how many times the size it may reach.
     */
    private long waste;

    private int allowance = FIRST_ALLOWANCE;

    EventQueue(EventStore store) {
        this.store = store;
        run = new EventRun(store);
    }

    /** Adds an event; its time is not before now. */
    void add(int slot, long time, long key, long now) {
        size++;
        long bucket = time >> shift;
        if (bucket > cursor && bucket < limit) {
            link(slot, bucket);
        } else {
            insert(slot, time, key);
            if (crowded) {
                fit(now, FIRST_ALLOWANCE, 0);
            }
        }
    }

    private void link(int slot, long bucket) {
        int[] lists = heads;
        int at = (int) bucket & (lists.length - 1);
        store.next[slot] = lists[at];
        lists[at] = slot;
    }

    private void insert(int slot, long time, long key) {
        long bucket = time >> shift;
        if (bucket <= cursor) {
            if (!run.insert(slot, time, key)) {
                heap.push(slot, time, key);
                crowded = heap.size() > crowd;
            }
        } else if (bucket < limit) {
            link(slot, bucket);
        } else {
            addFar(slot, time);
        }
    }

    private void addFar(int slot, long time) {
        if (farSize == farSlots.length) {
            farTimes = Arrays.copyOf(farTimes, farSize << 1);
            farSlots = Arrays.copyOf(farSlots, farSize << 1);
        }
        farTimes[farSize] = time;
        farSlots[farSize++] = slot;
        farFirst = Math.min(farFirst, time);
    }

    /** Takes out the earliest event before the horizon, or returns {@link EventStore#NONE}. */
    int poll(long horizon, long now) {
        while (true) {
            int slot;
            if (heap.size() > 0 && (run.isEmpty() || !runComesFirst())) {
                if (heap.firstTime() >= horizon) {
                    return EventStore.NONE;
                }
                slot = heap.pop();
            } else if (!run.isEmpty()) {
                slot = run.peek();
                if (store.time(slot) >= horizon) {
                    return EventStore.NONE;
                }
                run.pop();
            } else if (advance(horizon, now)) {
                continue;
            } else {
                return EventStore.NONE;
            }
            size--;
            if (store.key(slot) != 0) {
                return slot;
            }
            store.free(slot);
            cancelled--;
        }
    }

    private boolean runComesFirst() {
        int slot = run.peek();
        long time = store.time(slot);
        long heapTime = heap.firstTime();
        return time < heapTime || (time == heapTime && store.key(slot) < heap.firstKey());
    }

    /**
     * Makes the next bucket that has events before the horizon the run; false if there is none. Run and heap are
     * empty.
     */
    private boolean advance(long horizon, long now) {
        if (size == 0 || horizon == Long.MIN_VALUE) {
            return false;
        }
        if (size < shrinkAt || size > growAt) {
            fit(now, FIRST_ALLOWANCE, 0);
            return true;
        }
        if (waste > (long) allowance * size) {
            boolean sparse = loaded << SPARSE < cursor - fittedAt;
            fit(now, Math.min(allowance << 1, LAST_ALLOWANCE), sparse ? shift + SPARSE : 0);
            return true;
        }
        long last = (horizon - 1) >> shift;
        int mask = heads.length - 1;
        while (cursor < last) {
            if (size == farSize) {
                if (farFirst >> shift > last) {
                    return false;
                }
                boolean sparse = loaded << SPARSE < size;
                fit(farFirst, allowance, sparse ? shift + SPARSE : 0);
                return true;
            }
            if (cursor == halfTurn) {
                sweepFar();
            }
            int at = (int) ++cursor & mask;
            int head = heads[at];
            if (head != EventStore.NONE) {
                heads[at] = EventStore.NONE;
                load(head);
                return true;
            }
        }
        return false;
    }

    private void load(int head) {
        touched += store.touch(heads[(int) (cursor + 1) & (heads.length - 1)]);
        boolean sorted = run.fill(head, (cursor + 1) << shift);
        loaded += run.size();
        if (!sorted) {
            waste += 4L * run.size();
            for (int i = 0; i < run.size(); i++) {
                int slot = run.slot(i);
                heap.push(slot, store.time(slot), store.key(slot));
            }
            run.clear();
        }
    }

    /** Moves the limit half a turn on and takes in the far events that are now before it. */
    private void sweepFar() {
        int half = heads.length >> 1;
        limit += half;
        halfTurn += half;
        waste += half >> 1;
        if (farFirst >> shift >= limit) {
            return;
        }
        int count = farSize;
        farSize = 0;
        farFirst = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            insert(farSlots[i], farTimes[i], 0);
        }
        waste += farSize;
    }

    /** Events that wait, cancelled ones not counted. */
    int pending() {
        return size - cancelled;
    }

    /** One event was cancelled in the store; when half of all entries are, they are swept out. */
    void cancelled(long now) {
        if (++cancelled > SWEEP_AT && cancelled > size >> 1) {
            fit(now, allowance, 0);
        }
    }

    /**
     * Spreads all entries anew over a ring that fits them, or into the heap if they are few.
     *
     * @param start a time that no event is before
     * @param newAllowance how much waste, in multiples of the size, is allowed until the next fit
     * @param leastShift of the buckets
     */
    private void fit(long start, int newAllowance, int leastShift) {
        int[] all = takeAll();
        waste = 0;
        loaded = 0;
        if (size < FEW) {
            cursor = Long.MAX_VALUE;
            growAt = Integer.MAX_VALUE;
            shrinkAt = 0;
            heads = new int[1];
        } else {
            BucketFit fit = BucketFit.of(all, size, store);
            shift = Math.max(fit.shift(), Math.min(leastShift, BucketFit.WIDEST));
            if (heads.length != fit.buckets()) {
                heads = new int[fit.buckets()];
            }
            cursor = start >> shift;
            fittedAt = cursor;
            limit = cursor + heads.length;
            halfTurn = cursor + (heads.length >> 1);
            growAt = Math.max(size << 1, FEW << 1);
            shrinkAt = Math.max(size >> 2, FEW >> 1);
        }
        allowance = newAllowance;
        for (int i = 0; i < size; i++) {
            insert(all[i], store.time(all[i]), store.key(all[i]));
        }
        crowd = Math.max(size < FEW ? FEW : LATE, heap.size()) << 1;
        crowded = false;
    }

    /** Empties all parts, drops what was cancelled, and returns the rest in the first cells of an array. */
    private int[] takeAll() {
        int[] all = new int[size];
        int count = 0;
        for (int i = 0; i < heap.size(); i++) {
            all[count++] = heap.slot(i);
        }
        for (int i = 0; i < run.size(); i++) {
            all[count++] = run.slot(i);
        }
        for (int i = 0; i < heads.length; i++) {
            for (int slot = heads[i]; slot != EventStore.NONE; slot = store.next[slot]) {
                all[count++] = slot;
            }
        }
        Arrays.fill(heads, EventStore.NONE);
        System.arraycopy(farSlots, 0, all, count, farSize);
        if (farSlots.length > 1024) {
            farTimes = new long[16];
            farSlots = new int[16];
        }
        heap.clear();
        run.clear();
        farSize = 0;
        farFirst = Long.MAX_VALUE;
        return withoutCancelled(all);
    }

    private int[] withoutCancelled(int[] all) {
        int kept = 0;
        for (int slot : all) {
            if (store.key(slot) == 0) {
                store.free(slot);
            } else {
                all[kept++] = slot;
            }
        }
        size = kept;
        cancelled = 0;
        return all;
    }
}
