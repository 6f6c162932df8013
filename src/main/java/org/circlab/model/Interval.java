package org.circlab.model;

/**
 * The time between occurrences, such as batches of waste.
 *
 * @param meanMillis mean time in milliseconds, at least 1
 * @param spread how single times scatter around the mean
 */
public record Interval(double meanMillis, Spread spread) {
    public Interval {
        if (!(meanMillis >= 1 && meanMillis < 1e18)) {
            throw new IllegalArgumentException("an interval is " + meanMillis + " ms; it must be at least 1 ms");
        }
    }
}
