package org.circlab.simulation;

import java.util.Arrays;

/** A number of first-come-first-served queues of lots. */
final class LotQueues {

    private final Lots lots;
    private final int[] head;
    private final int[] tail;
    private final long[] massGrams;

    LotQueues(Lots lots, int queues) {
        this.lots = lots;
        this.head = new int[queues];
        this.tail = new int[queues];
        this.massGrams = new long[queues];
        Arrays.fill(head, Lots.NONE);
        Arrays.fill(tail, Lots.NONE);
    }

    int size() {
        return head.length;
    }

    void add(int queue, int lot) {
        lots.next[lot] = Lots.NONE;
        if (tail[queue] == Lots.NONE) {
            head[queue] = lot;
        } else {
            lots.next[tail[queue]] = lot;
        }
        tail[queue] = lot;
        massGrams[queue] += lots.grams[lot];
    }

    /** The lot that came first, or {@link Lots#NONE}. */
    int first(int queue) {
        return head[queue];
    }

    /** The lot that came last, or {@link Lots#NONE}. */
    int last(int queue) {
        return tail[queue];
    }

    /** Takes out the lot that came last, whose mass stays in the queue in another lot; {@code before} comes before it. */
    void dropLast(int queue, int before) {
        lots.next[before] = Lots.NONE;
        tail[queue] = before;
    }

    /** The lot after another in the same queue, or {@link Lots#NONE}. */
    int after(int lot) {
        return lots.next[lot];
    }

    /** Removes and names the lot that came first; {@link Lots#NONE} if there is none. */
    int poll(int queue) {
        int lot = head[queue];
        if (lot == Lots.NONE) {
            return lot;
        }
        head[queue] = lots.next[lot];
        if (head[queue] == Lots.NONE) {
            tail[queue] = Lots.NONE;
        }
        massGrams[queue] -= lots.grams[lot];
        return lot;
    }

    /** A queued lot has become lighter by {@code grams} where it stands. */
    void lighten(int queue, long grams) {
        massGrams[queue] -= grams;
    }

    /** Grams in a queue. */
    long mass(int queue) {
        return massGrams[queue];
    }

    boolean isEmpty(int queue) {
        return head[queue] == Lots.NONE;
    }
}
