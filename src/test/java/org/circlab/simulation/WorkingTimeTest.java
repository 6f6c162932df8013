package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.circlab.model.Horizon;
import org.circlab.model.WorkCalendar;
import org.circlab.model.WorkCalendar.Shift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Working time against the calendar walked through minute by minute. */
class WorkingTimeTest {

    private static final long MINUTE = 60_000;
    private static final Horizon HORIZON =
            new Horizon(LocalDate.of(2024, 2, 15), LocalDate.of(2024, 4, 1), LocalDate.of(2024, 2, 1));

    private static long at(String dateTime) {
        return ChronoUnit.MILLIS.between(HORIZON.start().atStartOfDay(), LocalDateTime.parse(dateTime));
    }

    private static WorkCalendar office() {
        List<Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY)) {
            shifts.add(new Shift(day, 22 * 60, 8 * 60));
        }
        return new WorkCalendar("nights", shifts, Set.of(MonthDay.of(2, 19)), Set.of(LocalDate.of(2024, 3, 3)));
    }

    @Test
    void aNightShiftBelongsToTheDayOnWhichItBegins() {
        WorkingTime time = WorkingTime.of(office(), HORIZON);
        assertThat(time.opening(at("2024-02-19T12:00:00"))).isEqualTo(at("2024-02-21T22:00:00"));
        assertThat(time.isOpen(at("2024-02-19T05:59:59.999"))).isTrue();
        assertThat(time.isOpen(at("2024-02-19T06:00:00"))).isFalse();
        assertThat(time.isOpen(at("2024-02-26T05:00:00"))).isTrue();
        assertThat(time.isOpen(at("2024-03-04T05:00:00"))).isFalse();
        assertThat(time.after(at("2024-02-25T23:00:00"), 8 * 60 * MINUTE)).isEqualTo(at("2024-02-26T23:00:00"));
        assertThat(time.between(at("2024-02-26T00:00:00"), at("2024-03-04T00:00:00")))
                .isEqualTo((6 + 8 + 8) * 60 * MINUTE);
    }

    @Test
    void withoutACalendarAllTimeIsWorkingTime() {
        WorkingTime time = WorkingTime.of(null, HORIZON);
        assertThat(time.isAlways()).isTrue();
        assertThat(time.between(-5, 1000)).isEqualTo(1005);
        assertThat(time.after(-5, 7)).isEqualTo(2);
        assertThat(time.opening(3)).isEqualTo(3);
        assertThat(time.isOpen(3)).isTrue();
    }

    private static WorkCalendar random(Random random) {
        List<Shift> shifts = new ArrayList<>();
        int minute = random.nextInt(600);
        int begin = minute;
        while (minute < WorkCalendar.WEEK_MINUTES) {
            int length = 1 + random.nextInt(random.nextBoolean() ? 90 : WorkCalendar.DAY_MINUTES);
            if (minute + length <= begin + WorkCalendar.WEEK_MINUTES) {
                DayOfWeek day = DayOfWeek.of(1 + minute / WorkCalendar.DAY_MINUTES);
                shifts.add(new Shift(day, minute % WorkCalendar.DAY_MINUTES, length));
            }
            minute += length + random.nextInt(1500);
        }
        Set<LocalDate> once = new HashSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            once.add(HORIZON.warmUpStart().plusDays(random.nextInt(60)));
        }
        return new WorkCalendar("random", shifts, Set.of(MonthDay.of(2, 29), MonthDay.of(3, 25)), once);
    }

    private static boolean[] walked(WorkCalendar calendar, LocalDate first, int days) {
        boolean[] open = new boolean[(days + 2) * WorkCalendar.DAY_MINUTES];
        for (int day = 0; day < days; day++) {
            LocalDate date = first.plusDays(day);
            for (Shift shift : calendar.shifts()) {
                if (shift.day() == date.getDayOfWeek() && !calendar.isHoliday(date)) {
                    int from = day * WorkCalendar.DAY_MINUTES + shift.fromMinute();
                    for (int i = from; i < from + shift.minutes(); i++) {
                        assertThat(open[i]).isFalse();
                        open[i] = true;
                    }
                }
            }
        }
        return open;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void agreesWithTheCalendarWalkedThrough(int seed) {
        Random random = new Random(seed);
        WorkCalendar calendar = random(random);
        WorkingTime time = WorkingTime.of(calendar, HORIZON);
        LocalDate first = HORIZON.warmUpStart().minusDays(1);
        boolean[] open = walked(calendar, first, 62);
        long origin = HORIZON.millisAt(first);
        for (int trial = 0; trial < 300; trial++) {
            int from = WorkCalendar.DAY_MINUTES + random.nextInt(30 * WorkCalendar.DAY_MINUTES);
            int to = from + random.nextInt(25 * WorkCalendar.DAY_MINUTES);
            long begin = origin + from * MINUTE + random.nextInt(60_000);
            long end = origin + to * MINUTE + random.nextInt(60_000);
            long worked = 0;
            for (int i = from; i <= to; i++) {
                long a = Math.max(begin, origin + i * MINUTE);
                long b = Math.min(end, origin + (i + 1) * MINUTE);
                worked += open[i] ? Math.max(0, b - a) : 0;
            }
            assertThat(time.between(begin, Math.max(begin, end))).isEqualTo(worked);
            assertThat(time.isOpen(begin)).isEqualTo(open[from]);
            long reached = time.after(begin, worked + 1);
            assertThat(time.between(begin, reached)).isEqualTo(worked + 1);
            assertThat(time.between(begin, reached - 1)).isEqualTo(worked);
        }
    }
}
