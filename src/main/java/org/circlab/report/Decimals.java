package org.circlab.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as result files write them: plain decimals with a point, no exponent, the same text on every JDK. */
public final class Decimals {

    private static final MathContext FOR_TABLES = new MathContext(10, RoundingMode.HALF_EVEN);
    private static final int MILLIONTHS = 6;

    private Decimals() {}

    /**
     * A whole number of millionths as a decimal of the unit, exactly: grams as tonnes, micro-euros as euros, milligrams as
     * kilograms. {@code 1_500_000} is {@code 1.5}.
     */
    public static String ofMillionths(long millionths) {
        return exactMillionths(millionths).toPlainString();
    }

    /** The same as a number. */
    static BigDecimal exactMillionths(long millionths) {
        return withoutTail(BigDecimal.valueOf(millionths, MILLIONTHS));
    }

    /** A computed value to 10 significant digits; empty where it is not a finite number. */
    public static String of(double value) {
        return Double.isFinite(value) ? plain(new BigDecimal(value).round(FOR_TABLES)) : "";
    }

    /**
     * A computed value with as few of 15, 16 or 17 significant digits as read back as the same {@code double}.
     *
     * @param value finite
     */
    public static BigDecimal exact(double value) {
        BigDecimal whole = new BigDecimal(value);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal shorter = whole.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() == value) {
                return withoutTail(shorter);
            }
        }
        return withoutTail(whole.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    private static String plain(BigDecimal value) {
        return withoutTail(value).toPlainString();
    }

    /** Strips zeros behind the point, but leaves 100 as it is and not as 1E+2. */
    private static BigDecimal withoutTail(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
