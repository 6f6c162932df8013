package org.circlab.simulation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeSet;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Season;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.jspecify.annotations.Nullable;

/**
 * How much a rate that steps at dates and swings with the seasons brings at each occurrence. Occurrences at a fixed interval
 * stand in the middle of the time for which they count, so that together they bring the rate over any number of whole
 * intervals, however long; occurrences at random bring the rate of their own instant.
 */
final class Pattern {

    private final Interval every;
    private final boolean steady;
    private final long[] starts;
    private final double[] tonnesPerYear;

    /**
     * A pattern.
     *
     * @param mean tonnes a year
     * @param season the yearly pattern, or null
     * @param every the time between occurrences
     */
    Pattern(Timed mean, @Nullable Season season, Interval every, Horizon horizon) {
        this.every = every;
        this.steady = every.spread() instanceof Spread.None;
        long days = 1 + (long) Math.ceil(every.meanMillis() / Horizon.DAY_MILLIS);
        LocalDate first = horizon.warmUpStart().minusDays(days);
        LocalDate last = horizon.end().plusDays(days);
        TreeSet<LocalDate> turns = new TreeSet<>();
        turns.add(first);
        mean.steps().stream()
                .map(Timed.Step::from)
                .filter(date -> date.isAfter(first) && date.isBefore(last))
                .forEach(turns::add);
        if (season != null) {
            LocalDate month = first.withDayOfMonth(1).plusMonths(1);
            for (; month.isBefore(last); month = month.plusMonths(1)) {
                turns.add(month);
            }
        }
        this.starts = turns.stream().mapToLong(horizon::millisAt).toArray();
        this.tonnesPerYear = turns.stream()
                .mapToDouble(date ->
                        mean.on(date) * (season == null ? 1 : season.factors().get(date.getMonthValue() - 1)))
                .toArray();
    }

    /** Milliseconds from the start of the run to the first occurrence, for a drawn factor of the mean interval. */
    long firstGapMillis(double factor) {
        return steady ? Math.max(1, Math.round(every.meanMillis() / 2)) : gapMillis(factor);
    }

    /** Milliseconds between two occurrences, for a drawn factor of the mean interval. */
    long gapMillis(double factor) {
        return Math.max(1, Math.round(every.meanMillis() * factor));
    }

    /** Mean grams of the occurrence at an instant. */
    double grams(long instant) {
        double rate = tonnesPerYear[0];
        if (starts.length > 1) {
            long half = Math.round(every.meanMillis() / 2);
            rate = steady ? average(instant - half, instant + half) : tonnesPerYear[segment(instant)];
        }
        return rate * every.meanMillis() / Horizon.YEAR_MILLIS * 1e6;
    }

    private double average(long from, long to) {
        int segment = segment(from);
        double sum = 0;
        for (long at = from; at < to; segment++) {
            boolean isLast = segment == starts.length - 1 || starts[segment + 1] >= to;
            long end = isLast ? to : starts[segment + 1];
            sum += tonnesPerYear[segment] * (end - at);
            at = end;
        }
        return to > from ? sum / (to - from) : tonnesPerYear[segment];
    }

    private int segment(long instant) {
        int found = Arrays.binarySearch(starts, instant);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }
}
