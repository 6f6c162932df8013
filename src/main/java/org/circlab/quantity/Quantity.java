package org.circlab.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number with its dimension, in the unit that {@link Dimension#baseUnit()} names. Any sign is allowed; what a place
 * forbids is for that place to check. Values compose without factors: EUR/t times grams are micro-euros, kgCO2e/t times
 * grams are milligrams of CO2e, EUR/tCO2e times grams of CO2e are micro-euros.
 *
 * @param value the number in base units, finite, never negative zero; of a mass a whole number within 2^63 grams
 * @param dimension what it measures
 */
public record Quantity(double value, Dimension dimension) {

    private static final char THIN_SPACE = '\u202F';
    private static final double MASS_LIMIT = 0x1p63;

    /**
     * The quantity of that value.
     *
     * @throws IllegalArgumentException if the value is not finite, or is a mass and not a whole number of grams
     */
    public Quantity {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value of a " + dimension.title() + " is " + value + "; must be finite");
        }
        if (dimension == Dimension.MASS && !(Math.rint(value) == value && Math.abs(value) < MASS_LIMIT)) {
            throw new IllegalArgumentException(
                    "value of a mass is " + value + " g; must be a whole number of grams below 2^63. Maybe round it?");
        }
        value = value + 0.0;
    }

    /**
     * Reads a number and a unit of the dimension, white space between them optional: {@code 525 kt/yr}, {@code 3.1 %},
     * {@code -4 EUR/t}. Thousands may be grouped by spaces or underscores, decimals take a point, {@code 1e3} is allowed.
     * The result is the double nearest to what is written.
     *
     * @throws QuantityException if the text is no number, has no unit where one is needed, or has an unknown unit or one
     *     of another dimension, or if the value is beyond the range of a double
     */
    public static Quantity parse(String text, Dimension expected) {
        Reading reading = Reading.of(text, expected);
        BigDecimal exact = reading.value();
        double value = expected == Dimension.MASS ? (double) Mass.grams(text, reading) : exact.doubleValue();
        boolean beyond = expected == Dimension.MASS ? !(Math.abs(value) < MASS_LIMIT) : !Double.isFinite(value);
        if (beyond || (value == 0 && exact.signum() != 0)) {
            throw QuantityException.of(text, "is out of range", expected, "");
        }
        return new Quantity(value, expected);
    }

    /**
     * The number for a reader, rounded half up to so many significant digits: thousands grouped by narrow no-break spaces
     * (U+202F), a decimal point, no trailing zeros after it, never an exponent, whatever the locale.
     *
     * @param significantDigits at least 1
     * @throws IllegalArgumentException if the value is not finite or no digit is asked for
     */
    public static String readable(double value, int significantDigits) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "value is " + value + "; must be finite. Maybe there is no result to show?");
        }
        if (significantDigits < 1) {
            throw new IllegalArgumentException("significantDigits is " + significantDigits + "; must be at least 1");
        }
        String plain = Decimal.shortest(value)
                .round(new MathContext(significantDigits, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
        int point = plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        int firstDigit = plain.startsWith("-") ? 1 : 0;
        for (int at = (point < 0 ? plain.length() : point) - 3; at > firstDigit; at -= 3) {
            grouped.insert(at, THIN_SPACE);
        }
        return grouped.toString();
    }

    /** The quantity in a readable unit, such as {@code 230 kt/yr}; {@link #parse} reads it back as the same value. */
    @Override
    public String toString() {
        return Decimal.print(Decimal.shortest(value), dimension);
    }
}
