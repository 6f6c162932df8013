package org.circlab.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A mass in whole grams, positive or negative, up to 9.2 million million tonnes. Every text reads exactly or not at all.
 *
 * @param grams the mass in grams
 */
public record Mass(long grams) implements Comparable<Mass> {

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final double GRAMS_PER_TONNE = 1e6;

    /**
     * Reads a number with g, kg, t, kt or Mt.
     *
     * @throws QuantityException if the text is no mass, or not a whole number of grams within the range of a long
     */
    public static Mass parse(String text) {
        return new Mass(grams(text, Reading.of(text, Dimension.MASS)));
    }

    /** The mass of so many grams. */
    public static Mass ofGrams(long grams) {
        return new Mass(grams);
    }

    static long grams(String text, Reading reading) {
        BigDecimal exact = reading.value();
        if (exact.compareTo(LEAST) < 0 || exact.compareTo(MOST) > 0) {
            throw QuantityException.of(text, "is out of range", Dimension.MASS, "");
        }
        BigDecimal whole = exact.setScale(0, RoundingMode.HALF_UP);
        if (whole.compareTo(exact) != 0) {
            Mass near = new Mass(whole.signum() == 0 ? exact.signum() : whole.longValue());
            String advice = "Maybe " + near + "?";
            throw QuantityException.of(text, "is not a whole number of grams", Dimension.MASS, advice);
        }
        return whole.longValueExact();
    }

    /** The mass in tonnes, as near as a double comes. */
    public double tonnes() {
        return grams / GRAMS_PER_TONNE;
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException if it is beyond the range of a long in grams
     */
    public Mass plus(Mass other) {
        return new Mass(Math.addExact(grams, other.grams));
    }

    /**
     * The difference.
     *
     * @throws ArithmeticException if it is beyond the range of a long in grams
     */
    public Mass minus(Mass other) {
        return new Mass(Math.subtractExact(grams, other.grams));
    }

    /** Grams as decimal tonnes, exact to the gram, without trailing zeros or exponent: 1 is {@code 0.000001}. */
    public static String tonnes(long grams) {
        return Decimal.millionths(grams);
    }

    @Override
    public int compareTo(Mass other) {
        return Long.compare(grams, other.grams);
    }

    /** The mass in a readable unit, such as {@code 12 kt}; {@link #parse} reads back the same grams. */
    @Override
    public String toString() {
        return Decimal.print(BigDecimal.valueOf(grams), Dimension.MASS);
    }
}
