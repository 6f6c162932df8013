package org.circlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;

/** Lifetimes against the distributions of Commons Math, and what no lifetime may be. */
class LifetimeTest {

    private static final int CASES = 200;

    @Test
    void aNormalLifetimeIsTheNormalLaw() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            double mean = 0.5 + 60 * random.nextDouble();
            double sd = mean * (0.02 + 0.98 * random.nextDouble());
            requireSame(new Lifetime.Normal(mean, sd), new NormalDistribution(mean, sd), random);
        }
    }

    @Test
    void theMeanAndDeviationOfALognormalLifetimeAreItsOwn() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            double mean = 0.5 + 60 * random.nextDouble();
            double sd = mean * (0.02 + 2 * random.nextDouble());
            double variance = Math.log(1 + sd * sd / mean / mean);
            LogNormalDistribution law = new LogNormalDistribution(Math.log(mean) - variance / 2, Math.sqrt(variance));
            assertThat(law.getNumericalMean()).isCloseTo(mean, within(1e-9 * mean));
            assertThat(Math.sqrt(law.getNumericalVariance())).isCloseTo(sd, within(1e-6 * sd));
            requireSame(new Lifetime.Lognormal(mean, sd), law, random);
        }
    }

    @Test
    void aWeibullLifetimeIsTheWeibullLaw() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            double shape = 0.2 + 8 * random.nextDouble();
            double scale = 0.5 + 60 * random.nextDouble();
            requireSame(new Lifetime.Weibull(shape, scale), new WeibullDistribution(shape, scale), random);
        }
    }

    private static void requireSame(Lifetime lifetime, RealDistribution law, Random random) {
        double before = 1;
        for (double age = 0; age < 120; age += random.nextDouble() * 5) {
            double survival = lifetime.survival(age);
            assertThat(survival).isCloseTo(1 - law.cumulativeProbability(age), within(1e-13));
            assertThat(survival).isBetween(0.0, Math.min(1, before + 1e-14));
            before = survival;
        }
    }

    @Test
    void aFixedLifetimeEndsAtItsAge() {
        Lifetime five = new Lifetime.Fixed(5);
        assertThat(five.survival(0)).isEqualTo(1);
        assertThat(five.survival(Math.nextDown(5.0))).isEqualTo(1);
        assertThat(five.survival(5)).isZero();
    }

    @Test
    void lifetimesTakeNoNonsense() {
        for (double wrong : new double[] {0, -1, 1001, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Lifetime.Fixed(wrong)).hasMessageContaining("above 0 and at most 1000");
            assertThatThrownBy(() -> new Lifetime.Normal(wrong, 1)).hasMessageContaining("mean of a normal");
            assertThatThrownBy(() -> new Lifetime.Normal(1, wrong)).hasMessageContaining("sd of a normal");
            assertThatThrownBy(() -> new Lifetime.Lognormal(wrong, 1)).hasMessageContaining("mean of a lognormal");
            assertThatThrownBy(() -> new Lifetime.Lognormal(1, wrong)).hasMessageContaining("sd of a lognormal");
            assertThatThrownBy(() -> new Lifetime.Weibull(2, wrong)).hasMessageContaining("scale of a weibull");
            assertThatThrownBy(() -> new Lifetime.Weibull(wrong, 2)).hasMessageContaining("from 0.1 to 100");
        }
        assertThatThrownBy(() -> new Lifetime.Normal(5, 5.1)).hasMessageContaining("Maybe lognormal");
        assertThat(new Lifetime.Normal(5, 5).survival(0)).isCloseTo(0.841344746068543, within(1e-15));
        assertThat(new Lifetime.Lognormal(5, 25).survival(1000)).isBetween(0.0, 1e-2);
    }
}
