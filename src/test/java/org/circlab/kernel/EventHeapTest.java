package org.circlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The heap on its own, against {@link PriorityQueue}. */
class EventHeapTest {

    private record Entry(long time, long key, int slot) {}

    private final EventHeap heap = new EventHeap();
    private final PriorityQueue<Entry> oracle =
            new PriorityQueue<>(Comparator.comparingLong(Entry::time).thenComparingLong(Entry::key));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 63, 64, 65, 500, 1_100})
    void entriesComeOutByTimeThenKey(int most) {
        SplittableRandom random = new SplittableRandom(most);
        int key = 0;
        for (int round = 0; round < 20; round++) {
            while (oracle.size() < most) {
                push(random.nextInt(1 + most / 3) - 5L, random.nextInt(2) * 1_000_000L + ++key, key);
            }
            assertThat(IntStream.range(0, heap.size()).map(heap::slot).sorted().toArray())
                    .isEqualTo(oracle.stream().mapToInt(Entry::slot).sorted().toArray());
            int left = random.nextInt(most);
            while (oracle.size() > left) {
                assertFirst();
            }
            if (round % 7 == 6) {
                heap.clear();
                oracle.clear();
            }
        }
    }

    private void push(long time, long key, int slot) {
        heap.push(slot, time, key);
        oracle.add(new Entry(time, key, slot));
    }

    private void assertFirst() {
        assertThat(heap.size()).isEqualTo(oracle.size());
        Entry first = oracle.remove();
        assertThat(new Entry(heap.firstTime(), heap.firstKey(), heap.pop())).isEqualTo(first);
    }
}
