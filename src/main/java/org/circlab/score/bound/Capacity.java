package org.circlab.score.bound;

import java.time.LocalDate;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Line;
import org.circlab.model.Part;
import org.circlab.model.WorkCalendar;
import org.jspecify.annotations.Nullable;

/** What lines could take in the window if nothing stopped them. */
final class Capacity {

    private static final double MINUTES_PER_DAY = WorkCalendar.DAY_MINUTES;

    private static final double LARGEST_ROUNDING_MILLIS = 0.5;

    private Capacity() {}

    /** Tonnes in all working hours of the window, at the largest capacity of its dates and events; breakdowns are left out. */
    static double tonnes(Line line, String actor, Horizon horizon, Dated dated) {
        return perDay(line, actor, dated) * line.parallel() * workingDays(line.hours(), horizon);
    }

    /** Tonnes more that one service may take since its time is rounded to milliseconds. */
    static double rounding(Line line, String actor, Dated dated) {
        return perDay(line, actor, dated) * LARGEST_ROUNDING_MILLIS / Horizon.DAY_MILLIS;
    }

    private static double perDay(Line line, String actor, Dated dated) {
        Field field = Field.of(Field.Kind.LINE_CAPACITY, new Part(Part.Kind.LINE, actor, line.id()));
        return dated.of(field, line.capacityTonnesPerDay()).high();
    }

    /** Days of 24 working hours, shifts that reach into the window or out of it in full. */
    private static double workingDays(@Nullable WorkCalendar hours, Horizon horizon) {
        if (hours == null) {
            return (double) horizon.lengthMillis() / Horizon.DAY_MILLIS;
        }
        long minutes = 0;
        for (LocalDate day = horizon.start().minusDays(1); day.isBefore(horizon.end()); day = day.plusDays(1)) {
            for (WorkCalendar.Shift shift : hours.shifts()) {
                boolean begins = shift.day() == day.getDayOfWeek() && !hours.isHoliday(day);
                minutes += begins ? shift.minutes() : 0;
            }
        }
        return minutes / MINUTES_PER_DAY;
    }
}
