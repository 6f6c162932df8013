package org.circlab.experiment.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaceTest {

    /** Candidates with normal values that share part of their chance, as variants do under common random numbers. */
    private static final class Normal implements Race.Field {

        private final Random random;
        private final double[] means;
        private final double[] deviations;
        private final double shared;
        private final List<String> asked = new ArrayList<>();

        Normal(long seed, double[] means, double[] deviations, double shared) {
            this.random = new Random(seed);
            this.means = means;
            this.deviations = deviations;
            this.shared = shared;
        }

        @Override
        public List<double[]> values(List<Integer> candidates, int first, int last) {
            asked.add(candidates + " " + first + "-" + last);
            List<double[]> all = new ArrayList<>();
            candidates.forEach(unused -> all.add(new double[last - first + 1]));
            for (int k = 0; k <= last - first; k++) {
                double common = random.nextGaussian();
                for (int c = 0; c < candidates.size(); c++) {
                    int id = candidates.get(c);
                    all.get(c)[k] = means[id]
                            + deviations[id]
                                    * (StrictMath.sqrt(shared) * common
                                            + StrictMath.sqrt(1 - shared) * random.nextGaussian());
                }
            }
            return all;
        }
    }

    private static Race.Rule rule(double confidence, int most, double indifference) {
        return new Race.Rule(confidence, most, indifference);
    }

    /** The best is 0; the others are all a little worse, or by steps, with equal or unequal scatter. */
    private static double[] means(String shape, int candidates, double gap) {
        double[] means = new double[candidates];
        Arrays.setAll(means, i -> i == 0 ? 0 : shape.equals("steps") ? gap * i : gap);
        return means;
    }

    private static double[] scatter(int candidates, double growth) {
        double[] deviations = new double[candidates];
        Arrays.setAll(deviations, i -> 1 + growth * i);
        return deviations;
    }

    /**
     * 2 000 races each. The share that names the best is at least what was asked for, but for two standard errors; and what is
     * spent is less than equal shares would have taken, but for two candidates, which stay to the end together. Where the best was
     * dropped and equal ones are left, the race does not end, which is not right either.
     */
    @ParameterizedTest
    @CsvSource({
        "equal, 3, 0.8, 0.0, 0.5, 0.90, 0.95",
        "equal, 3, 1.5, 0.3, 0.0, 0.95, 0.95",
        "steps, 5, 0.7, 0.0, 0.5, 0.95, 0.65",
        "steps, 6, 0.5, 0.2, 0.8, 0.80, 0.70",
        "equal, 2, 0.4, 0.0, 0.9, 0.99, 1.00"
    })
    void theBestIsNamedAsOftenAsStated(
            String shape, int candidates, double gap, double growth, double shared, double confidence, double ratio) {
        int races = 2000;
        int right = 0;
        long spent = 0;
        long equal = 0;
        for (int race = 0; race < races; race++) {
            Normal field = new Normal(race, means(shape, candidates, gap), scatter(candidates, growth), shared);
            Selection selection = Race.run(candidates, rule(confidence, 2000, 0), field);
            right += selection.decided() && selection.best() == 0 ? 1 : 0;
            spent += selection.spent();
            equal += selection.withEqualShares();
        }
        double error = 2 * StrictMath.sqrt(confidence * (1 - confidence) / races);
        assertThat(right / (double) races).isGreaterThanOrEqualTo(confidence - error);
        assertThat(spent / (double) equal).isLessThanOrEqualTo(ratio);
    }

    /** Of equal candidates hardly any race ends, since nothing is better than anything. */
    @Test
    void equalCandidatesAreRarelyToldApart() {
        int decided = 0;
        for (int race = 0; race < 500; race++) {
            Normal field = new Normal(race, new double[2], new double[] {1, 1}, 0.3);
            Selection selection = Race.run(2, rule(0.9, 200, 0), field);
            decided += selection.decided() ? 1 : 0;
            assertThat(selection.decided() || selection.probability() < 0.9).isTrue();
        }
        assertThat(decided / 500.0).isLessThan(0.2 + 2 * StrictMath.sqrt(0.2 * 0.8 / 500));
    }

    /** Where differences below 0.5 do not matter, races among equals end, and what is named is hardly ever worse than that. */
    @Test
    void differencesThatDoNotMatterNeedNotBeProved() {
        int right = 0;
        for (int race = 0; race < 500; race++) {
            Normal field = new Normal(race, new double[] {0, 0.1, 0.6}, new double[] {1, 1, 1}, 0.5);
            Selection selection = Race.run(3, rule(0.9, 5000, 0.5), field);
            assertThat(selection.decided()).isTrue();
            assertThat(selection.probability()).isEqualTo(0.9);
            right += selection.best() < 2 ? 1 : 0;
        }
        assertThat(right / 500.0).isGreaterThanOrEqualTo(0.9 - 2 * StrictMath.sqrt(0.9 * 0.1 / 500));
    }

    @Test
    void replicationsGoToThoseStillInTheRace() {
        Normal field = new Normal(1, new double[] {0, 0.1, 50}, new double[] {1, 1, 1}, 0);
        Selection selection = Race.run(3, rule(0.95, 100, 0), field);
        assertThat(field.asked).startsWith("[0, 1, 2] 1-10", "[0, 1] 11-12", "[0, 1] 13-14");
        assertThat(field.asked.get(field.asked.size() - 1)).endsWith("-100");
        assertThat(selection.decided()).isFalse();
        assertThat(selection.replications()).isEqualTo(100);
        assertThat(selection.spent()).isEqualTo(210);
        assertThat(selection.withEqualShares()).isEqualTo(300);
        assertThat(selection.standings().get(2).replications()).isEqualTo(10);
        assertThat(selection.standings().get(2).behind().mean()).isBetween(48.0, 52.0);
        assertThat(selection.standings().get(0).droppedFor()).isEqualTo(Selection.NOBODY);
        assertThat(selection.standings().get(2).droppedFor()).isIn(0, 1);
        assertThat(selection.standings().get(selection.best()).behind().halfWidth())
                .isZero();
    }

    /** Under common random numbers alone the same difference is told apart sooner. */
    @Test
    void whatIsSharedIsSaved() {
        int alone = 0;
        int together = 0;
        for (int race = 0; race < 50; race++) {
            double[] means = {0, 0.3};
            double[] deviations = {1, 1};
            alone += Race.run(2, rule(0.95, 10_000, 0), new Normal(race, means, deviations, 0))
                    .spent();
            together += Race.run(2, rule(0.95, 10_000, 0), new Normal(race, means, deviations, 0.9))
                    .spent();
        }
        assertThat(together).isLessThan(alone / 4);
    }

    /** Without chance the first look tells: candidates that do not vary are apart or equal for good. */
    @Test
    void candidatesWithoutChance() {
        Race.Field field = (candidates, first, last) -> candidates.stream()
                .map(id -> {
                    double[] values = new double[last - first + 1];
                    Arrays.fill(values, id == 1 ? 3 : 4);
                    return values;
                })
                .toList();
        Selection apart = Race.run(2, rule(0.95, 1000, 0), field);
        assertThat(apart.best()).isEqualTo(1);
        assertThat(apart.decided()).isTrue();
        assertThat(apart.spent()).isEqualTo(20);
        Selection equal = Race.run(
                3,
                rule(0.95, 30, 0),
                (c, first, last) -> field.values(List.of(0, 2, 3).subList(0, c.size()), first, last));
        assertThat(equal.decided()).isFalse();
        assertThat(equal.probability()).isZero();
        assertThat(equal.spent()).isEqualTo(90);
    }

    @Test
    void refusesRacesThatCannotBeRun() {
        Race.Field none = (candidates, first, last) -> List.of();
        assertThatThrownBy(() -> Race.run(1, rule(0.95, 10, 0), none)).hasMessageContaining("a race of 1 candidates");
        assertThatThrownBy(() -> rule(1, 10, 0)).hasMessageContaining("above 0 and below 1");
        assertThatThrownBy(() -> rule(0.95, 1, 0)).hasMessageContaining("at most 1 replications");
        assertThatThrownBy(() -> rule(0.95, 10, Double.NaN)).hasMessageContaining("differences of NaN");
    }
}
