package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

    private static final Measure MEASURE =
            new Measure("mass", "Mass", "t/yr", Sense.NEITHER, "mass", "what is weighed", "");

    @Test
    void workedExample() {
        Estimate estimate = Estimate.of(10, 12, 11, 13, 9);
        assertThat(estimate.mean()).isEqualTo(11);
        assertThat(estimate.halfWidth()).isCloseTo(1.9632, within(5e-5));
        assertThat(estimate.high95() - 11).isCloseTo(11 - estimate.low95(), within(1e-12));
        assertThat(estimate.replications()).isEqualTo(5);
    }

    @Test
    void pairedDifferencesAreFarNarrowerThanUnpaired() {
        Compared compared =
                Compared.of(MEASURE, new double[] {10, 12, 11, 13, 9}, new double[] {9, 11.2, 10.1, 11.9, 8.2});
        assertThat(compared.difference().mean()).isCloseTo(0.92, within(1e-12));
        assertThat(compared.difference().halfWidth()).isCloseTo(0.1619, within(5e-5));
        assertThat(compared.baseline().mean()).isCloseTo(10.08, within(1e-12));
    }

    @Test
    void unpairedDifferencesAreWider() {
        Estimate apart =
                Estimate.ofIndependent(new double[] {10, 12, 11, 13, 9}, new double[] {9, 11.2, 10.1, 11.9, 8.2});
        assertThat(apart.mean()).isCloseTo(0.92, within(1e-12));
        assertThat(apart.halfWidth()).isCloseTo(2.2634, within(5e-5));
        assertThat(apart.replications()).isEqualTo(5);
    }

    /** Welch's f is 1 / (0.25^2 + 0.75^2) = 1.6 here, so t has 1 degree of freedom, and the standard error is 1. */
    @Test
    void degreesOfFreedomAreRoundedToTheSafeSide() {
        double[] values = {0, 1};
        double[] others = {0, Math.sqrt(3)};
        assertThat(Estimate.ofIndependent(values, others).halfWidth()).isCloseTo(12.7062, within(5e-5));
        assertThat(Estimate.ofIndependent(others, values).halfWidth()).isCloseTo(12.7062, within(5e-5));
    }

    /** The squares of squared errors are below the least double from a scale of about 1e-81. */
    @ParameterizedTest
    @ValueSource(doubles = {1e60, 1, 1e-60, 1e-82, 1e-100, 1e-140})
    void theUnitDoesNotMatter(double scale) {
        double[] values = Arrays.stream(new double[] {10, 12, 11, 13, 9})
                .map(value -> value * scale)
                .toArray();
        double[] others = Arrays.stream(new double[] {9, 11.2, 10.1, 11.9, 8.2})
                .map(value -> value * scale)
                .toArray();
        assertThat(Estimate.ofIndependent(values, others).halfWidth() / scale).isCloseTo(2.2634, within(5e-5));
    }

    @Test
    void whatIsNextToNothingHasAnIntervalAllTheSame() {
        double[] least = {0, 1e-161, 2e-161};
        assertThat(Estimate.ofIndependent(least, least).halfWidth()).isBetween(1e-161, 1e-159);
    }

    /** Where one of two never varies, all the width is that of the other; where neither does, there is none. */
    @Test
    void whatDoesNotVaryAddsNothing() {
        double[] values = {10, 12, 11, 13, 9};
        double half = Estimate.of(values).halfWidth();
        double[] same = {7, 7, 7, 7, 7, 7, 7};
        assertThat(Estimate.ofIndependent(values, same).halfWidth()).isCloseTo(half, within(1e-12));
        assertThat(Estimate.ofIndependent(same, values).halfWidth()).isCloseTo(half, within(1e-12));
        assertThat(Estimate.ofIndependent(same, new double[] {4, 4})).isEqualTo(new Estimate(3, 3, 3, 2));
        assertThat(Estimate.ofIndependent(values, new double[] {4}).halfWidth()).isNaN();
    }

    /** Of two normal laws with unlike spread, from unlike numbers of runs. */
    @ParameterizedTest
    @CsvSource({"10, 10, 1", "10, 10, 6", "5, 12, 3", "12, 5, 3"})
    void independentDifferencesCoverTheTrueOneAsOftenAsTheySay(int first, int second, double spread) {
        Random random = new Random(first + 100L * second);
        int trials = 4000;
        int covered = 0;
        for (int trial = 0; trial < trials; trial++) {
            Estimate difference = Estimate.ofIndependent(
                    random.doubles(first)
                            .map(unused -> 7 + random.nextGaussian())
                            .toArray(),
                    random.doubles(second)
                            .map(unused -> 5 + spread * random.nextGaussian())
                            .toArray());
            covered += difference.low95() <= 2 && 2 <= difference.high95() ? 1 : 0;
        }
        assertThat(covered / (double) trials).isCloseTo(0.95, within(0.015));
    }

    /** Quantiles as printed in tables of Student's t; with n values of 0 and one of 1 the standard error is 1 / n. */
    @ParameterizedTest
    @CsvSource({"1, 12.7062", "2, 4.3027", "4, 2.7764", "9, 2.2622", "29, 2.0452", "99, 1.9842"})
    void quantilesAreThoseOfTheTable(int degreesOfFreedom, double quantile) {
        int n = degreesOfFreedom + 1;
        double[] values = new double[n];
        values[n - 1] = 1;
        assertThat(Estimate.of(values).halfWidth() * n).isCloseTo(quantile, within(1e-4));
    }

    @Test
    void equalValuesHaveNoWidthAndKeepTheirValue() {
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            double value = random.nextGaussian() * StrictMath.pow(10, random.nextInt(30) - 15);
            double[] values = new double[2 + random.nextInt(40)];
            Arrays.fill(values, value);
            assertThat(Estimate.of(values)).isEqualTo(new Estimate(value, value, value, values.length));
        }
    }

    @Test
    void identicalRunsDifferByExactlyZero() {
        double[] values = {0.1, 1e9, -3.7};
        assertThat(Compared.of(MEASURE, values, values.clone()).difference()).isEqualTo(new Estimate(0, 0, 0, 3));
    }

    @Test
    void oneReplicationHasNoInterval() {
        assertThat(Estimate.of(4.5)).isEqualTo(new Estimate(4.5, Double.NaN, Double.NaN, 1));
    }

    @Test
    void whatDoesNotApplyInAnyReplicationHasNoMean() {
        Estimate estimate = Estimate.of(1, Double.NaN, 3);
        assertThat(estimate.mean()).isNaN();
        assertThat(estimate.halfWidth()).isNaN();
    }

    /** The promise of a 95 % interval: over many samples of a normal law it holds the true mean in 95 % of them. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void coversTheTrueMeanAsOftenAsItSays(int n) {
        Random random = new Random(n);
        int trials = 4000;
        int covered = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] values =
                    random.doubles(n).map(unused -> 7 + random.nextGaussian()).toArray();
            Estimate estimate = Estimate.of(values);
            covered += estimate.low95() <= 7 && 7 <= estimate.high95() ? 1 : 0;
        }
        assertThat(covered / (double) trials).isCloseTo(0.95, within(0.015));
    }

    @Test
    void refusesWhatIsNoEstimate() {
        assertThatThrownBy(Estimate::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(1, 2, 3, 4)).hasMessageContaining("does not hold the mean");
        assertThatThrownBy(() -> new Estimate(1, 0, 2, 0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Compared.of(MEASURE, new double[2], new double[3]))
                .hasMessageContaining("'mass' has 2 replications");
    }
}
