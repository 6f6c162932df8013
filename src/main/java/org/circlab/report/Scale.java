package org.circlab.report;

import java.util.Arrays;

/**
 * A unit large enough that no number of a column is longer than seven digits.
 *
 * @param factor what values are divided by
 * @param unit its name, such as {@code kEUR/yr}
 */
public record Scale(double factor, String unit) {

    private static final double LONGEST = 1e7;
    private static final String PREFIXES = "kMGT";

    /**
     * The smallest scale that fits.
     *
     * @param unit of the values
     * @param values all that will stand below each other; those that are not finite do not count
     */
    public static Scale of(String unit, double... values) {
        double largest = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        Scale scale = new Scale(1, unit);
        for (int i = 0; i < PREFIXES.length() && takesPrefix(unit) && largest / scale.factor >= LONGEST; i++) {
            scale = new Scale(scale.factor * 1000, PREFIXES.charAt(i) + unit);
        }
        return scale;
    }

    /** The value in this unit, for people. */
    public String text(double value) {
        return Rounded.of(value / factor);
    }

    /** A difference and the half-width of its interval, which is left out where there is none. */
    public String difference(double mean, double halfWidth) {
        return Rounded.difference(mean / factor, halfWidth / factor);
    }

    private static boolean takesPrefix(String unit) {
        return unit.startsWith("EUR") || unit.startsWith("t/") || unit.startsWith("tCO2e") || unit.startsWith("tkm");
    }
}
