package org.circlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void answersComeInTheOrderOfTheQuestions(int threads) {
        List<Callable<Integer>> questions = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> questions.add(() -> i * i));
        List<String> heard = new ArrayList<>();
        assertThat(Parallel.all(questions, threads, (done, of) -> heard.add(done + "/" + of)))
                .isEqualTo(IntStream.range(0, 50).mapToObj(i -> i * i).toList());
        assertThat(heard).hasSize(50).startsWith("1/50").endsWith("50/50");
    }

    @Test
    void noQuestionsNoAnswers() {
        assertThat(Parallel.all(List.<Callable<Integer>>of(), 1, Progress.NONE)).isEmpty();
    }

    @Test
    void theFirstFailureInTheirOrderIsThrown() {
        List<Callable<Integer>> questions = List.of(
                () -> 1,
                () -> {
                    throw new IllegalStateException("second");
                },
                () -> {
                    throw new IllegalArgumentException("third");
                });
        assertThatThrownBy(() -> Parallel.all(questions, 2, Progress.NONE)).hasMessage("second");
        List<Callable<Integer>> memory = List.of(() -> {
            throw new OutOfMemoryError("heap");
        });
        assertThatThrownBy(() -> Parallel.all(memory, 1, Progress.NONE)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void whoIsInterruptedStopsThemAllAndStaysInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicInteger begun = new AtomicInteger();
        Thread caller = Thread.currentThread();
        List<Callable<Integer>> questions = List.of(
                () -> {
                    begun.incrementAndGet();
                    caller.interrupt();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        stopped.set(true);
                        throw e;
                    }
                    return 1;
                },
                begun::incrementAndGet);
        assertThatThrownBy(() -> Parallel.all(questions, 1, Progress.NONE)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped).isTrue();
        assertThat(begun).hasValue(1);
    }
}
