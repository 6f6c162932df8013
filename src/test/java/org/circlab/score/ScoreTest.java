package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.model.IndicatorIds;
import org.circlab.model.Lab;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.bound.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

    private static final String HARBOUR = "src/test/resources/report/harbour.yaml";

    private static Scorecard card(String file, String variant, String... sets) {
        Effective scenario = ScenarioFile.read(Path.of(file)).effective(variant, List.of(sets));
        return card(scenario.lab(), scenario.baseline());
    }

    private static Scorecard card(Lab lab, Lab baseline) {
        return Experiment.run(new Plan(lab, baseline, 3, 1, 1), Sinks.NONE, Progress.NONE)
                .scorecard();
    }

    private static Score score(Scorecard card) {
        return Objects.requireNonNull(card.score());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        HARBOUR + ", symbiosis",
        HARBOUR + ", no-press",
        "scenarios/lesson-loop.yaml, loop",
        "scenarios/lesson-closure.yaml, no-tank"
    })
    void itIsWhereTheRunStandsBetweenBusinessAsUsualAndTheBound(String file, String variant) {
        Score score = score(card(file, variant));
        double sum = 0;
        double weight = 0;
        for (Score.OfDimension each : score.dimensions()) {
            for (int k = 0; k < each.best().size(); k++) {
                assertThat(each.run().get(k)).isGreaterThanOrEqualTo(each.best().get(k));
                assertThat(each.usual().get(k))
                        .isGreaterThanOrEqualTo(each.best().get(k));
            }
            if (each.applies()) {
                double usual = mean(each.usual());
                double expected = 100 * (mean(each.run()) - usual) / (mean(each.best()) - usual);
                assertThat(each.score().mean()).isCloseTo(expected, within(1e-9));
                assertThat(expected).isLessThanOrEqualTo(100);
                sum += each.weight() * expected;
                weight += each.weight();
            }
        }
        assertThat(weight).isPositive();
        assertThat(score.total().mean()).isCloseTo(sum / weight, within(1e-9));
    }

    @Test
    void businessAsUsualScoresNothing() {
        Effective scenario = ScenarioFile.read(Path.of(HARBOUR)).effective("symbiosis", List.of());
        Lab usual = scenario.lab().businessAsUsual();
        Replications itself = new Replications(
                usual,
                Experiment.run(new Plan(usual, usual, 2, 1, 1), Sinks.NONE, Progress.NONE)
                        .variant());
        Score score = Score.of(new Replications(scenario.lab(), itself.accounts()), itself);
        assertThat(score.total()).isEqualTo(new Estimate(0, 0, 0, 2));
        assertThat(score.dimensions()).anyMatch(Score.OfDimension::applies);
        assertThat(score.dimensions())
                .filteredOn(Score.OfDimension::applies)
                .extracting(Score.OfDimension::score)
                .containsOnly(new Estimate(0, 0, 0, 2));
    }

    @Test
    void weightsOfTheScenarioDecideWhatCounts() {
        Score climate = score(card(
                HARBOUR,
                "symbiosis",
                "score.weights.circularity=0",
                "score.weights.climate=3",
                "score.weights.economy=0"));
        Estimate alone = climate.dimensions().get(Dimension.CLIMATE.ordinal()).score();
        assertThat(climate.total().mean()).isCloseTo(alone.mean(), within(1e-9));
        assertThat(climate.total().halfWidth()).isCloseTo(alone.halfWidth(), within(1e-9));
    }

    @Test
    void whatCanHardlyBetterDoesNotApplyAndCountsForNothing() {
        Score score = score(card("scenarios/lesson-tax.yaml", "low"));
        Score.OfDimension climate = score.dimensions().get(Dimension.CLIMATE.ordinal());
        assertThat(mean(climate.usual()) - mean(climate.best())).isLessThan(1e-3 * mean(climate.usual()));
        assertThat(climate.applies()).isFalse();
        assertThat(score.total().mean()).isZero();
    }

    @Test
    void rowsOfIndicatorsHaveTheScoreItsPartsAndTheBound() {
        Scorecard card = card(HARBOUR, "symbiosis");
        assertThat(card.indicators())
                .filteredOn(each -> each.measure().group().equals(Score.GROUP))
                .extracting(each -> each.measure().id())
                .containsExactlyElementsOf(IndicatorIds.OF_SCORE);
        double possible = card.indicator("bound-climate").difference().mean();
        double done = card.indicator("scored-climate").difference().mean();
        assertThat(card.indicator("score-climate").variant().mean()).isCloseTo(100 * done / possible, within(1e-9));
    }

    /** Three replications by hand: as usual 100, 110, 120; at best 50, 60, 40; of weights 1 and 3, the third does not apply. */
    private static Score byHand() {
        Estimate none = new Estimate(Double.NaN, Double.NaN, Double.NaN, 3);
        Estimate some = new Estimate(40, 30, 50, 3);
        List<Double> usual = List.of(100.0, 110.0, 120.0);
        List<Double> best = List.of(50.0, 60.0, 40.0);
        List<Double> run = List.of(80.0, 85.0, 93.0);
        return new Score(
                List.of(
                        new Score.OfDimension(Dimension.CIRCULARITY, 1, some, run, usual, best),
                        new Score.OfDimension(Dimension.CLIMATE, 3, some, run, usual, best),
                        new Score.OfDimension(Dimension.ECONOMY, 1, none, run, usual, usual)),
                some);
    }

    @Test
    void aChangeIsWorthItsPartOfWhatIsPossibleWithAJackknifeInterval() {
        Score score = byHand();
        List<Double> better = List.of(70.0, 76.0, 90.0);
        List<Estimate> points =
                score.points(score.run(), List.of(better, score.run().get(1), better));
        Estimate first = points.get(0);
        assertThat(first.mean()).isCloseTo(100 * (10 + 9 + 3) / 180.0, within(1e-9));
        double[] without = {100 * 12 / 130.0, 100 * 13 / 130.0, 100 * 19 / 100.0};
        double mean = (without[0] + without[1] + without[2]) / 3;
        double squares = 0;
        for (double each : without) {
            squares += (each - mean) * (each - mean);
        }
        assertThat(first.halfWidth()).isCloseTo(4.302653 * Math.sqrt(squares * 2 / 3), within(1e-4));
        assertThat(points.get(1)).isEqualTo(new Estimate(0, 0, 0, 3));
        assertThat(points.get(2).mean()).isNaN();
        assertThat(points.get(3).mean()).isCloseTo(first.mean() / 4, within(1e-9));
        assertThat(points.get(3).halfWidth()).isCloseTo(first.halfWidth() / 4, within(1e-9));
    }

    @Test
    void theWayFromBusinessAsUsualToTheBoundIsAHundredPointsForSure() {
        Score score = byHand();
        assertThat(score.points(score.usual(), score.best()).subList(0, 2))
                .containsOnly(new Estimate(100, 100, 100, 3));
    }

    @Test
    void theScoreIsWhatTheChangeFromBusinessAsUsualIsWorth() {
        Score score = score(card(HARBOUR, "symbiosis"));
        List<Estimate> points = score.points(score.usual(), score.run());
        assertThat(points.get(3)).isEqualTo(score.total());
        for (Score.OfDimension each : score.dimensions()) {
            assertThat(points.get(each.dimension().ordinal())).isEqualTo(each.score());
        }
    }

    @Test
    void itNeedsAsManyReplicationsOfBoth() {
        Lab lab = LabFixture.lab(2);
        Replications none = new Replications(lab, List.of());
        assertThatThrownBy(() -> Score.of(none, none)).hasMessageContaining("at least 1");
    }
}
