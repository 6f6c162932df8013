package org.circlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {

    private static final int DRAWS = 400_000;

    private static RandomStream stream(long seed) {
        return new Streams(seed, 0).stream("test", "", "");
    }

    /** The reference vector published with the generator and repeated in other libraries. */
    @Test
    void theGeneratorIsXoshiro256PlusPlus() {
        RandomStream stream = new RandomStream(1, 2, 3, 4);
        assertThat(LongStream.generate(stream::nextLong).limit(10).toArray())
                .containsExactly(
                        41943041L,
                        58720359L,
                        3588806011781223L,
                        3591011842654386L,
                        Long.parseUnsignedLong("9228616714210784205"),
                        Long.parseUnsignedLong("9973669472204895162"),
                        Long.parseUnsignedLong("14011001112246962877"),
                        Long.parseUnsignedLong("12406186145184390807"),
                        Long.parseUnsignedLong("15849039046786891736"),
                        Long.parseUnsignedLong("10450023813501588000"));
    }

    @Test
    void aStateOfZerosIsAvoided() {
        RandomStream stream = new RandomStream(0, 0, 0, 0);
        assertThat(LongStream.generate(stream::nextLong).limit(50).distinct().count())
                .isGreaterThan(40);
    }

    /** The first word out is the sum of the outer words rotated by 23 bits, and the first of them again. */
    @Test
    void aStateWithSomeZerosIsKept() {
        assertThat(new RandomStream(1, 0, 0, 0).nextLong()).isEqualTo((1 << 23) + 1);
        assertThat(new RandomStream(0, 1, 0, 0).nextLong()).isZero();
        assertThat(new RandomStream(0, 0, 1, 0).nextLong()).isZero();
        assertThat(new RandomStream(0, 0, 0, 2).nextLong()).isEqualTo(2 << 23);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void uniformDrawsAreUniform(long seed) {
        RandomStream stream = stream(seed);
        long[] cells = new long[1_000];
        for (int i = 0; i < DRAWS; i++) {
            double closed = stream.nextDouble();
            double open = stream.nextOpenDouble();
            assertThat(closed >= 0 && closed < 1 && open > 0 && open < 1).isTrue();
            cells[(int) (closed * 1_000)]++;
            cells[(int) (open * 1_000)]++;
        }
        assertUniform(cells);
    }

    @Test
    void theExtremeWordsStayInsideTheOpenInterval() {
        assertThat(openFrom(0)).isEqualTo(0x1p-53);
        assertThat(openFrom(-1)).isEqualTo(1 - 0x1p-53);
    }

    /** A state whose first word out is the given one: with s0 = 0 the word is s3 rotated. */
    private static double openFrom(long word) {
        return new RandomStream(0, 1, 1, Long.rotateRight(word, 23)).nextOpenDouble();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1_000})
    void boundedIntegersAreUniform(int bound) {
        RandomStream stream = stream(bound);
        long[] cells = new long[Math.max(2, bound)];
        for (int i = 0; i < DRAWS; i++) {
            cells[stream.nextInt(bound)]++;
        }
        if (bound == 1) {
            assertThat(cells).containsExactly(DRAWS, 0);
        } else {
            assertUniform(cells);
        }
    }

    /** With 3 * 2^29 as bound a plain product would favour one residue of three by a half. */
    @Test
    void aLargeBoundIsNotBiased() {
        RandomStream stream = stream(5);
        int bound = 3 << 29;
        long[] cells = new long[3];
        for (int i = 0; i < DRAWS; i++) {
            int value = stream.nextInt(bound);
            assertThat(value >= 0 && value < bound).isTrue();
            cells[value % 3]++;
        }
        assertUniform(cells);
        assertThatIllegalArgumentException().isThrownBy(() -> stream.nextInt(0)).withMessageContaining("bound is 0");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void exponentialFollowsItsLaw(long seed) {
        RandomStream stream = stream(seed);
        double[] draws =
                DoubleStream.generate(stream::nextExponential).limit(DRAWS).toArray();
        assertThat(Arrays.stream(draws).min().orElseThrow()).isPositive();
        assertFollows(draws, new ExponentialDistribution(null, 1));
        assertMoments(draws, 1, 1, 8);
        assertThat(share(draws, 7.69711747013105)).isCloseTo(StrictMath.exp(-7.69711747013105), within(1.5e-4));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void gaussianFollowsItsLaw(long seed) {
        RandomStream stream = stream(seed);
        double[] draws =
                DoubleStream.generate(stream::nextGaussian).limit(DRAWS).toArray();
        assertFollows(draws, new NormalDistribution(null, 0, 1));
        assertMoments(draws, 0, 1, 2);
        assertThat(share(draws, 3)).isCloseTo(1.3499e-3, within(3e-4));
        double[] squares = Arrays.stream(draws).map(x -> x * x).toArray();
        assertMoments(squares, 1, 2, 56);
    }

    /**
     * The tails beyond the last layer are one draw in 3 900 and one in 2 200. That of the normal law falls off a little
     * faster than an exponential one, which only thousands of draws can tell by their mean.
     */
    @Test
    void theTailsBeyondTheZigguratFollowTheirLaws() {
        RandomStream stream = stream(31);
        double[] normal = DoubleStream.generate(stream::nextGaussian)
                .map(Math::abs)
                .limit(16_000_000)
                .filter(x -> x > 3.654152885361009)
                .toArray();
        NormalDistribution law = new NormalDistribution(null, 0, 1);
        double outside = 2 * law.cumulativeProbability(-3.654152885361009);
        assertThat(normal.length / 16e6).isCloseTo(outside, within(5 * Math.sqrt(outside / 16e6)));
        double mean = 2 * law.density(3.654152885361009) / outside;
        assertThat(Arrays.stream(normal).average().orElseThrow())
                .isCloseTo(mean, within(5 * 0.24 / Math.sqrt(normal.length)));
        double[] ranks = Arrays.stream(normal)
                .map(x -> 2 * law.cumulativeProbability(-x) / outside)
                .toArray();
        assertThat(KolmogorovSmirnov.pValueUniform(ranks)).isGreaterThan(1e-3);
        double[] exponential = DoubleStream.generate(stream::nextExponential)
                .limit(4_000_000)
                .filter(x -> x > 7.69711747013105)
                .map(x -> StrictMath.exp(7.69711747013105 - x))
                .toArray();
        assertThat(KolmogorovSmirnov.pValueUniform(exponential)).isGreaterThan(1e-3);
    }

    private static double share(double[] draws, double above) {
        return Arrays.stream(draws).filter(x -> x > above).count() / (double) draws.length;
    }

    private static void assertUniform(long[] cells) {
        double expected = Arrays.stream(cells).sum() / (double) cells.length;
        double[] even = new double[cells.length];
        Arrays.fill(even, expected);
        assertThat(new ChiSquareTest().chiSquareTest(even, cells)).isBetween(1e-4, 1 - 1e-4);
    }

    /** Mean and variance within five standard errors. */
    private static void assertMoments(double[] draws, double mean, double variance, double varianceOfSquare) {
        double count = draws.length;
        double average = Arrays.stream(draws).sum() / count;
        double spread = Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).sum() / count;
        assertThat(average).isCloseTo(mean, within(5 * Math.sqrt(variance / count)));
        assertThat(spread).isCloseTo(variance, within(5 * Math.sqrt(varianceOfSquare / count)));
    }

    private static void assertFollows(double[] draws, RealDistribution law) {
        double[] first = Arrays.copyOf(draws, 50_000);
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(law, first, false))
                .isGreaterThan(1e-3);
    }
}
