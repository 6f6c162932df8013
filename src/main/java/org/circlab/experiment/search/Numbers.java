package org.circlab.experiment.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers to try, as few digits as they can have. */
public final class Numbers {

    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int DIGITS_BELOW = 8;

    private Numbers() {}

    /** The number to six digits. */
    public static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(DIGITS);
    }

    /** The number to six digits, without exponent and without zeros at its end. */
    public static String plain(double value) {
        return plain(rounded(value));
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /**
     * The number with the shortest text beyond one and up to another: a multiple of the largest of 1, 0.5, 0.1, 0.05 and so on,
     * times a power of ten, that has one there, and of these the furthest.
     *
     * @param beyond not this one
     * @param upTo this one at most; other than {@code beyond}
     */
    static BigDecimal simplest(BigDecimal beyond, BigDecimal upTo) {
        boolean rises = upTo.compareTo(beyond) > 0;
        int highest = Math.max(magnitude(beyond), magnitude(upTo)) + 1;
        for (int power = highest; power > highest - DIGITS_BELOW; power--) {
            BigDecimal one = BigDecimal.ONE.scaleByPowerOfTen(power);
            for (BigDecimal step : new BigDecimal[] {one, one.multiply(HALF)}) {
                RoundingMode back = rises ? RoundingMode.FLOOR : RoundingMode.CEILING;
                BigDecimal found = upTo.divide(step, 0, back).multiply(step);
                int order = found.compareTo(beyond);
                if (rises ? order > 0 : order < 0) {
                    return found;
                }
            }
        }
        return upTo;
    }

    private static int magnitude(BigDecimal value) {
        return value.precision() - value.scale();
    }
}
