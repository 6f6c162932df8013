package org.circlab.score;

import java.util.List;

/**
 * One of the figures that an indicator is reckoned from.
 *
 * @param name in words
 * @param unit of the value
 * @param value in that unit; NaN where it does not apply
 * @param parts the accounts that add up to it, the largest first; empty where it is no sum of accounts
 */
public record Term(String name, String unit, double value, List<Part> parts) {
    public Term {
        parts = List.copyOf(parts);
    }

    /** A figure that is no sum of accounts. */
    static Term of(String name, String unit, double value) {
        return new Term(name, unit, value, List.of());
    }
}
