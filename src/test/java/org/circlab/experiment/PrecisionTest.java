package org.circlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.circlab.model.Lab;
import org.circlab.score.Estimate;
import org.circlab.score.LabFixture;
import org.circlab.score.RandomBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrecisionTest {

    private static final Lab VARIANT = LabFixture.lab(6);
    private static final Lab BASELINE = LabFixture.lab(4);

    private static Simulator random(Lab lab) {
        return (seed, replication, months, observer) -> new RandomBooks(lab, 1000 * seed + replication).accounts();
    }

    private static Plan plan(int replications, int threads) {
        return new Plan(VARIANT, BASELINE, replications, 7, threads);
    }

    private static Outcome until(Plan most, Precision... precisions) {
        return Experiment.runUntil(most, List.of(precisions), Sinks.NONE, Progress.NONE, PrecisionTest::random);
    }

    /** 10, 12, 11, 13, 9 have 11 +- 1.9632: a half of that takes four times as many, 10 % of 11 takes 5 (1.9632 / 1.1)^2 = 15.9. */
    @Test
    void adviceComputedByHand() {
        Estimate pilot = Estimate.of(10, 12, 11, 13, 9);
        assertThat(new Precision("mass", 1.9633 / 2, false).advised(pilot)).isEqualTo(20);
        assertThat(new Precision("mass", 0.1, true).advised(pilot)).isEqualTo(16);
        assertThat(new Precision("mass", 0.1, true).target(-11)).isCloseTo(1.1, within(1e-12));
        assertThat(new Precision("mass", 1.97, false).isMet(pilot)).isTrue();
        assertThat(new Precision("mass", 1.96, false).isMet(pilot)).isFalse();
        assertThat(new Precision("mass", 10, false).advised(pilot)).isEqualTo(5);
    }

    @Test
    void adviceWhereThereIsNothingToScatterAround() {
        Precision percent = new Precision("mass", 0.01, true);
        assertThat(percent.isMet(Estimate.of(0, 0, 0))).as("exactly 0").isTrue();
        assertThat(percent.advised(Estimate.of(-1, 0, 1))).isEqualTo(Integer.MAX_VALUE);
        assertThat(percent.isMet(Estimate.of(4))).isFalse();
        assertThat(percent.advised(Estimate.of(4))).isEqualTo(Integer.MAX_VALUE);
        assertThat(percent.isMet(Estimate.of(Double.NaN, 1))).isFalse();
    }

    /** Of normal values a pilot of 200 foretells the number for half the width within a tenth. */
    @Test
    void advisedReplicationsAreEnough() {
        Random random = new Random(1);
        double[] all = random.doubles(1000).map(unused -> random.nextGaussian()).toArray();
        Estimate pilot =
                Estimate.of(IntStream.range(0, 200).mapToDouble(i -> all[i]).toArray());
        int advised = new Precision("mass", pilot.halfWidth() / 2, false).advised(pilot);
        assertThat(advised).isEqualTo(800);
        Estimate then =
                Estimate.of(IntStream.range(0, advised).mapToDouble(i -> all[i]).toArray());
        assertThat(then.halfWidth()).isCloseTo(pilot.halfWidth() / 2, within(pilot.halfWidth() / 20));
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 6", "5, 7, 7", "5, 1000, 10", "100, 101, 110", "100, 150, 150", "100, 2147483647, 200"})
    void looksAgainOnTheWay(int done, int advised, int next) {
        assertThat(Precision.next(done, advised)).isEqualTo(next);
    }

    /** Half of what five replications give. */
    private static Precision half() {
        Precision any = new Precision("disposed", 1, false);
        Outcome five = Experiment.run(plan(5, 1), Sinks.NONE, Progress.NONE, PrecisionTest::random);
        return new Precision("disposed", any.in(five.scorecard()).difference().halfWidth() / 2, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theOutcomeIsThatOfAPlanWithAsManyReplications(int threads) {
        Precision precision = half();
        Outcome until = until(plan(80, threads), precision);
        int taken = until.plan().replications();
        assertThat(taken).isBetween(6, 79);
        assertThat(precision.isMet(precision.in(until.scorecard()).difference()))
                .isTrue();
        assertThat(until)
                .isEqualTo(Experiment.run(plan(taken, threads), Sinks.NONE, Progress.NONE, PrecisionTest::random));
    }

    @Test
    void theHardestOfSeveralDecides() {
        Precision easy = new Precision("disposed", 1e9, false);
        Precision hard = half();
        assertThat(until(plan(80, 1), easy).plan().replications()).isEqualTo(Precision.LEAST_REPLICATIONS);
        assertThat(until(plan(80, 1), easy, hard)).isEqualTo(until(plan(80, 1), hard));
    }

    @Test
    void theLimitEndsItUnmet() {
        Precision never = new Precision("disposed", 1e-9, false);
        Outcome outcome = until(plan(23, 2), never);
        assertThat(outcome.plan()).isEqualTo(plan(23, 2));
        assertThat(never.isMet(never.in(outcome.scorecard()).difference())).isFalse();
        assertThat(until(plan(3, 2), never).plan().replications()).isEqualTo(3);
    }

    /** Rates of a lab without anything that they are rates of are NaN, however many replications there are. */
    @Test
    void whatDoesNotApplyIsNotWaitedFor() {
        Outcome five = until(plan(5, 1), new Precision("disposed", 1e-9, false));
        String undefined = five.scorecard().indicators().stream()
                .filter(each -> Double.isNaN(each.difference().mean()))
                .findFirst()
                .orElseThrow()
                .measure()
                .id();
        assertThat(until(plan(500, 1), new Precision(undefined, 1, false))
                        .plan()
                        .replications())
                .isEqualTo(5);
    }

    @Test
    void progressRisesByOneTowardsTheLimit() {
        List<String> heard = new ArrayList<>();
        Experiment.runUntil(
                plan(12, 3),
                List.of(new Precision("disposed", 1e-9, false)),
                Sinks.NONE,
                (runs, of) -> heard.add(runs + "/" + of),
                PrecisionTest::random);
        assertThat(heard)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 24)
                        .mapToObj(run -> run + "/24")
                        .toList());
    }

    @Test
    void refusesWidthsThatAreNone() {
        assertThatThrownBy(() -> new Precision("mass", 0, false)).hasMessageContaining("must be above 0");
        assertThatThrownBy(() -> new Precision("mass", Double.NaN, true)).hasMessageContaining("must be above 0");
        assertThatThrownBy(() -> until(plan(9, 1), new Precision("mass", 1, true)))
                .hasMessageContaining("there is no indicator 'mass'");
    }
}
