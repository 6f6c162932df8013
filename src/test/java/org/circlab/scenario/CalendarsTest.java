package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.circlab.model.WorkCalendar;
import org.circlab.model.WorkCalendar.Shift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Working calendars as they are written. */
class CalendarsTest {

    private static Map<String, WorkCalendar> read(String text, Findings findings) {
        SourceText source = new SourceText("lab.yaml", text, true);
        Tree.Keyed tree = (Tree.Keyed) TreeParser.parse(source, false, findings).orElseThrow();
        return CalendarReader.read(new Scope(tree, findings, Inquiry.NONE).fields());
    }

    @Test
    void daysShiftsAndHolidays() {
        Findings findings = new Findings();
        Map<String, WorkCalendar> calendars = read("""
                calendars:
                  plant: { mon-tue: "06:00-14:00, 14:00-24:00", sun: 22:00-6:00, holidays: [05-01, 2025-04-21] }
                  always: { daily: 00:00-24:00 }
                """, findings);
        assertThat(findings.sorted()).isEmpty();
        assertThat(calendars.get("plant"))
                .isEqualTo(new WorkCalendar(
                        "plant",
                        List.of(
                                new Shift(DayOfWeek.MONDAY, 360, 480),
                                new Shift(DayOfWeek.MONDAY, 840, 600),
                                new Shift(DayOfWeek.TUESDAY, 360, 480),
                                new Shift(DayOfWeek.TUESDAY, 840, 600),
                                new Shift(DayOfWeek.SUNDAY, 1320, 480)),
                        Set.of(MonthDay.of(5, 1)),
                        Set.of(LocalDate.of(2025, 4, 21))));
        assertThat(calendars)
                .hasEntrySatisfying(
                        "always",
                        calendar ->
                                assertThat(calendar.shifts()).hasSize(7).allMatch(shift -> shift.minutes() == 1440));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("{ mon: 6-22 }", "BAD_CALENDAR", "'6-22' is no shift."),
                arguments("{ mon: 06:00-25:00 }", "BAD_CALENDAR", "24:00"),
                arguments("{ mon: 06:00-06:60 }", "BAD_CALENDAR", "no shift"),
                arguments("{ mon: 24:00-06:00 }", "BAD_CALENDAR", "no shift"),
                arguments("{ mon: \"06:00-12:00,\" }", "BAD_CALENDAR", "'' is no shift"),
                arguments("{ mon-fri: 06:00-14:00, fri: 13:00-15:00 }", "BAD_CALENDAR", "overlap"),
                arguments("{ sun: 22:00-06:00, mon: 05:00-09:00 }", "BAD_CALENDAR", "begins on SUNDAY 22:00"),
                arguments("{}", "BAD_CALENDAR", "has no shift"),
                arguments("{ mon: 06:00-14:00, holidays: [02-30] }", "BAD_DATE", "is no holiday"),
                arguments("{ mon: 06:00-14:00, holidays: [2025-02-29] }", "BAD_DATE", "05-01"),
                arguments("{ dec: 06:00-14:00 }", "UNKNOWN_KEY", "such as mon, sat-sun or daily, and holidays."),
                arguments("{ mon: 06:00-14:00, fri-mon: 06:00-14:00 }", "UNKNOWN_KEY", "fri-mon"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void oneMistakeIsOneFinding(String calendar, String code, String saying) {
        Findings findings = new Findings();
        read("calendars: { plant: " + calendar + " }", findings);
        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.toString()).contains(saying);
        });
    }
}
