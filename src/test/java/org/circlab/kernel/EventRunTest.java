package org.circlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sorted bucket on its own, against a sorted list. */
class EventRunTest {

    private static final long LIMIT = 1L << 40;

    private final EventStore store = new EventStore();
    private final EventRun run = new EventRun(store);
    private final Comparator<Integer> order =
            Comparator.<Integer>comparingLong(slot -> store.time(slot)).thenComparingLong(slot -> store.key(slot));
    private long keys;

    /** Every branch for a size: up to four, up to sixteen, and those that are sorted by insertion. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 15, 16, 17, 18, 40})
    void anyListComesOutSorted(int size) {
        SplittableRandom random = new SplittableRandom(size);
        for (int round = 0; round < 2_000; round++) {
            long span = 1L << random.nextInt(30);
            List<Integer> listed = list(random, size, span);
            boolean sorted = run.fill(listed.get(size - 1), LIMIT);
            assertThat(run.size()).isEqualTo(size);
            if (sorted) {
                listed.sort(order);
                assertThat(drained()).isEqualTo(listed);
            } else {
                assertThat(size).as("few are never left unsorted").isGreaterThan(16);
                assertThat(slots()).containsExactlyInAnyOrderElementsOf(listed);
            }
            finish(listed);
        }
    }

    /** The last instants of a bucket stay before the place of those that are not there. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyOrderOfAFewAtTheEndOfTheBucket(int size) {
        int arrangements = (int) StrictMath.pow(size, size);
        for (int arrangement = 0; arrangement < arrangements; arrangement++) {
            List<Integer> listed = new ArrayList<>();
            for (int i = 0, rest = arrangement; i < size; i++, rest /= size) {
                listed.add(link(LIMIT - 1 - rest % size, size - i, listed));
            }
            assertThat(run.fill(listed.get(size - 1), LIMIT)).isTrue();
            listed.sort(order);
            assertThat(slots()).isEqualTo(listed);
            assertThat(drained()).isEqualTo(listed);
            finish(listed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 9, 16})
    void lateEntriesAreSortedInWhileThereIsRoom(int size) {
        SplittableRandom random = new SplittableRandom(size);
        for (int round = 0; round < 1_000; round++) {
            List<Integer> listed = list(random, size, 20);
            run.fill(listed.get(size - 1), LIMIT);
            listed.sort(order);
            int room = 4;
            for (int late = 0; late < 6; late++) {
                int slot = store.take(LIMIT - 1 - random.nextInt(20), ++keys, 0, 0, 0);
                boolean taken = run.insert(slot, store.time(slot), store.key(slot));
                assertThat(taken).isEqualTo(room > 0 && listed.size() <= 16);
                if (taken) {
                    room--;
                    listed.add(slot);
                    listed.sort(order);
                } else {
                    store.free(slot);
                }
                assertThat(slots()).isEqualTo(listed);
            }
            drained();
            assertThat(run.insert(1, 0, 1)).as("into an empty run").isFalse();
            finish(listed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 100, 1_000})
    void aListInOrderOfSchedulingIsSortedAndOneInDisorderGivenUp(int size) {
        List<Integer> ascending = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ascending.add(link(i, ascending));
        }
        assertThat(run.fill(ascending.get(size - 1), LIMIT)).isTrue();
        assertThat(drained()).isEqualTo(ascending);
        finish(ascending);
        List<Integer> descending = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            descending.add(link(size - i, descending));
        }
        assertThat(run.fill(descending.get(size - 1), LIMIT)).isEqualTo(size < 18);
        run.clear();
        assertThat(run.isEmpty()).isTrue();
    }

    private List<Integer> list(SplittableRandom random, int size, long span) {
        List<Integer> listed = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            listed.add(link(LIMIT - 1 - random.nextLong(span), random.nextInt(3), listed));
        }
        return listed;
    }

    private int link(long time, List<Integer> before) {
        return link(time, 0, before);
    }

    /** Of two at the same time the one of the lower priority number comes first, though scheduled later. */
    private int link(long time, int priority, List<Integer> before) {
        int slot = store.take(time, EventStore.priorityBits(priority) | ++keys, 0, 0, 0);
        store.next[slot] = before.isEmpty() ? EventStore.NONE : before.get(before.size() - 1);
        return slot;
    }

    private List<Integer> slots() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            all.add(run.slot(i));
        }
        return all;
    }

    private List<Integer> drained() {
        List<Integer> all = new ArrayList<>();
        while (!run.isEmpty()) {
            all.add(run.peek());
            run.pop();
        }
        return all;
    }

    private void finish(List<Integer> listed) {
        run.clear();
        listed.forEach(store::free);
    }
}
