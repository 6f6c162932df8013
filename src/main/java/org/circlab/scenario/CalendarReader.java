package org.circlab.scenario;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.model.WorkCalendar;
import org.circlab.model.WorkCalendar.Shift;

/** Working calendars: the shifts of a week and holidays. */
final class CalendarReader {

    private static final String EXAMPLE = "{ mon-fri: 06:00-22:00, sat: 06:00-14:00, holidays: [01-01, 2025-04-21] }";
    private static final String SHIFT_ADVICE =
            "Write shifts like 06:00-22:00, or several as in '06:00-12:00, 13:00-17:00'.";
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");
    private static final Pattern YEARLY = Pattern.compile("(\\d{2})-(\\d{2})");

    private CalendarReader() {}

    /** The sound calendars by id. */
    static Map<String, WorkCalendar> read(Fields lab) {
        Map<String, WorkCalendar> calendars = new TreeMap<>();
        lab.each("calendars", "calendars: { two-shift: " + EXAMPLE + " }", (id, member) -> {
            Fields fields = member.fields(EXAMPLE);
            calendar(id, fields).ifPresent(calendar -> calendars.put(id, calendar));
        });
        return calendars;
    }

    private static Optional<WorkCalendar> calendar(String id, Fields fields) {
        List<Shift> shifts = new ArrayList<>();
        for (String key : keys()) {
            fields.text(key).ifPresent(text -> daysOf(key).forEach(day -> addShifts(text, day, fields, key, shifts)));
        }
        Set<MonthDay> yearly = new HashSet<>();
        Set<LocalDate> once = new HashSet<>();
        for (Tree.Text text : fields.texts("holidays", "holidays: [01-01, 2025-04-21]")) {
            addHoliday(text, fields, yearly, once);
        }
        fields.done("Its keys are days, such as mon, sat-sun or daily, and holidays.");
        if (!fields.isRead() || !fields.scope().findings().sound(fields.spot().path())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WorkCalendar(id, shifts, yearly, once));
        } catch (IllegalArgumentException e) {
            fields.report(
                    FindingCode.BAD_CALENDAR,
                    fields.spot(),
                    Refusal.message(e),
                    "Name days and their shifts, such as " + EXAMPLE + ".");
            return Optional.empty();
        }
    }

    /** The words for days and stretches of days, in the order of the week. */
    static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("daily"));
        for (int first = 0; first < DAYS.size(); first++) {
            keys.add(DAYS.get(first));
            for (int last = first + 1; last < DAYS.size(); last++) {
                keys.add(DAYS.get(first) + "-" + DAYS.get(last));
            }
        }
        return keys;
    }

    private static List<DayOfWeek> daysOf(String key) {
        if (key.equals("daily")) {
            return List.of(DayOfWeek.values());
        }
        String[] ends = key.split("-", -1);
        int first = DAYS.indexOf(ends[0]);
        return List.of(DayOfWeek.values()).subList(first, DAYS.indexOf(ends[ends.length - 1]) + 1);
    }

    private static void addShifts(String text, DayOfWeek day, Fields fields, String key, List<Shift> shifts) {
        for (String part : text.split(",", -1)) {
            Optional<Shift> shift = shift(part.strip(), day);
            shift.ifPresent(shifts::add);
            if (shift.isEmpty()) {
                fields.report(
                        FindingCode.BAD_CALENDAR,
                        fields.spot(key),
                        "'" + part.strip() + "' is no shift.",
                        SHIFT_ADVICE + " Midnight at the end is 24:00; a night shift is 22:00-06:00.");
                return;
            }
        }
    }

    private static Optional<Shift> shift(String text, DayOfWeek day) {
        Matcher hours = HOURS.matcher(text);
        if (!hours.matches()) {
            return Optional.empty();
        }
        int from = minute(hours.group(1), hours.group(2));
        int to = minute(hours.group(3), hours.group(4));
        boolean onTheClock = from >= 0 && from < WorkCalendar.DAY_MINUTES && to >= 0 && to != from;
        return onTheClock
                ? Optional.of(new Shift(day, from, to > from ? to - from : to + WorkCalendar.DAY_MINUTES - from))
                : Optional.empty();
    }

    /** Minutes after midnight, or -1 if no clock shows that time. */
    private static int minute(String hours, String minutes) {
        int minute = 60 * Integer.parseInt(hours) + Integer.parseInt(minutes);
        return Integer.parseInt(minutes) < 60 && minute <= WorkCalendar.DAY_MINUTES ? minute : -1;
    }

    private static void addHoliday(Tree.Text text, Fields fields, Set<MonthDay> yearly, Set<LocalDate> once) {
        try {
            Matcher eachYear = YEARLY.matcher(text.value());
            if (eachYear.matches()) {
                yearly.add(MonthDay.of(Integer.parseInt(eachYear.group(1)), Integer.parseInt(eachYear.group(2))));
            } else {
                once.add(LocalDate.parse(text.value()));
            }
        } catch (DateTimeException e) {
            fields.report(
                    FindingCode.BAD_DATE,
                    new Spot(text.mark(), fields.spot("holidays").path()),
                    "'" + text.value() + "' is no holiday.",
                    "Write month and day for one of every year, like 05-01, or a date like 2025-04-21.");
        }
    }
}
