package org.circlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How wide and how many buckets are, for times whose density is known. */
class BucketFitTest {

    private static BucketFit fit(int count, IntToLongFunction time) {
        EventStore store = new EventStore();
        int[] slots = new int[count + 3];
        for (int i = 0; i < count; i++) {
            slots[i] = store.take(time.applyAsLong(i), i + 1, 0, 0, 0);
        }
        return BucketFit.of(slots, count, store);
    }

    /** 5.6 gaps, rounded down to a power of two. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2, 100, 9
            12, 100, 9
            40, 1, 2
            40, 3, 4
            1000, 100, 9
            1024, 1000000, 22
            5000, 1000000, 22
            1024, 2, 3
            300000, 7, 5
            """)
    void evenlySpacedEventsAreThreeToSixInABucket(int count, long gap, int shift) {
        assertThat(fit(count, i -> i * gap).shift()).isEqualTo(shift);
        assertThat(fit(count, i -> 1_000 - i * gap).shift())
                .as("whatever the order")
                .isEqualTo(shift);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            12, 64
            32, 64
            63, 64
            64, 128
            100, 128
            127, 128
            128, 256
            100000, 131072
            """)
    void thereAreOneToTwoBucketsForAnEvent(int count, int buckets) {
        assertThat(fit(count, i -> i).buckets()).isEqualTo(buckets);
    }

    /** The first sixteenth are a second apart, the others a day. */
    @Test
    void theFrontDecides() {
        assertThat(fit(1600, i -> i < 160 ? i * 1_000L : i * 86_400_000L).shift())
                .isEqualTo(12);
        assertThat(fit(16, i -> i < 9 ? i * 1_000L : i * 86_400_000L).shift()).isEqualTo(12);
        assertThat(fit(16, i -> i < 8 ? i * 1_000L : i * 86_400_000L).shift()).isGreaterThan(20);
    }

    @Test
    void whereTheFrontIsOneInstantMoreAreLookedAt() {
        assertThat(fit(1_000, i -> i < 500 ? 0 : (i - 500) * 1_000L).shift()).isBetween(10, 12);
        assertThat(fit(1_000, i -> i < 999 ? 0 : 1L << 40).shift()).isEqualTo(32);
        assertThat(fit(1_000, i -> 7).shift()).as("all at one instant").isEqualTo(1);
    }

    @Test
    void allOfTimeFits() {
        assertThat(fit(2, i -> i == 0 ? Long.MIN_VALUE : Long.MAX_VALUE).shift())
                .isEqualTo(BucketFit.WIDEST);
        assertThat(fit(64, i -> i < 32 ? Long.MIN_VALUE : Long.MAX_VALUE).shift())
                .isEqualTo(60);
    }
}
