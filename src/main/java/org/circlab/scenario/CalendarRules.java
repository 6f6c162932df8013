package org.circlab.scenario;

import java.time.LocalDate;
import org.circlab.model.Horizon;
import org.circlab.model.WorkCalendar;
import org.circlab.model.WorkCalendar.Shift;

/** Working calendars open at some time of the run. */
final class CalendarRules {

    private CalendarRules() {}

    static void workIsDoneAtSomeTime(Draft draft, Reporter reporter) {
        if (!reporter.sound("horizon")) {
            return;
        }
        for (WorkCalendar calendar : draft.calendars().values()) {
            if (!isOpenWithin(calendar, draft.horizon())) {
                reporter.report(
                        FindingCode.CALENDAR_NEVER_OPEN,
                        "calendars." + calendar.id(),
                        "Calendar '" + calendar.id() + "' is never open in the run, which goes from "
                                + draft.horizon().warmUpStart() + " to "
                                + draft.horizon().end().minusDays(1) + ": no shift begins on a day that is no holiday.",
                        "Check its days and holidays, and the horizon.");
            }
        }
    }

    /** Whether a shift lies in the run, be it the end of one that began the night before. */
    private static boolean isOpenWithin(WorkCalendar calendar, Horizon horizon) {
        LocalDate first = horizon.warmUpStart();
        return first.minusDays(1)
                .datesUntil(horizon.end())
                .filter(date -> !calendar.isHoliday(date))
                .anyMatch(date -> calendar.shifts().stream()
                        .filter(shift -> shift.day() == date.getDayOfWeek())
                        .anyMatch(shift -> !date.isBefore(first) || isOverNight(shift)));
    }

    private static boolean isOverNight(Shift shift) {
        return shift.fromMinute() + shift.minutes() > WorkCalendar.DAY_MINUTES;
    }
}
