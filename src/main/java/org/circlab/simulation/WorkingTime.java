package org.circlab.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import org.circlab.model.Horizon;
import org.circlab.model.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The working time of a calendar over a run: which instants are in it, and how much of it lies between two. Immutable; threads
 * share it. Weeks are computed and only holidays are listed, so its size hardly grows with the run.
 */
final class WorkingTime {

    private static final long MINUTE_MILLIS = 60_000L;
    private static final long WEEK_MILLIS = WorkCalendar.WEEK_MINUTES * MINUTE_MILLIS;

    /** Time without a calendar: always. */
    static final WorkingTime ALWAYS = new WorkingTime();

    private final boolean always;
    /** A Monday 00:00, in milliseconds from the start date. */
    private final long monday;

    private final Stretches week;
    private final Stretches holidays;

    /** Stretches in rising order that do not overlap, with the time in all before each. */
    private static final class Stretches {
        private final long[] from;
        private final long[] to;
        private final long[] before;

        Stretches(List<long[]> sorted) {
            this.from = sorted.stream().mapToLong(each -> each[0]).toArray();
            this.to = sorted.stream().mapToLong(each -> each[1]).toArray();
            this.before = new long[from.length + 1];
            for (int i = 0; i < from.length; i++) {
                before[i + 1] = before[i] + to[i] - from[i];
            }
        }

        long total() {
            return before[from.length];
        }

        /** How much of the stretches lies before an instant. */
        long until(long instant) {
            int found = Arrays.binarySearch(from, instant);
            int last = found >= 0 ? found : -found - 2;
            return last < 0 ? 0 : before[last] + Math.min(instant, to[last]) - from[last];
        }
    }

    private WorkingTime() {
        this.always = true;
        this.monday = 0;
        this.week = new Stretches(List.of());
        this.holidays = week;
    }

    private WorkingTime(WorkCalendar calendar, Horizon horizon) {
        this.always = false;
        LocalDate first = horizon.warmUpStart().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        this.monday = horizon.millisAt(first);
        this.week = new Stretches(calendar.shifts().stream()
                .map(shift -> stretch(0, shift.fromMinuteOfWeek(), shift))
                .toList());
        this.holidays = new Stretches(first.minusDays(1)
                .datesUntil(horizon.end().plusYears(1))
                .filter(calendar::isHoliday)
                .flatMap(date -> calendar.shifts().stream()
                        .filter(shift -> shift.day() == date.getDayOfWeek())
                        .map(shift -> stretch(horizon.millisAt(date), shift.fromMinute(), shift)))
                .toList());
    }

    private static long[] stretch(long begin, int fromMinute, WorkCalendar.Shift shift) {
        long from = begin + fromMinute * MINUTE_MILLIS;
        return new long[] {from, from + shift.minutes() * MINUTE_MILLIS};
    }

    /** The working time of a calendar; always where there is none. */
    static WorkingTime of(@Nullable WorkCalendar calendar, Horizon horizon) {
        return calendar == null ? ALWAYS : new WorkingTime(calendar, horizon);
    }

    /** Whether it is all the time. */
    boolean isAlways() {
        return always;
    }

    /** Milliseconds of working time from {@code from} to {@code to}; negative if these are in falling order. */
    long between(long from, long to) {
        return always ? to - from : passed(to) - passed(from);
    }

    /** Whether an instant is in working time; the end of a shift is not, its beginning is. */
    boolean isOpen(long instant) {
        return always || between(instant, instant + 1) == 1;
    }

    /** The first instant at or after {@code instant} that is in working time. */
    long opening(long instant) {
        return always ? instant : after(instant, 1) - 1;
    }

    /**
     * The first instant at which {@code working} milliseconds of working time have passed since {@code instant}; beyond the run
     * at some instant after its end.
     */
    long after(long instant, long working) {
        if (always || working == 0) {
            return instant + working;
        }
        long target = passed(instant) + working;
        long low = instant + working - 1;
        long step = WEEK_MILLIS;
        long high = low + step;
        while (passed(high) < target) {
            low = high;
            step *= 2;
            high += step;
            if (step > Horizon.FOREVER_MILLIS) {
                return high;
            }
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (passed(middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Working time from the first Monday to an instant. */
    private long passed(long instant) {
        long weeks = Math.floorDiv(instant - monday, WEEK_MILLIS);
        long inWeek = instant - monday - weeks * WEEK_MILLIS;
        long wrapped = week.until(inWeek + WEEK_MILLIS) - week.total();
        return weeks * week.total() + week.until(inWeek) + wrapped - holidays.until(instant);
    }
}
