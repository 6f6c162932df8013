package org.circlab.kernel;

import java.util.Arrays;

/** The events of the bucket that is being drained, sorted so that the earliest is first. */
final class EventRun {

    private static final int INITIAL = 64;

    /** Up to so many are sorted by counting ranks, whose comparisons need no branch that a processor could mispredict. */
    private static final int RANKED = 16;

    private static final int MOVES_PER_ENTRY = 8;

    /** Cells left free before the first entry, for late entries. */
    private static final int ROOM = 4;

    /** Up to so many waiting entries a late one is sorted in; more could make that slow. */
    private static final int SHORT = 16;

    private final EventStore store;
    private int[] slots = new int[INITIAL];
    private int first = ROOM;
    private int end = ROOM;

    /** Where entries are gathered before they get their places, and their ranks. */
    private final long[] gatheredTimes = new long[RANKED];

    private final int[] gatheredSlots = new int[RANKED];
    private final int[] ranks = new int[RANKED];

    EventRun(EventStore store) {
        this.store = store;
    }

    boolean isEmpty() {
        return first == end;
    }

    int size() {
        return end - first;
    }

    int slot(int index) {
        return slots[first + index];
    }

    /** The slot of the earliest entry; the run must not be empty. */
    int peek() {
        return slots[first];
    }

    /** Removes the earliest entry; the run must not be empty. */
    void pop() {
        first++;
    }

    void clear() {
        first = ROOM;
        end = ROOM;
        if (slots.length > INITIAL) {
            slots = new int[INITIAL];
        }
    }

    /**
     * Takes in an event at its place, unless the run is empty or long, or has no room.
     *
     * @return whether it was taken in
     */
    boolean insert(int slot, long time, long key) {
        int at = first - 1;
        int last = end - 1;
        if (at < 0 || last == at || last - at > SHORT) {
            return false;
        }
        first = at;
        int[] places = slots;
        while (at < last && comesBefore(places[at + 1], time, key)) {
            places[at] = places[at + 1];
            at++;
        }
        places[at] = slot;
        return true;
    }

    private boolean comesBefore(int slot, long time, long key) {
        long other = store.time(slot);
        return other < time || (other == time && store.key(slot) < key);
    }

    /**
     * Takes in the events of a list; the run must be empty before.
     *
     * @param head of the list, not {@link EventStore#NONE}
     * @param limit a time that all events are before
     * @return false if they are too many and too disordered to be worth sorting: then they are in no order
     */
    boolean fill(int head, long limit) {
        first = ROOM;
        store.setNoneTime(limit);
        if (placeUpToFour(head)) {
            return true;
        }
        int count = gather(head);
        if (count <= RANKED) {
            placeByRank(count);
            return true;
        }
        gatherAll(head);
        return sortByInsertion();
    }

    /**
     * Places a list of up to four, filled up with the slot of no event at ascending times beyond all others: so the
     * work is the same for any number. Does nothing if there are more, or some at the same time.
     */
    private boolean placeUpToFour(int a) {
        int[] next = store.next;
        int b = next[a];
        int c = next[b];
        int d = next[c];
        if (next[d] != EventStore.NONE) {
            return false;
        }
        int noB = (b - 1) >>> 31;
        int noC = (c - 1) >>> 31;
        int noD = (d - 1) >>> 31;
        long timeA = store.time(a);
        long timeB = store.time(b) + noB;
        long timeC = store.time(c) + (noC << 1);
        long timeD = store.time(d) + (noD << 2);
        long ab = timeA - timeB;
        long ac = timeA - timeC;
        long ad = timeA - timeD;
        long bc = timeB - timeC;
        long bd = timeB - timeD;
        long cd = timeC - timeD;
        if (ab == 0 || ac == 0 || ad == 0 || bc == 0 || bd == 0 || cd == 0) {
            return false;
        }
        int[] places = slots;
        places[ROOM + 3 - sign(ab) - sign(ac) - sign(ad)] = a;
        places[ROOM + 2 + sign(ab) - sign(bc) - sign(bd)] = b;
        places[ROOM + 1 + sign(ac) + sign(bc) - sign(cd)] = c;
        places[ROOM + sign(ad) + sign(bd) + sign(cd)] = d;
        end = ROOM + 4 - noB - noC - noD;
        return true;
    }

    /** 1 if a difference is below 0, that is if its first time comes first, else 0. */
    private static int sign(long difference) {
        return (int) (difference >>> 63);
    }

    /** Gathers what can be ranked and tells how many there are, or one more than can be ranked. */
    private int gather(int head) {
        int[] next = store.next;
        int count = 0;
        int slot = head;
        while (slot != EventStore.NONE) {
            if (count == RANKED) {
                return RANKED + 1;
            }
            gatheredSlots[count] = slot;
            gatheredTimes[count++] = store.time(slot);
            slot = next[slot];
        }
        return count;
    }

    /** Counts for each entry how many come before it. */
    private void placeByRank(int count) {
        long[] someTimes = gatheredTimes;
        int[] someSlots = gatheredSlots;
        int[] before = ranks;
        for (int i = 0; i < count; i++) {
            long time = someTimes[i];
            int rank = 0;
            for (int j = 0; j < i; j++) {
                long difference = someTimes[j] - time;
                if (difference == 0) {
                    difference = store.key(someSlots[j]) - store.key(someSlots[i]);
                }
                int isFirst = sign(difference);
                rank += isFirst;
                before[j] += 1 - isFirst;
            }
            before[i] = rank;
        }
        for (int i = 0; i < count; i++) {
            slots[ROOM + before[i]] = someSlots[i];
        }
        end = ROOM + count;
    }

    private void gatherAll(int head) {
        int count = ROOM;
        for (int slot = head; slot != EventStore.NONE; slot = store.next[slot]) {
            if (count == slots.length) {
                slots = Arrays.copyOf(slots, count << 1);
            }
            slots[count++] = slot;
        }
        end = count;
    }

    /** Sorts; quick if the list is in order of scheduling; else gives up soon. */
    private boolean sortByInsertion() {
        for (int i = ROOM, j = end - 1; i < j; i++, j--) {
            int slot = slots[i];
            slots[i] = slots[j];
            slots[j] = slot;
        }
        long budget = (long) (end - ROOM) * MOVES_PER_ENTRY;
        for (int i = ROOM + 1; i < end; i++) {
            int slot = slots[i];
            long time = store.time(slot);
            long key = store.key(slot);
            int at = i;
            while (at > ROOM && !comesBefore(slots[at - 1], time, key)) {
                slots[at] = slots[at - 1];
                at--;
            }
            slots[at] = slot;
            budget -= i - at;
            if (budget < 0) {
                return false;
            }
        }
        return true;
    }
}
