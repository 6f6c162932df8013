package org.circlab.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people read them: three significant digits, four from a thousand on, thousands set apart by a space as in
 * scenario files.
 */
public final class Rounded {

    private static final int GROUP = 3;
    private static final double ROUNDING = 1e-12;

    private Rounded() {}

    /** The value for people, such as {@code 229 800}, {@code 12.5} or {@code -0.045}; a dash where it is not finite. */
    public static String of(double value) {
        return of(value, Math.abs(value) >= 1000 ? 4 : 3);
    }

    /** The value to two digits, for half-widths of intervals. */
    static String brief(double value) {
        return of(value, 2);
    }

    /** The value with its sign, {@code +12.5}, for differences; zero has none. */
    public static String signed(double value) {
        return (value > 0 ? "+" : "") + of(value);
    }

    /**
     * A difference with its sign and the half-width of its interval: two digits of the half-width, and the difference to the same
     * place, but with three digits at least and five at most; {@code +1 747 000 ± 12 000}.
     *
     * @param halfWidth left out where it is NaN or no more than what rounding leaves
     */
    public static String difference(double mean, double halfWidth) {
        return (mean > 0 ? "+" : "") + interval(mean, halfWidth);
    }

    /** The same without a sign where the value is above 0, {@code 103 200 ± 4 100}. */
    static String interval(double mean, double halfWidth) {
        boolean tells = halfWidth > Math.abs(mean) * ROUNDING && halfWidth < Double.POSITIVE_INFINITY;
        if (!tells || !Double.isFinite(mean) || mean == 0) {
            return of(mean);
        }
        BigDecimal exact = new BigDecimal(mean);
        int place = new BigDecimal(halfWidth).round(new MathContext(2)).scale();
        int digits = Math.min(5, Math.max(3, place - exact.scale() + exact.precision()));
        BigDecimal shown = exact.setScale(exact.scale() - exact.precision() + digits, RoundingMode.HALF_EVEN);
        return grouped(shown) + " ± " + of(halfWidth, 2);
    }

    /** A share from 0 to 1 in per cent: whole from 10 % on, but never 0 or 100 unless it is exactly that. */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "-";
        }
        if (share > 0 && share < 0.001) {
            return "<0.1 %";
        }
        if (share < 1 && share > 0.999) {
            return ">99.9 %";
        }
        double percent = 100 * share;
        boolean nearAnEnd = percent < 10 || percent > 99;
        int decimals = nearAnEnd && percent > 0 && percent < 100 ? 1 : 0;
        return grouped(new BigDecimal(percent).setScale(decimals, RoundingMode.HALF_EVEN)) + " %";
    }

    /** The value to so many decimals, without zeros at the end of them: for scales, whose neighbours must not read the same. */
    public static String decimals(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return grouped(rounded.stripTrailingZeros());
    }

    /** The value with exactly so many decimals, none where that is below 0. */
    public static String decimals(BigDecimal value, int decimals) {
        return grouped(value.setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN));
    }

    /**
     * The next number that is 1, 2 or 5 with zeros and not more: for the keys of scales.
     *
     * @param value above 0 and finite
     */
    public static double keyOf(double value) {
        double decade = 1;
        while (decade > value) {
            decade /= 10;
        }
        while (decade * 10 <= value) {
            decade *= 10;
        }
        return value >= 5 * decade ? 5 * decade : value >= 2 * decade ? 2 * decade : decade;
    }

    private static String of(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        return grouped(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    static String grouped(BigDecimal number) {
        String text = number.signum() == 0 ? "0" : number.toPlainString();
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        int begin = text.startsWith("-") ? 1 : 0;
        StringBuilder grouped = new StringBuilder(text);
        for (int at = end - GROUP; at > begin; at -= GROUP) {
            grouped.insert(at, ' ');
        }
        return grouped.toString();
    }
}
