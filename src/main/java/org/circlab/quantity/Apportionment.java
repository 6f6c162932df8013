package org.circlab.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares of a whole by largest remainder (Hamilton's method; M. Balinski and H. P. Young, <i>Fair Representation</i>, 1982):
 * each gets its exact share rounded down, and the units left over go to the largest remainders, ties to the lower index. The
 * shares add up to the whole, each lies within one unit of its exact share, and a greater weight never gets less. The
 * weights are taken as the exact binary numbers they are.
 */
public final class Apportionment {

    private static final int MOST_IN_DOUBLES = 64;
    private static final double ROUNDING = 0x1p-53;

    private Apportionment() {}

    /**
     * The shares of the whole, one for each weight.
     *
     * @param whole at least 0
     * @param weights finite, at least 0, not all zero unless the whole is
     * @throws IllegalArgumentException if an argument is not so
     */
    public static long[] byLargestRemainder(long whole, double[] weights) {
        long[] result = new long[weights.length];
        byLargestRemainder(whole, weights, result);
        return result;
    }

    /**
     * The shares of the whole, written into the result. Allocates nothing where double arithmetic settles every remainder,
     * which it does for up to 64 weights and wholes of the size of a consignment but for rare near-ties.
     *
     * @param whole at least 0
     * @param weights finite, at least 0, not all zero unless the whole is
     * @param result of the length of the weights; overwritten
     * @throws IllegalArgumentException if an argument is not so
     */
    public static void byLargestRemainder(long whole, double[] weights, long[] result) {
        double total = checkedTotal(whole, weights, result);
        if (whole == 0) {
            Arrays.fill(result, 0);
        } else if (!inDoubles(whole, weights, total, result)) {
            exactly(whole, weights, result);
        }
    }

    private static double checkedTotal(long whole, double[] weights, long[] result) {
        if (whole < 0) {
            throw new IllegalArgumentException("whole is " + whole + "; must not be negative");
        }
        if (result.length != weights.length) {
            throw new IllegalArgumentException(
                    "result has length " + result.length + "; must have that of the weights, " + weights.length);
        }
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "weight " + i + " is " + weights[i] + "; must be finite and not negative");
            }
            total += weights[i];
        }
        if (whole > 0 && !(total > 0)) {
            throw new IllegalArgumentException("weights add up to " + total + "; must be above 0 to share out " + whole
                    + ". Maybe none takes part?");
        }
        return total;
    }

    /**
     * Shares by double arithmetic, with a bound on its error; false if the bound leaves open who gets the last unit. A quota
     * mistaken for the whole number next to it does no harm: its remainder is then nearest to 1 or to 0.
     */
    private static boolean inDoubles(long whole, double[] weights, double total, long[] result) {
        int count = weights.length;
        double error = error(whole, count);
        if (count > MOST_IN_DOUBLES || !(total <= Double.MAX_VALUE) || error * count * count > 0.25) {
            return false;
        }
        long left = whole;
        for (int i = 0; i < count; i++) {
            result[i] = (long) quota(whole, weights[i], total);
            left -= result[i];
        }
        int last = -1;
        for (long unit = 0; unit < left; unit++) {
            last = largestRemainder(whole, weights, total, result);
            result[last]++;
        }
        return last < 0 || isClear(last, whole, weights, total, result);
    }

    /** A bound on the error of a quota, by the roundings of the total, of the whole, of the quotient and of the product. */
    private static double error(long whole, int count) {
        return (double) whole * (count + 4) * ROUNDING;
    }

    private static double quota(long whole, double weight, double total) {
        return whole * (weight / total);
    }

    private static int largestRemainder(long whole, double[] weights, double total, long[] result) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            double remainder = quota(whole, weights[i], total) - result[i];
            if (remainder > most) {
                most = remainder;
                best = i;
            }
        }
        return best;
    }

    /** Whether every remainder served lies above every one not served by more than the error, or has the same weight. */
    private static boolean isClear(int last, long whole, double[] weights, double total, long[] result) {
        double error = error(whole, weights.length);
        double least = quota(whole, weights[last], total) - (result[last] - 1);
        double most = 0;
        for (int i = 0; i < weights.length; i++) {
            double quota = quota(whole, weights[i], total);
            if (result[i] == (long) quota) {
                most = Math.max(most, quota - result[i]);
                if (least - (quota - result[i]) <= 2 * error && weights[i] != weights[last]) {
                    return false;
                }
            }
        }
        for (int i = 0; i < weights.length; i++) {
            double quota = quota(whole, weights[i], total);
            boolean served = result[i] != (long) quota;
            if (served && quota - (result[i] - 1) - most <= 2 * error && weights[i] != weights[last]) {
                return false;
            }
        }
        return true;
    }

    private static void exactly(long whole, double[] weights, long[] result) {
        BigInteger[] units = inCommonUnits(weights);
        BigInteger total = Arrays.stream(units).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger[] remainders = new BigInteger[weights.length];
        long left = whole;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = units[i].multiply(BigInteger.valueOf(whole)).divideAndRemainder(total);
            result[i] = share[0].longValueExact();
            remainders[i] = share[1];
            left -= result[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> result[i]++);
    }

    /** The weights as whole multiples of one decimal power: every double is a finite decimal. */
    private static BigInteger[] inCommonUnits(double[] weights) {
        BigDecimal[] exact = Arrays.stream(weights).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
        int scale = Arrays.stream(exact).mapToInt(BigDecimal::scale).max().orElseThrow();
        return Arrays.stream(exact)
                .map(weight -> weight.setScale(scale).unscaledValue())
                .toArray(BigInteger[]::new);
    }
}
