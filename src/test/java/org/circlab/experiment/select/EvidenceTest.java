package org.circlab.experiment.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

    private static Evidence of(double... differences) {
        Evidence evidence = new Evidence();
        for (double difference : differences) {
            evidence.add(difference);
        }
        return evidence;
    }

    /** 1, 2, 3: S = 6, V = 14, so 4^(-1/2) (56 / 20)^(3/2) = 2.3426. */
    @Test
    void workedExample() {
        assertThat(StrictMath.exp(of(1, 2, 3).logarithm(0))).isCloseTo(2.3426, within(5e-5));
        assertThat(of(1, 2, 3).mean()).isEqualTo(2);
    }

    @Test
    void aShiftIsAddedToEachDifference() {
        Random random = new Random(7);
        for (int trial = 0; trial < 100; trial++) {
            double[] some = random.doubles(2 + random.nextInt(20), -1, 2).toArray();
            double shift = random.nextGaussian();
            double[] other = some.clone();
            for (int i = 0; i < other.length; i++) {
                other[i] += shift;
            }
            assertThat(of(some).logarithm(shift)).isCloseTo(of(other).logarithm(0), within(1e-9));
        }
        assertThat(of(2, 2).logarithm(-2)).isZero();
    }

    /** One difference says nothing of a mean whose unit is not known; nor do differences that are all 0. */
    @Test
    void oneDifferenceAndNoneSayNothing() {
        assertThat(of().logarithm(0)).isZero();
        assertThat(of().mean()).isZero();
        assertThat(of(-17.3).logarithm(0)).isCloseTo(0, within(1e-12));
        assertThat(of(0, 0, 0, 0).logarithm(0)).isZero();
    }

    /** Equal differences leave no doubt: (n + 1)^((n - 1) / 2). */
    @Test
    void equalDifferencesAreTheStrongestEvidence() {
        assertThat(of(3, 3, 3, 3, 3).logarithm(0)).isCloseTo(2 * StrictMath.log(6), within(1e-12));
        assertThat(of(3, 3, 3, 3, 3.1).logarithm(0)).isLessThan(2 * StrictMath.log(6));
    }

    @Test
    void neitherTheUnitNorTheSideMatters() {
        Random random = new Random(1);
        for (int trial = 0; trial < 100; trial++) {
            double[] some = random.doubles(2 + random.nextInt(20), -1, 2).toArray();
            double scale = StrictMath.exp(random.nextGaussian() * 5) * (random.nextBoolean() ? 1 : -1);
            double[] other = some.clone();
            for (int i = 0; i < other.length; i++) {
                other[i] *= scale;
            }
            assertThat(of(other).logarithm(0)).isCloseTo(of(some).logarithm(0), within(1e-9));
        }
    }

    /** Looked at after each of 200 differences with mean 0, it ever exceeds 1 / p in at most a share p of 2000 trials. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.05, 0.01})
    void looksAsOftenAsOneLikesDoNotMislead(double p) {
        Random random = new Random(2);
        int trials = 2000;
        int misled = 0;
        for (int trial = 0; trial < trials; trial++) {
            Evidence evidence = new Evidence();
            boolean ever = false;
            for (int n = 0; n < 200 && !ever; n++) {
                evidence.add(random.nextGaussian());
                ever = evidence.logarithm(0) >= -StrictMath.log(p);
            }
            misled += ever ? 1 : 0;
        }
        assertThat(misled / (double) trials)
                .isLessThan(p + 2 * StrictMath.sqrt(p * (1 - p) / trials))
                .isGreaterThan(p / 3);
    }
}
