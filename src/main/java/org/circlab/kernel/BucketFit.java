package org.circlab.kernel;

import java.util.Arrays;

/**
 * Width and number of the buckets of a ring.
 *
 * @param shift binary logarithm of the width in milliseconds; at least 1, so that bucket numbers leave room for sums
 * @param buckets a power of two
 */
record BucketFit(int shift, int buckets) {

    static final int WIDEST = 62;

    private static final int SAMPLE = 1024;
    private static final double EVENTS_PER_BUCKET = 5.6;
    private static final int BUCKETS_PER_EVENT = 2;

    /**
     * Fits the ring to the earliest sixteenth of a sample of the pending times, as the front is where events are taken.
     *
     * @param slots of the pending events
     * @param count how many of the slots count, at least 2
     */
    static BucketFit of(int[] slots, int count, EventStore store) {
        int size = Math.min(count, SAMPLE);
        long[] sample = new long[size];
        for (int i = 0; i < size; i++) {
            sample[i] = store.time(slots[(int) ((long) i * count / size)]);
        }
        Arrays.sort(sample);
        int rank = Math.max(Math.min(16, size >> 1), size >> 4);
        while (rank < size - 1 && sample[rank] == sample[0]) {
            rank = Math.min(rank << 1, size - 1);
        }
        long span = sample[rank] - sample[0];
        double events = (double) count * rank / size;
        double width = (span < 0 ? 0x1p63 : span) * EVENTS_PER_BUCKET / events;
        int shift = Math.max(1, Math.min(WIDEST, Math.getExponent(width)));
        int buckets = Integer.highestOneBit(count * BUCKETS_PER_EVENT);
        return new BucketFit(shift, Math.max(64, buckets));
    }
}
