package org.circlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.special.Gamma;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplersTest {

    private static final int DRAWS = 200_000;

    /** How a sampler is made, its law's distribution function, mean and variance from another source. */
    private record Law(Supplier<Sampler> made, DoubleUnaryOperator below, double mean, double variance) {}

    static Stream<Law> laws() {
        return Stream.of(
                        Stream.of(
                                law(() -> Samplers.uniform(-3, 5), new UniformRealDistribution(null, -3, 5)),
                                law(() -> Samplers.exponential(7), new ExponentialDistribution(null, 7)),
                                law(() -> Samplers.triangular(1, 2, 6), new TriangularDistribution(null, 1, 2, 6)),
                                law(() -> Samplers.triangular(1, 1, 6), new TriangularDistribution(null, 1, 1, 6)),
                                law(() -> Samplers.triangular(-1, 6, 6), new TriangularDistribution(null, -1, 6, 6)),
                                law(() -> Samplers.erlang(1, 4), new ExponentialDistribution(null, 4)),
                                law(() -> Samplers.erlang(5, 4), new GammaDistribution(null, 5, 0.8))),
                        DoubleStream.of(0.05, 0.15, 0.5, 1, 1.6)
                                .mapToObj(cv -> law(() -> Samplers.lognormal(3, cv), logNormal(3, cv))),
                        DoubleStream.of(0.05, 0.5, 1, 1.3, 2)
                                .mapToObj(cv -> law(
                                        () -> Samplers.gamma(3, cv),
                                        new GammaDistribution(null, 1 / (cv * cv), 3 * cv * cv))),
                        DoubleStream.of(0.5, 0.9, 1, 2.5, 10)
                                .mapToObj(shape ->
                                        law(() -> Samplers.weibull(shape, 2), new WeibullDistribution(null, shape, 2))),
                        DoubleStream.of(0.1, 0.4, 1, 3).mapToObj(SamplersTest::normalAbove0))
                .flatMap(part -> part);
    }

    private static Law law(Supplier<Sampler> made, org.apache.commons.math3.distribution.RealDistribution law) {
        return new Law(made, law::cumulativeProbability, law.getNumericalMean(), law.getNumericalVariance());
    }

    private static LogNormalDistribution logNormal(double mean, double cv) {
        double variance = StrictMath.log1p(cv * cv);
        return new LogNormalDistribution(null, StrictMath.log(mean) - variance / 2, Math.sqrt(variance));
    }

    /** Mean and variance by numerical integration of the cut density. */
    private static Law normalAbove0(double cv) {
        double mean = 3;
        NormalDistribution whole = new NormalDistribution(null, mean, mean * cv);
        double cut = whole.cumulativeProbability(0);
        double first = 0;
        double second = 0;
        double step = (mean + 12 * mean * cv) / 200_000;
        for (int i = 0; i < 200_000; i++) {
            double x = (i + 0.5) * step;
            double weight = whole.density(x) * step / (1 - cut);
            first += weight * x;
            second += weight * x * x;
        }
        return new Law(
                () -> Samplers.normalAbove0(mean, cv),
                x -> (whole.cumulativeProbability(x) - cut) / (1 - cut),
                first,
                second - first * first);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void drawsFollowTheLaw(Law law) {
        Sampler sampler = law.made.get();
        RandomStream stream = new Streams(5, 0).stream("sampler", sampler.toString(), "");
        double[] draws =
                DoubleStream.generate(() -> sampler.sample(stream)).limit(DRAWS).toArray();
        double[] ranks = Arrays.stream(draws).map(law.below).toArray();
        assertThat(KolmogorovSmirnov.pValueUniform(ranks)).isGreaterThan(1e-3);
        assertThat(sampler.mean()).isCloseTo(law.mean, within(Math.abs(law.mean) * 1e-9));
        double average = Arrays.stream(draws).average().orElseThrow();
        assertThat(average).isCloseTo(law.mean, within(5 * Math.sqrt(law.variance / DRAWS)));
        double[] squares =
                Arrays.stream(draws).map(x -> (x - law.mean) * (x - law.mean)).toArray();
        double variance = Arrays.stream(squares).average().orElseThrow();
        double fourth = Arrays.stream(squares).map(x -> x * x).average().orElseThrow();
        assertThat(variance).isCloseTo(law.variance, within(6 * Math.sqrt((fourth - variance * variance) / DRAWS)));
    }

    @Test
    void empiricalDrawsEachValueByItsWeight() {
        double[] values = {5, -1, 2, 8, 3};
        double[] weights = {0, 1, 0, 3, 0};
        Sampler sampler = Samplers.empirical(values, weights);
        Arrays.fill(values, Double.NaN);
        RandomStream stream = new Streams(1, 0).stream("empirical", "", "");
        int low = 0;
        for (int i = 0; i < DRAWS; i++) {
            double value = sampler.sample(stream);
            assertThat(value == -1 || value == 8).isTrue();
            low += value == -1 ? 1 : 0;
        }
        assertThat(low / (double) DRAWS).isCloseTo(0.25, within(5 * Math.sqrt(0.1875 / DRAWS)));
        assertThat(sampler.mean()).isEqualTo(23 / 4.0);
    }

    /** Weights of nothing at either end and in the middle, at the running sums themselves. */
    @Test
    void empiricalNeverDrawsAValueOfNoWeight() {
        Sampler sampler = Samplers.empirical(new double[] {9, 9, 1, 9, 2, 9}, new double[] {0, 0, 1, 0, 1, 0});
        for (long word : new long[] {0, -1, 1L << 63, (1L << 63) - 1, (1L << 63) + 2048}) {
            RandomStream stream = new RandomStream(0, 1, 1, Long.rotateRight(word, 23));
            assertThat(sampler.sample(stream)).isEqualTo(word >= 0 ? 1 : 2);
        }
    }

    @Test
    void withoutSpreadTheMeanIsDrawnAndNoNumberTaken() {
        RandomStream stream = new Streams(1, 0).stream("", "", "");
        long first = new Streams(1, 0).stream("", "", "").nextLong();
        for (Sampler sampler : List.of(
                Samplers.constant(4), Samplers.lognormal(4, 0), Samplers.gamma(4, 0), Samplers.normalAbove0(4, 0))) {
            assertThat(sampler.sample(stream)).isEqualTo(4);
            assertThat(sampler.mean()).isEqualTo(4);
        }
        assertThat(stream.nextLong()).isEqualTo(first);
        Sampler alone = Samplers.empirical(new double[] {4}, new double[] {0.1});
        assertThat(alone.sample(stream)).isEqualTo(4);
        assertThat(alone.mean()).isEqualTo(4);
    }

    @Test
    void theExtremesStayFiniteAndInRange() {
        RandomStream stream = new Streams(1, 0).stream("extremes", "", "");
        Sampler tight = Samplers.uniform(1, Math.nextUp(1.0));
        for (int i = 0; i < 1_000; i++) {
            assertThat(tight.sample(stream)).isEqualTo(1);
            assertThat(Samplers.gamma(1, 1e-6).sample(stream)).isCloseTo(1, within(1e-5));
            assertThat(Samplers.gamma(1, 1e3).sample(stream)).isNotNegative().isFinite();
            assertThat(Samplers.lognormal(1, 1e3).sample(stream)).isPositive().isFinite();
            assertThat(Samplers.normalAbove0(1, 1e3).sample(stream))
                    .isPositive()
                    .isFinite();
        }
    }

    @Test
    void theBoundsBelongToTheRange() {
        RandomStream stream = new Streams(2, 0).stream("bounds", "", "");
        assertThat(Samplers.weibull(0.01, 1).sample(stream)).isNotNegative();
        assertThat(Samplers.weibull(1e6, 3).sample(stream)).isCloseTo(3, within(1e-3));
        refused("shape of weibull", () -> Samplers.weibull(Math.nextDown(0.01), 1));
        refused("shape of weibull", () -> Samplers.weibull(Math.nextUp(1e6), 1));
        refused("cv of gamma", () -> Samplers.gamma(1, Math.nextDown(1e-6)));
        refused("cv of gamma", () -> Samplers.gamma(1, Math.nextUp(1e3)));
    }

    @Test
    void theGammaFunctionAgreesWithAnotherSource() {
        for (double x = 1; x < 171; x += 0.0625) {
            double expected = Gamma.gamma(x);
            assertThat(SpecialFunctions.gamma(x)).isCloseTo(expected, within(expected * 5e-13));
        }
        assertThat(SpecialFunctions.gamma(1)).isCloseTo(1, within(1e-14));
        assertThat(SpecialFunctions.gamma(1.5)).isCloseTo(Math.sqrt(Math.PI) / 2, within(1e-14));
        assertThat(SpecialFunctions.gamma(11)).isCloseTo(3_628_800, within(1e-7));
    }

    @Test
    void theNormalLawAgreesWithAnotherSource() {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        for (double x = 0; x < 12; x += 0.03125) {
            assertThat(SpecialFunctions.normalBelow(x)).isCloseTo(normal.cumulativeProbability(x), within(1e-14));
            assertThat(SpecialFunctions.normalDensity(x)).isCloseTo(normal.density(x), within(1e-15));
        }
    }

    @Test
    void wrongParametersAreRefusedByName() {
        refused("value of constant is NaN", () -> Samplers.constant(Double.NaN));
        refused("high of uniform is 1.0; it must be above low, 1.0", () -> Samplers.uniform(1, 1));
        refused("low of uniform is -Infinity", () -> Samplers.uniform(Double.NEGATIVE_INFINITY, 1));
        refused("high - low of uniform", () -> Samplers.uniform(-Double.MAX_VALUE, Double.MAX_VALUE));
        refused("mean of exponential is 0.0", () -> Samplers.exponential(0));
        refused("mean of exponential is Infinity", () -> Samplers.exponential(Double.POSITIVE_INFINITY));
        refused("mean of lognormal is -1.0", () -> Samplers.lognormal(-1, 1));
        refused("cv of lognormal is 15000.0", () -> Samplers.lognormal(1, 15_000));
        refused("cv of normal is NaN", () -> Samplers.normalAbove0(1, Double.NaN));
        refused("mean of normal is NaN", () -> Samplers.normalAbove0(Double.NaN, 1));
        refused("cv of gamma is -0.1", () -> Samplers.gamma(1, -0.1));
        refused("mode of triangular is 5.0; it must be in 1.0 to 4.0", () -> Samplers.triangular(1, 5, 4));
        refused("high of triangular is 1.0", () -> Samplers.triangular(1, 1, 1));
        refused("high - low of triangular", () -> Samplers.triangular(-Double.MAX_VALUE, 0, Double.MAX_VALUE));
        refused("mode of triangular is NaN", () -> Samplers.triangular(1, Double.NaN, 4));
        refused("shape of weibull is 0.0", () -> Samplers.weibull(0, 1));
        refused("scale of weibull is 0.0", () -> Samplers.weibull(1, 0));
        refused("phases of erlang is 0.0", () -> Samplers.erlang(0, 1));
        refused("empirical has 0 values and 0 weights", () -> Samplers.empirical(new double[0], new double[0]));
        refused("empirical has 1 values and 2 weights", () -> Samplers.empirical(new double[1], new double[2]));
        refused(
                "pair 2 of empirical is value 1.0, weight -1.0",
                () -> Samplers.empirical(new double[] {1, 1}, new double[] {1, -1}));
        double[] largest = {Double.MAX_VALUE, Double.MAX_VALUE};
        refused("add up to Infinity", () -> Samplers.empirical(new double[] {1, -1}, largest));
        refused("add up to 2.0", () -> Samplers.empirical(largest, new double[] {1, 1}));
        refused("add up to 0.0", () -> Samplers.empirical(new double[] {1}, new double[] {0}));
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
