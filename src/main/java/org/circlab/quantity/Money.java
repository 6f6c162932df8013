package org.circlab.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Money as integer micro-euros in a long, up to 9.2 million million euros: sums are exact and books close. A price in EUR/t
 * times a mass in grams is an amount in micro-euros.
 */
public final class Money {

    private static final double MICROS_PER_EURO = 1e6;
    private static final double HALVES_ARE_EXACT = 0x1p52;
    private static final double INTEGERS_ARE_EXACT = 0x1p53;
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Money() {}

    /**
     * Euros in micro-euros, the exact product rounded half to even.
     *
     * @throws ArithmeticException if the amount is not a number or beyond the range of a long
     */
    public static long micros(double euros) {
        return roundedProduct(euros, MICROS_PER_EURO);
    }

    /**
     * What a mass costs at a price, in micro-euros: the exact product rounded half to even.
     *
     * @param price in EUR/t, any sign
     * @param massGrams any sign
     * @throws ArithmeticException if the price is not a number or the amount beyond the range of a long
     */
    public static long micros(double price, long massGrams) {
        boolean exactAsDouble = Math.abs((double) massGrams) < INTEGERS_ARE_EXACT;
        return exactAsDouble
                ? roundedProduct(price, (double) massGrams)
                : roundedExactly(price, BigDecimal.valueOf(massGrams));
    }

    /** Micro-euros in euros, as near as a double comes. */
    public static double euros(long micros) {
        return micros / MICROS_PER_EURO;
    }

    /** Micro-euros as decimal euros, exact, without trailing zeros or exponent: {@code 12.345678}. */
    public static String text(long micros) {
        return Decimal.millionths(micros);
    }

    /** The double product errs by what the fused one recovers, which matters only where it falls half-way. */
    private static long roundedProduct(double left, double right) {
        double product = left * right;
        if (!(Math.abs(product) < HALVES_ARE_EXACT)) {
            return roundedExactly(left, new BigDecimal(right));
        }
        double nearest = Math.rint(product);
        double above = product - nearest;
        if (Math.abs(above) == 0.5) {
            double lost = Math.fma(left, right, -product);
            if (above * lost > 0) {
                nearest += 2 * above;
            }
        }
        return (long) nearest;
    }

    private static long roundedExactly(double left, BigDecimal right) {
        if (!Double.isFinite(left)) {
            throw new ArithmeticException("amount of money is " + left + "; must be finite");
        }
        BigDecimal micros = new BigDecimal(left).multiply(right).setScale(0, RoundingMode.HALF_EVEN);
        if (micros.compareTo(LEAST) < 0 || micros.compareTo(MOST) > 0) {
            throw new ArithmeticException("amount of money is " + micros + " micro-euros; must be within 2^63");
        }
        return micros.longValue();
    }
}
