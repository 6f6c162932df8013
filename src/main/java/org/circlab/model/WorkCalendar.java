package org.circlab.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * When work is done: the shifts of a week, and the days on which none begins.
 *
 * @param id as scenarios refer to it
 * @param shifts at least one, in the order of their beginnings; none overlaps another, also over the end of the week
 * @param yearly holidays of every year
 * @param once holidays of one year, such as movable feasts
 */
public record WorkCalendar(String id, List<Shift> shifts, Set<MonthDay> yearly, Set<LocalDate> once) {

    /** Minutes of a day. */
    public static final int DAY_MINUTES = 24 * 60;

    /** Minutes of a week. */
    public static final int WEEK_MINUTES = 7 * DAY_MINUTES;

    /**
     * A stretch of work that begins on a day of the week and may last into the next day.
     *
     * @param day the day on which it begins; on a holiday it is left out as a whole
     * @param fromMinute when it begins, in minutes after midnight, from 0 to 1439
     * @param minutes how long it lasts, from 1 to 1440
     */
    public record Shift(DayOfWeek day, int fromMinute, int minutes) {
        public Shift {
            Bounds.atLeast(0, "beginning of a shift", fromMinute);
            Bounds.atLeast(1, "length of a shift", minutes);
            if (fromMinute >= DAY_MINUTES || minutes > DAY_MINUTES) {
                throw new IllegalArgumentException("a shift begins " + fromMinute + " minutes after midnight and lasts "
                        + minutes + " minutes; it must begin within its day and last a day at most");
            }
        }

        /** When it begins, in minutes after the beginning of Monday. */
        public int fromMinuteOfWeek() {
            return (day.getValue() - 1) * DAY_MINUTES + fromMinute;
        }
    }

    public WorkCalendar {
        shifts = shifts.stream()
                .sorted(Comparator.comparingInt(Shift::fromMinuteOfWeek))
                .toList();
        yearly = Set.copyOf(yearly);
        once = Set.copyOf(once);
        if (shifts.isEmpty()) {
            throw new IllegalArgumentException("calendar '" + id + "' has no shift; work must be done at some time");
        }
        for (int i = 0; i < shifts.size(); i++) {
            Shift shift = shifts.get(i);
            boolean isLast = i == shifts.size() - 1;
            int next = shifts.get(isLast ? 0 : i + 1).fromMinuteOfWeek() + (isLast ? WEEK_MINUTES : 0);
            if (shift.fromMinuteOfWeek() + shift.minutes() > next) {
                throw new IllegalArgumentException(
                        "two shifts of calendar '" + id + "' overlap, the first of which begins on " + shift.day() + " "
                                + shift.fromMinute() / 60 + ":" + String.format("%02d", shift.fromMinute() % 60));
            }
        }
    }

    /** Whether no shift begins on a date. */
    public boolean isHoliday(LocalDate date) {
        return once.contains(date) || yearly.contains(MonthDay.from(date));
    }
}
