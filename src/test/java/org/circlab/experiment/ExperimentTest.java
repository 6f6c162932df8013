package org.circlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Lab;
import org.circlab.score.Compared;
import org.circlab.score.Estimate;
import org.circlab.score.LabFixture;
import org.circlab.score.RandomBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an experiment promises whatever the simulation: here one that draws random books from its arguments. */
class ExperimentTest {

    private static final Lab VARIANT = LabFixture.lab(6);
    private static final Lab BASELINE = LabFixture.lab(4);

    private static Simulator random(Lab lab) {
        return (seed, replication, months, observer) -> {
            months.month(YearMonth.of(2025, replication), List.of());
            busy((int) (seed * 31 + replication) % 5);
            return books(lab, seed, replication);
        };
    }

    private static Accounts books(Lab lab, long seed, int replication) {
        return new RandomBooks(lab, 1000 * seed + replication).accounts();
    }

    /** Lets runs end in another order than they start. */
    private static void busy(int milliseconds) {
        long until = System.nanoTime() + milliseconds * 1_000_000L;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static Plan plan(int replications, int threads) {
        return new Plan(VARIANT, BASELINE, replications, 7, threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 100})
    void theOutcomeDoesNotDependOnThreads(int threads) {
        Outcome alone = Experiment.run(plan(9, 1), Sinks.NONE, Progress.NONE, ExperimentTest::random);
        Outcome together = Experiment.run(plan(9, threads), Sinks.NONE, Progress.NONE, ExperimentTest::random);
        assertThat(together.variant()).isEqualTo(alone.variant());
        assertThat(together.baseline()).isEqualTo(alone.baseline());
        assertThat(together.scorecard()).isEqualTo(alone.scorecard());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void bothLabsRunTheSameReplicationsInOrder(int threads) {
        Outcome outcome = Experiment.run(plan(5, threads), Sinks.NONE, Progress.NONE, ExperimentTest::random);
        for (int k = 1; k <= 5; k++) {
            assertThat(outcome.variant().get(k - 1)).isEqualTo(books(VARIANT, 7, k));
            assertThat(outcome.baseline().get(k - 1)).isEqualTo(books(BASELINE, 7, k));
        }
        assertThat(outcome.scorecard().replications()).isEqualTo(5);
    }

    @Test
    void equalLabsDoNotDiffer() {
        Plan plan = new Plan(VARIANT, VARIANT, 4, 3, 4);
        Outcome outcome = Experiment.run(plan, Sinks.NONE, Progress.NONE, ExperimentTest::random);
        assertThat(outcome.scorecard().indicators())
                .filteredOn(each -> Double.isFinite(each.variant().mean())
                        && !each.measure().id().startsWith("bound-"))
                .hasSizeGreaterThan(90)
                .extracting(Compared::difference)
                .containsOnly(new Estimate(0, 0, 0, 4));
    }

    @Test
    void eachRunWritesToItsOwnSink() {
        List<String> written = Collections.synchronizedList(new ArrayList<>());
        Sinks sinks = new Sinks() {
            @Override
            public FlowSink variant(int replication) {
                return (month, flows) -> written.add("variant " + replication + " " + month);
            }

            @Override
            public FlowSink baseline(int replication) {
                return (month, flows) -> written.add("baseline " + replication + " " + month);
            }
        };
        Experiment.run(plan(2, 3), sinks, Progress.NONE, ExperimentTest::random);
        assertThat(written)
                .containsExactlyInAnyOrder(
                        "variant 1 2025-01", "baseline 1 2025-01", "variant 2 2025-02", "baseline 2 2025-02");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void progressRisesByOneOnTheCallingThread(int threads) {
        List<String> heard = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Experiment.run(
                plan(6, threads),
                Sinks.NONE,
                (runs, of) -> heard.add(runs + "/" + of + (Thread.currentThread() == caller ? "" : " elsewhere")),
                ExperimentTest::random);
        assertThat(heard)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj(run -> run + "/12")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aFailingSinkIsAFailingRun(int threads) {
        Sinks full = new Sinks() {
            @Override
            public FlowSink variant(int replication) {
                return FlowSink.NONE;
            }

            @Override
            public FlowSink baseline(int replication) {
                return (month, flows) -> {
                    throw new IllegalStateException("the disk is full");
                };
            }
        };
        assertThatThrownBy(() -> Experiment.run(plan(3, threads), full, Progress.NONE, ExperimentTest::random))
                .isInstanceOf(RunException.class)
                .hasMessage("replication 1 of the baseline failed: the disk is full");
    }

    @Test
    void refusesPlansThatCannotBeRun() {
        assertThatThrownBy(() -> plan(0, 1)).hasMessageContaining("replications is 0");
        assertThatThrownBy(() -> plan(1, 0)).hasMessageContaining("threads is 0");
        Lab shorter = LabFixture.lab("short", 4, LocalDate.of(2026, 1, 1));
        assertThatThrownBy(() -> new Plan(VARIANT, shorter, 1, 1, 1)).hasMessageContaining("same horizon");
    }
}
