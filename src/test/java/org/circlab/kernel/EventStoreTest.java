package org.circlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a slot keeps, who may reach it, and that memory is what was ever pending at once, no more. */
class EventStoreTest {

    private final EventStore store = new EventStore();

    private record Kept(int slot, long time, long key, long payload, int subject, int kind) {}

    @Test
    void slotsKeepWhatWasPutInWhileOthersComeAndGo() {
        SplittableRandom random = new SplittableRandom(1);
        List<Kept> kept = new ArrayList<>();
        int most = 0;
        for (int i = 1; i < 5_000; i++) {
            if (!kept.isEmpty() && random.nextInt(3) == 0) {
                store.free(kept.remove(random.nextInt(kept.size())).slot);
            }
            kept.add(take(random, i));
            most = Math.max(most, kept.size());
        }
        assertThat(kept).allSatisfy(each -> assertThat(read(each.slot)).isEqualTo(each));
        assertThat(kept.stream().map(Kept::slot)).doesNotHaveDuplicates().doesNotContain(EventStore.NONE);
        assertThat(store.used()).isEqualTo(most);
    }

    private Kept read(int slot) {
        return new Kept(
                slot, store.time(slot), store.key(slot), store.payload(slot), store.subject(slot), store.kind(slot));
    }

    /** Keys with a priority, subjects of either sign, kinds up to the last. */
    private Kept take(SplittableRandom random, long sequence) {
        long time = random.nextLong();
        long key = EventStore.priorityBits(random.nextInt(256)) | sequence;
        long payload = random.nextLong();
        int subject = random.nextInt();
        int kind = random.nextInt(65_535);
        return new Kept(store.take(time, key, payload, subject, kind), time, key, payload, subject, kind);
    }

    @Test
    void theSlotFreedLastIsTakenFirst() {
        int[] slots = new int[5];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = store.take(i, i + 1, 0, 0, 0);
        }
        for (int slot : slots) {
            store.free(slot);
        }
        for (int i = slots.length - 1; i >= 0; i--) {
            assertThat(store.take(0, 9, 0, 0, 0)).isEqualTo(slots[i]);
        }
    }

    @Test
    void aHandleReachesItsOwnEventOnly() {
        long key = EventStore.priorityBits(255) | 77;
        int slot = store.take(5, key, 0, 0, 0);
        long handle = EventStore.handle(slot, 77);
        assertThat(handle).isPositive();
        assertThat(store.pendingSlot(handle)).isEqualTo(slot);
        assertThat(store.pendingSlot(EventStore.handle(slot, 78))).isEqualTo(EventStore.NONE);
        assertThat(store.pendingSlot(EventStore.handle(slot + 1, 77))).isEqualTo(EventStore.NONE);
        assertThat(store.pendingSlot(handle | Long.MIN_VALUE)).isEqualTo(EventStore.NONE);
        assertThat(store.pendingSlot(-handle)).isEqualTo(EventStore.NONE);
        store.cancel(slot);
        assertThat(store.pendingSlot(handle)).isEqualTo(EventStore.NONE);
        assertThat(store.take(6, key + 1, 0, 0, 0)).as("cancelled, not free").isNotEqualTo(slot);
    }

    @ParameterizedTest
    @EnumSource
    void aRunNeedsNoMoreSlotsThanEverWerePending(Delays delays) {
        SplittableRandom random = new SplittableRandom(5);
        Kernel kernel = new Kernel();
        EventType[] tick = new EventType[1];
        tick[0] = kernel.define("tick", 0, (subject, payload) -> {
            if (payload < 300) {
                tick[0].after(Math.min(delays.next(random), 1L << 50), subject, payload + 1);
            }
        });
        for (int i = 0; i < 700; i++) {
            tick[0].at(i, i, 0);
        }
        kernel.run(Long.MAX_VALUE);
        assertThat(kernel.executed()).isEqualTo(700 * 301);
        assertThat(kernel.slotsUsed()).isEqualTo(700);
    }

    @Test
    void aTracedRunUsesSlotsAgainToo() {
        Kernel kernel = new Kernel();
        kernel.trace((time, order, type, subject, payload) -> {});
        EventType tick = kernel.define("tick", 0, (subject, payload) -> {});
        for (int i = 0; i < 100; i++) {
            tick.at(i, i, 0);
            kernel.run(i + 1);
        }
        assertThat(kernel.slotsUsed()).isEqualTo(1);
    }

    /** Few, so that they wait in the heap, and more, so that buckets are drained; never so many that all are swept. */
    @ParameterizedTest
    @ValueSource(ints = {5, 40, 64, 120})
    void theSlotsOfCancelledEventsAreUsedAgainWhenTheirTimeHasCome(int count) {
        SplittableRandom random = new SplittableRandom(count);
        Kernel kernel = new Kernel();
        EventType tick = kernel.define("tick", 0, (subject, payload) -> {});
        for (int round = 0; round < 200; round++) {
            long[] handles = new long[count];
            for (int i = 0; i < count; i++) {
                handles[i] = tick.after(random.nextInt(1_000), i, 0);
            }
            for (int i = 0; i < count; i += 2) {
                assertThat(kernel.cancel(handles[i])).isTrue();
            }
            assertThat(kernel.pending()).isEqualTo(count / 2);
            kernel.run(kernel.now() + 1_000);
            assertThat(kernel.pending()).isZero();
        }
        assertThat(kernel.executed()).isEqualTo(200L * (count / 2));
        assertThat(kernel.slotsUsed()).isEqualTo(count);
    }

    /** Cancelled events that wait for a far time are swept out once they are many and most. */
    @Test
    void cancelledEventsThatAreMostOfAllGiveTheirSlotsBack() {
        Kernel kernel = new Kernel();
        EventType tick = kernel.define("tick", 0, (subject, payload) -> {});
        long[] handles = new long[1_000];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = tick.at(1L << 40 | i, i, 0);
        }
        for (int i = 0; i < 501; i++) {
            kernel.cancel(handles[i]);
        }
        for (int i = 0; i < 501; i++) {
            tick.at(i, i, 0);
        }
        assertThat(kernel.slotsUsed()).isEqualTo(1_000);
        assertThat(kernel.pending()).isEqualTo(1_000);
        kernel.run(1L << 41);
        assertThat(kernel.executed()).isEqualTo(1_000);
    }
}
