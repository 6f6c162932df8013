package org.circlab.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The time that is simulated: a warm-up that results leave out, then the window they cover. Times in milliseconds count from
 * 00:00 of the start date; the warm-up is negative.
 *
 * @param start first day of the window
 * @param end the day after the window's last
 * @param warmUpStart first day of the warm-up; equal to {@code start} without one
 */
public record Horizon(LocalDate start, LocalDate end, LocalDate warmUpStart) {

    /** Milliseconds of a day. */
    public static final long DAY_MILLIS = 86_400_000L;

    /** Days of the year that rates refer to. */
    public static final double DAYS_PER_YEAR = 365.25;

    /** Milliseconds of the year that rates refer to. */
    public static final double YEAR_MILLIS = DAYS_PER_YEAR * DAY_MILLIS;

    /** Milliseconds of a time that is longer than any run, and short enough to be added to any instant of one. */
    public static final long FOREVER_MILLIS = Long.MAX_VALUE / 8;

    public Horizon {
        if (!start.isBefore(end) || warmUpStart.isAfter(start)) {
            throw new IllegalArgumentException("the horizon runs from " + warmUpStart + " over " + start + " to " + end
                    + "; these must be in order and the window not empty");
        }
    }

    /** Milliseconds from the start date to 00:00 of {@code date}; negative before it. */
    public long millisAt(LocalDate date) {
        return ChronoUnit.DAYS.between(start, date) * DAY_MILLIS;
    }

    /** The calendar date of an instant. */
    public LocalDate dateAt(long millis) {
        return start.plusDays(Math.floorDiv(millis, DAY_MILLIS));
    }

    /** The local date and time of an instant, by a calendar whose days all have 24 hours. */
    public LocalDateTime dateTimeAt(long millis) {
        return start.atStartOfDay().plus(millis, ChronoUnit.MILLIS);
    }

    /** Length of the window in milliseconds. */
    public long lengthMillis() {
        return millisAt(end);
    }

    /** Length of the window in years of 365.25 d. */
    public double years() {
        return lengthMillis() / YEAR_MILLIS;
    }
}
