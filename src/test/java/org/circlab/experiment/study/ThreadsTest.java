package org.circlab.experiment.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {

    private static final Shipment SHIPMENT =
            Plans.of(Plans.levels(1), 1, "first").shipment();

    private static Task task(int point) {
        return new Task(point, List.of("x=" + point), "first", 1);
    }

    private static Iterator<Task> tasks(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(ThreadsTest::task).iterator();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyTaskIsAnsweredOnceOnTheCallingThread(int threads) {
        List<Task> done = new ArrayList<>();
        Thread caller = Thread.currentThread();
        new Threads(threads, shipment -> Plans.ARITHMETIC).run(SHIPMENT, tasks(500), (task, answer) -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            assertThat(answer).isEqualTo(Plans.ARITHMETIC.evaluate(task));
            done.add(task);
        });
        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 500)
                        .mapToObj(ThreadsTest::task)
                        .toList());
    }

    /** A hundred million tasks are never there at once: no more are taken than are in hand. */
    @Test
    void tasksAreTakenAsTheyAreNeeded() {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Iterator<Task> endless =
                Stream.generate(() -> task(taken.incrementAndGet())).iterator();
        assertThatThrownBy(() -> new Threads(2, shipment -> Plans.ARITHMETIC).run(SHIPMENT, endless, (task, answer) -> {
                    assertThat(taken.get() - done.get()).isLessThanOrEqualTo(8 + 2 + 1);
                    if (done.incrementAndGet() == 1000) {
                        throw new StudyException("enough");
                    }
                }))
                .isInstanceOf(StudyException.class)
                .hasMessage("enough");
    }

    @Test
    void anErrorEndsItAndNothingGoesOn() {
        AtomicInteger running = new AtomicInteger();
        Evaluator failing = task -> {
            running.incrementAndGet();
            try {
                if (task.point() == 20) {
                    throw new OutOfMemoryError("none left");
                }
                return Plans.ARITHMETIC.evaluate(task);
            } finally {
                running.decrementAndGet();
            }
        };
        assertThatThrownBy(() -> new Threads(3, shipment -> failing).run(SHIPMENT, tasks(500), (task, answer) -> {}))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(running).hasValue(0);
    }

    @Test
    void anInterruptionStopsItAndStays() {
        CountDownLatch never = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Evaluator waiting = task -> {
            caller.interrupt();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new CancellationException("stopped");
        };
        assertThatThrownBy(() -> new Threads(2, shipment -> waiting).run(SHIPMENT, tasks(5), (task, answer) -> {}))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void noThreadsAreNone() {
        assertThatThrownBy(() -> new Threads(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
