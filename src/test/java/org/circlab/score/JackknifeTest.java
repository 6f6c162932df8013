package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JackknifeTest {

    private static Estimate ratio(double[] over, double[] under) {
        return Jackknife.of(over.length, leftOut -> Jackknife.mean(over, leftOut) / Jackknife.mean(under, leftOut));
    }

    @Test
    void aRatioOfThreeIsAsReckonedByHand() {
        // 9 / 6 = 1.5; left out in turn 7 / 5 = 1.4, 6 / 4 = 1.5, 5 / 3 = 1.666667, mean 1.522222.
        // Squares .014938 + .000494 + .020864 = .036296; error sqrt(2 / 3 x .036296) = .155556; t(.975, 2) = 4.302653.
        Estimate estimate = ratio(new double[] {2, 3, 4}, new double[] {1, 2, 3});
        assertThat(estimate.mean()).isCloseTo(1.5, within(1e-15));
        assertThat(estimate.halfWidth()).isCloseTo(4.302653 * 0.155556, within(1e-5));
    }

    @Test
    void aMeanHasTheIntervalOfStudent() {
        double[] values = {10, 12, 11, 13, 9};
        Estimate estimate = Jackknife.of(values.length, leftOut -> Jackknife.mean(values, leftOut));
        assertThat(estimate.mean()).isCloseTo(11, within(1e-12));
        assertThat(estimate.halfWidth()).isCloseTo(1.9632, within(1e-4));
    }

    @Test
    void oneReplicationAndAFigureThatDoesNotApplyHaveNoInterval() {
        assertThat(ratio(new double[] {2}, new double[] {4})).isEqualTo(new Estimate(0.5, Double.NaN, Double.NaN, 1));
        assertThat(ratio(new double[] {0, 0}, new double[] {0, 0}).mean()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 30})
    void theIntervalHoldsAKnownRatioNineteenTimesInTwenty(int replications) {
        Random random = new Random(replications);
        int held = 0;
        int trials = 4000;
        for (int trial = 0; trial < trials; trial++) {
            double[] over = new double[replications];
            double[] under = new double[replications];
            for (int k = 0; k < replications; k++) {
                double common = random.nextGaussian();
                over[k] = 30 + 3 * common + 2 * random.nextGaussian();
                under[k] = 50 + 4 * common + 3 * random.nextGaussian();
            }
            Estimate estimate = ratio(over, under);
            held += estimate.low95() <= 0.6 && 0.6 <= estimate.high95() ? 1 : 0;
        }
        assertThat(held / (double) trials).isBetween(0.93, 0.97);
    }
}
