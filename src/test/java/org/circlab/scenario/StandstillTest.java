package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.circlab.model.WorkCalendar;
import org.circlab.model.WorkCalendar.Shift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that fill for good and calendars that never open are warned of, and no others. */
class StandstillTest {

    private static final int CALENDARS = 400;
    private static final String NEEDS = "    needs:\n      filler";
    private static final String SILO = "    stores: { board: { capacity: 9 t, overflow: block } }\n" + NEEDS;

    @TempDir
    Path folder;

    private List<String> codes(String text) {
        return Tiny.findings(folder, "tiny.yaml", text).stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void aStoreThatBlocksAndThatNothingLeavesIsFoundAtItsOverflow() {
        FindingsTest.requireOne(
                folder, "STORE_NEVER_EMPTIED", NEEDS, SILO.replace("block", "¦block"), "'overflow: dispose'");
    }

    /** What the line makes waits for a taker; each change gives it one, or another way out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "overflow: block -> keeps: 90 d, overflow: block",
                "overflow: block -> overflow: dispose",
                ", every: 1 wk -> , on: arrival, xrule: none",
                "accepts: { ash: { ratio: 0.9 } } -> accepts: { ash: { ratio: 0.9 }, board: {} }",
                "    disposes: -> '    needs: { boards: { mean: 1 t/yr, accepts: { board: {} } } }\n    disposes:'",
                "existing: yes } -> 'existing: yes }\n  boards: { from: press, to: dump, material: board, volume: 9 t/yr }'"
            })
    void aStoreWithAWayOutIsNot(String change) {
        String[] parts = change.replace("'", "").split(" -> ", -1);
        String text = Tiny.with(NEEDS, SILO).replace("accepts: [ash], operation", "accepts: [ash, board], operation");
        assertThat(codes(text)).containsExactly("STORE_NEVER_EMPTIED");
        String changed = parts[1].contains("xrule")
                ? text.replace("rule: cheapest", "rule: none")
                : text.replace(parts[0], parts[1]);
        assertThat(changed).isNotEqualTo(text);
        assertThat(codes(changed)).isEmpty();
    }

    @Test
    void aTakerWithoutPermissionIsNone() {
        String text = Tiny.with(NEEDS, SILO)
                .replace("accepts: { ash: { ratio: 0.9 } }", "accepts: { ash: { ratio: 0.9 }, board: {} }")
                .replace("  board: {}", "  board: { code: \"19 12 10\" }");
        assertThat(codes(text)).containsExactly("STORE_NEVER_EMPTIED");
    }

    /** A line does not take what it makes itself, but another one does. */
    @Test
    void aLineThatFeedsItselfIsNoTaker() {
        String text = Tiny.with(NEEDS, SILO).replace("takes: [ash]", "takes: [ash, board]");
        assertThat(codes(text)).contains("STORE_NEVER_EMPTIED");
        String two = text.replace(
                "    stores: { board", "      spare: { process: pressing, capacity: 9 t/d }\n    stores: { board");
        assertThat(codes(two)).doesNotContain("STORE_NEVER_EMPTIED");
    }

    @Test
    void theWarningSaysWhereAVariantTakesTheTakerAway() {
        String text = Tiny.with(NEEDS, SILO)
                .replace("accepts: { ash: { ratio: 0.9 } }", "accepts: { ash: { ratio: 0.9 }, board: {} }")
                .replace(
                        "{ name: Second }",
                        "{ actors: { press: { needs: { filler: { accepts: { board: null } } } } } }");
        assertThat(Tiny.findings(folder, "tiny.yaml", text))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("STORE_NEVER_EMPTIED"))
                .satisfies(finding -> assertThat(finding.message()).startsWith("Variant 'second': "));
    }

    @Test
    void aCalendarThatNeverOpensIsFoundAtItsId() {
        String text = Tiny.with("length: 5 yr", "length: 3 d")
                .replace("every: 1 d", "hours: shift")
                .replace("actors:\n", "calendars:\n  shift: { sat: 06:00-14:00 }\nactors:\n");
        assertThat(Tiny.findings(folder, "tiny.yaml", text))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("warning CALENDAR_NEVER_OPEN", "2025-01-01 to 2025-01-03"))
                .satisfies(finding -> assertThat(finding.path()).isEqualTo("calendars.shift"));
        assertThat(codes(text.replace("length: 3 d", "length: 4 d"))).isEmpty();
        assertThat(codes(text.replace("sat: 06", "tue: 06"))).containsExactly("CALENDAR_NEVER_OPEN");
        assertThat(codes(text.replace("sat: 06:00-14:00", "tue: 22:00-06:00"))).isEmpty();
    }

    /** Random calendars and runs, against a walk through every minute of the run. */
    @Test
    void aCalendarIsFoundIfNoMinuteOfTheRunIsOpen() {
        int shut = 0;
        for (int seed = 0; seed < CALENDARS; seed++) {
            Random random = new Random(seed);
            WorkCalendar calendar = calendar(random);
            LocalDate start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(9));
            int days = 1 + random.nextInt(12);
            boolean open = false;
            for (int minute = 0; minute < days * WorkCalendar.DAY_MINUTES; minute++) {
                open |= isOpen(calendar, start, minute);
            }
            shut += open ? 0 : 1;
            String text = Tiny.with("length: 5 yr", "length: " + days + " d")
                    .replace("start: 2025-01-01", "start: " + start)
                    .replace("every: 1 d", "hours: shift")
                    .replace("actors:\n", "calendars:\n  shift: " + written(calendar) + "\nactors:\n");
            assertThat(codes(text))
                    .as("%s from %s for %s d", written(calendar), start, days)
                    .isEqualTo(open ? List.of() : List.of("CALENDAR_NEVER_OPEN"));
        }
        assertThat(shut).isBetween(CALENDARS / 10, CALENDARS * 9 / 10);
    }

    private static WorkCalendar calendar(Random random) {
        Set<Integer> days = new HashSet<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            days.add(1 + random.nextInt(7));
        }
        List<Shift> shifts = days.stream()
                .map(day -> new Shift(DayOfWeek.of(day), 60 * random.nextInt(24), 60 * (1 + random.nextInt(23))))
                .filter(shift -> days.size() == 1 || shift.fromMinute() + shift.minutes() <= WorkCalendar.DAY_MINUTES)
                .toList();
        Set<MonthDay> yearly = new HashSet<>();
        Set<LocalDate> once = new HashSet<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            LocalDate date = LocalDate.of(2024, 12, 30).plusDays(random.nextInt(24));
            if (random.nextBoolean()) {
                once.add(date);
            } else {
                yearly.add(MonthDay.from(date));
            }
        }
        return shifts.isEmpty()
                ? new WorkCalendar("shift", List.of(new Shift(DayOfWeek.SUNDAY, 600, 60)), yearly, once)
                : new WorkCalendar("shift", shifts, yearly, once);
    }

    private static boolean isOpen(WorkCalendar calendar, LocalDate start, int minute) {
        return calendar.shifts().stream().anyMatch(shift -> {
            for (int back = 0; back <= 1; back++) {
                LocalDate date = start.plusDays(minute / WorkCalendar.DAY_MINUTES - back);
                int since = minute % WorkCalendar.DAY_MINUTES + back * WorkCalendar.DAY_MINUTES - shift.fromMinute();
                boolean works = date.getDayOfWeek() == shift.day()
                        && !calendar.once().contains(date)
                        && !calendar.yearly().contains(MonthDay.from(date));
                if (works && since >= 0 && since < shift.minutes()) {
                    return true;
                }
            }
            return false;
        });
    }

    private static String written(WorkCalendar calendar) {
        String shifts = calendar.shifts().stream()
                .map(shift -> shift.day().name().substring(0, 3).toLowerCase(Locale.ROOT) + ": "
                        + clock(shift.fromMinute()) + "-"
                        + clock((shift.fromMinute() + shift.minutes() - 1) % WorkCalendar.DAY_MINUTES + 1))
                .collect(Collectors.joining(", "));
        List<String> holidays = new ArrayList<>();
        calendar.yearly().forEach(day -> holidays.add(day.toString().substring(2)));
        calendar.once().forEach(day -> holidays.add(day.toString()));
        return "{ " + shifts + ", holidays: " + holidays.stream().sorted().toList() + " }";
    }

    private static String clock(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }
}
