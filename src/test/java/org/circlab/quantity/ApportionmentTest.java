package org.circlab.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of the largest remainder, against exact arithmetic. */
class ApportionmentTest {

    private static final int ROUNDS = 2_000;

    private static double[] weights(double... weights) {
        return weights;
    }

    @Test
    void sharesFollowTheMethod() {
        assertThat(Apportionment.byLargestRemainder(100, weights(1, 1, 1))).containsExactly(34, 33, 33);
        assertThat(Apportionment.byLargestRemainder(101, weights(1, 1, 1))).containsExactly(34, 34, 33);
        assertThat(Apportionment.byLargestRemainder(10, weights(0.7, 0.2, 0.1))).containsExactly(7, 2, 1);
        assertThat(Apportionment.byLargestRemainder(1, weights(0.2, 0.5, 0.3))).containsExactly(0, 1, 0);
        assertThat(Apportionment.byLargestRemainder(7, weights(3))).containsExactly(7);
        assertThat(Apportionment.byLargestRemainder(0, weights(1, 2))).containsExactly(0, 0);
        assertThat(Apportionment.byLargestRemainder(0, weights(0, 0))).containsExactly(0, 0);
        assertThat(Apportionment.byLargestRemainder(0, weights())).isEmpty();
    }

    /** Seats of ten in the classic example of Balinski and Young's first chapter: quotas 1.5, 1.4, 1.3, 5.8. */
    @Test
    void leftoverUnitsGoToTheLargestRemainders() {
        assertThat(Apportionment.byLargestRemainder(10, weights(15, 14, 13, 58)))
                .containsExactly(2, 1, 1, 6);
    }

    @Test
    void tiesGoToTheLowerIndex() {
        assertThat(Apportionment.byLargestRemainder(3, weights(1, 1, 1, 1))).containsExactly(1, 1, 1, 0);
        assertThat(Apportionment.byLargestRemainder(2, weights(1, 3))).containsExactly(1, 1);
        assertThat(Apportionment.byLargestRemainder(2, weights(3, 1))).containsExactly(2, 0);
        assertThat(Apportionment.byLargestRemainder(4, weights(1, 1, 3, 3))).containsExactly(1, 1, 1, 1);
    }

    @Test
    void weightlessGetNothing() {
        assertThat(Apportionment.byLargestRemainder(5, weights(0, 1, 0, 1))).containsExactly(0, 3, 0, 2);
        assertThat(Apportionment.byLargestRemainder(Long.MAX_VALUE, weights(0, 1e-300)))
                .containsExactly(0, Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 17, 1_000, 25_000_000, 150_000_000_000L, 1L << 53, 9_000_000_000_000_000_000L})
    void sharesAgreeWithExactArithmetic(long most) {
        Random random = new Random(most);
        for (int i = 0; i < 2000; i++) {
            double[] weights = someWeights(random, 1 + random.nextInt(12));
            long whole = i % 4 == 0 ? most : (long) (random.nextDouble() * most);
            assertLaws(whole, weights, Apportionment.byLargestRemainder(whole, weights));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 1000})
    void manySharesAgreeWithExactArithmetic(int count) {
        Random random = new Random(count);
        for (int i = 0; i < 20; i++) {
            double[] weights = someWeights(random, count);
            long whole = random.nextInt(2_000_000_000);
            assertLaws(whole, weights, Apportionment.byLargestRemainder(whole, weights));
        }
    }

    @Test
    void extremeWeightsAreSharedExactly() {
        double[] weights = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MIN_VALUE, 1};
        assertLaws(Long.MAX_VALUE, weights, Apportionment.byLargestRemainder(Long.MAX_VALUE, weights));
        double[] tiny = {Double.MIN_VALUE, 3 * Double.MIN_VALUE, 0};
        assertThat(Apportionment.byLargestRemainder(1001, tiny)).containsExactly(250, 751, 0);
    }

    @Test
    void nearTiesAreDecidedByTheExactWeights() {
        for (int i = 0; i < 200; i++) {
            double above = Math.nextUp(1.0 + i);
            double[] weights = {1 + i, above, 1 + i};
            long whole = 3L * (1 << 20) + 1;
            long[] shares = Apportionment.byLargestRemainder(whole, weights);
            assertThat(shares).containsExactly(1 << 20, (1 << 20) + 1, 1 << 20);
        }
    }

    /** Remainders that are all one half but for the last bits of the weights, of weights of which some are alike. */
    @Test
    void nearTiesOfSomeLikeWeightsAgreeWithExactArithmetic() {
        Random random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            double[] weights = new double[2 * (1 + random.nextInt(4))];
            int total = 0;
            for (int k = 0; k < weights.length; k++) {
                int odd = k > 0 && random.nextBoolean() ? (int) Math.rint(weights[k - 1]) : 2 * random.nextInt(50) + 1;
                boolean same = k > 0 && odd == Math.rint(weights[k - 1]);
                total += odd;
                weights[k] = same ? weights[k - 1] : odd * (1 + (random.nextInt(9) - 4) * 0x1p-52);
            }
            long whole = total * (long) random.nextInt(1 << random.nextInt(28)) + total / 2;
            assertThat(Apportionment.byLargestRemainder(whole, weights)).isEqualTo(oracle(whole, weights));
        }
    }

    @Test
    void aTotalBeyondDoublesIsSharedExactly() {
        double[] most = {Double.MAX_VALUE, Double.MAX_VALUE};
        assertThat(Apportionment.byLargestRemainder(1_000_000_000_001L, most))
                .containsExactly(500_000_000_001L, 500_000_000_000L);
    }

    /** A consignment is shared among up to 64 without an object; exact arithmetic takes hundreds of bytes a share. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 64})
    void sharingAConsignmentAllocatesNothing(int count) {
        Random random = new Random(count);
        double[] weights = random.doubles(count, 0.1, 1).toArray();
        long[] result = new long[count];
        bytesOfSharing(random, weights, result);
        assertThat(bytesOfSharing(random, weights, result)).isLessThan(80L * (count + 2) * ROUNDS);
        assertLaws(Arrays.stream(result).sum(), weights, result);
    }

    private static long bytesOfSharing(Random random, double[] weights, long[] result) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            Apportionment.byLargestRemainder(random.nextInt(30_000_000), weights, result);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** By turns round shares with many ties, shares of full precision, and shares of all magnitudes with zeros. */
    private static double[] someWeights(Random random, int count) {
        int kind = random.nextInt(3);
        double[] weights = IntStream.range(0, count)
                .mapToDouble(i -> switch (kind) {
                    case 0 -> random.nextInt(5) / 10.0;
                    case 1 -> random.nextDouble();
                    default -> random.nextInt(4) == 0 ? 0 : Math.scalb(random.nextDouble(), random.nextInt(120) - 60);
                })
                .toArray();
        weights[random.nextInt(count)] += 0.1;
        return weights;
    }

    private static void assertLaws(long whole, double[] weights, long[] shares) {
        assertThat(Arrays.stream(shares).sum()).as("sum").isEqualTo(whole);
        assertThat(shares).as("%s by %s", whole, Arrays.toString(weights)).isEqualTo(oracle(whole, weights));
        int[] byWeight = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> weights[i]))
                .mapToInt(i -> i)
                .toArray();
        for (int i = 1; i < byWeight.length; i++) {
            if (weights[byWeight[i - 1]] < weights[byWeight[i]]) {
                assertThat(shares[byWeight[i - 1]]).as("monotone").isLessThanOrEqualTo(shares[byWeight[i]]);
            }
        }
    }

    /** Rounds every exact quota down, then gives single units away, each to the greatest remainder not yet served. */
    private static long[] oracle(long whole, double[] weights) {
        BigDecimal total = Arrays.stream(weights).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        long[] shares = new long[weights.length];
        BigDecimal[] remainders = new BigDecimal[weights.length];
        long left = whole;
        for (int i = 0; i < weights.length; i++) {
            BigDecimal product = new BigDecimal(weights[i]).multiply(BigDecimal.valueOf(whole));
            BigInteger floor = product.divideToIntegralValue(total).toBigIntegerExact();
            remainders[i] = product.subtract(total.multiply(new BigDecimal(floor)));
            shares[i] = floor.longValueExact();
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int best = 0;
            for (int i = 1; i < weights.length; i++) {
                best = remainders[i].compareTo(remainders[best]) > 0 ? i : best;
            }
            shares[best]++;
            remainders[best] = BigDecimal.ONE.negate();
        }
        return shares;
    }

    @Test
    void resultIsOverwritten() {
        long[] result = {9, 9, 9};
        Apportionment.byLargestRemainder(6, weights(1, 2, 3), result);
        assertThat(result).containsExactly(1, 2, 3);
        Apportionment.byLargestRemainder(0, weights(1, 2, 3), result);
        assertThat(result).containsOnly(0);
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Apportionment.byLargestRemainder(-1, weights(1)))
                .withMessage("whole is -1; must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Apportionment.byLargestRemainder(1, weights(1, -0.5)))
                .withMessage("weight 1 is -0.5; must be finite and not negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Apportionment.byLargestRemainder(1, weights(Double.NaN)))
                .withMessageContaining("weight 0 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Apportionment.byLargestRemainder(1, weights(0, 0)))
                .withMessage("weights add up to 0.0; must be above 0 to share out 1. Maybe none takes part?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Apportionment.byLargestRemainder(1, weights(1), new long[2]))
                .withMessage("result has length 2; must have that of the weights, 1");
    }
}
