package org.circlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FlowSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How runs end: all of them, at the first failure, or when somebody interrupts. */
@Timeout(60)
class RunsTest {

    private static final Accounts EMPTY = new Accounts(
            Chart.of(List.of(), List.of()), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger going = new AtomicInteger();
    private final AtomicInteger unstopped = new AtomicInteger();

    /** A run that stops only because its months are refused, or else is caught after ten seconds. */
    private Accounts endless(UnaryOperator<FlowSink> stoppable) {
        going.incrementAndGet();
        try {
            FlowSink months = stoppable.apply(FlowSink.NONE);
            long deadline = System.nanoTime() + 10_000_000_000L;
            while (System.nanoTime() < deadline) {
                months.month(YearMonth.of(2025, 1), List.of());
            }
            unstopped.incrementAndGet();
            return EMPTY;
        } finally {
            going.decrementAndGet();
        }
    }

    private Accounts oneMonth(UnaryOperator<FlowSink> stoppable) {
        started.incrementAndGet();
        stoppable.apply(FlowSink.NONE).month(YearMonth.of(2025, 1), List.of());
        return EMPTY;
    }

    private static Accounts fail(String why) {
        throw new IllegalStateException(why);
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 3", "8, 3", "1, 1", "8, 1", "3, 12"})
    void theFirstFailureInOrderIsReportedOnAnyNumberOfThreads(int threads, int first) {
        for (int trial = 0; trial < 50; trial++) {
            Runs runs = new Runs();
            for (int k = 1; k <= 12; k++) {
                boolean fails = k == first || k > first + 1;
                int number = k;
                runs.add("variant", k, fails ? stop -> fail("no " + number) : this::oneMonth);
            }
            RunException failure = catchThrowableOfType(RunException.class, () -> runs.finish(threads, Progress.NONE));
            assertThat(failure).hasMessage("replication " + first + " of the variant failed: no " + first);
            assertThat(failure.replication()).isEqualTo(first);
        }
    }

    @Test
    void nothingStartsAfterAFailure() {
        Runs runs = new Runs();
        runs.add("variant", 1, this::oneMonth);
        runs.add("baseline", 1, stop -> fail("broken"));
        for (int k = 2; k < 100; k++) {
            runs.add("variant", k, this::oneMonth);
        }
        assertThatThrownBy(() -> runs.finish(1, Progress.NONE)).hasMessageContaining("of the baseline failed: broken");
        assertThat(started).hasValue(1);
    }

    @Test
    void aFailureStopsRunsThatAreUnderWay() {
        Runs runs = new Runs();
        CountDownLatch underWay = new CountDownLatch(1);
        runs.add("variant", 1, stop -> {
            awaitCalmly(underWay);
            return fail("broken");
        });
        runs.add("baseline", 1, stop -> {
            underWay.countDown();
            return endless(stop);
        });
        assertThatThrownBy(() -> runs.finish(2, Progress.NONE)).hasMessageContaining("of the variant failed: broken");
        assertThat(going).hasValue(0);
        assertThat(unstopped).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anInterruptStopsEverything(int threads) throws InterruptedException {
        Runs runs = new Runs();
        CountDownLatch underWay = new CountDownLatch(threads);
        for (int k = 1; k <= 6; k++) {
            runs.add("variant", k, stop -> {
                underWay.countDown();
                return endless(stop);
            });
        }
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            thrown.set(catchThrowableOfType(RuntimeException.class, () -> runs.finish(threads, Progress.NONE)));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        underWay.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(interrupted.get()).isTrue();
        assertThat(going).hasValue(0);
        assertThat(unstopped).hasValue(0);
    }

    @Test
    void aFailingListenerStopsEverything() {
        Runs runs = new Runs();
        runs.add("variant", 1, this::oneMonth);
        runs.add("baseline", 1, this::endless);
        Progress broken = (done, of) -> fail("nobody listens");
        assertThatThrownBy(() -> runs.finish(2, broken)).hasMessage("nobody listens");
        assertThat(going).hasValue(0);
        assertThat(unstopped).hasValue(0);
    }

    @Test
    void errorsOfTheMachineSurfaceToo() {
        Runs runs = new Runs();
        runs.add("variant", 5, stop -> {
            throw new StackOverflowError("too deep");
        });
        assertThatThrownBy(() -> runs.finish(1, Progress.NONE))
                .isInstanceOf(RunException.class)
                .hasMessage("replication 5 of the variant failed: too deep")
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void aFailureWithoutAMessageIsNamed() {
        assertThat(new RunException("baseline", 2, new ArithmeticException()))
                .hasMessage("replication 2 of the baseline failed: java.lang.ArithmeticException");
    }

    private static void awaitCalmly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
