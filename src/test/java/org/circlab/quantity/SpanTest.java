package org.circlab.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spans keep to the calendar when added, and to mean months and years as lengths. */
class SpanTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            0 s, 0, false
            1.5 s, 1500, false
            90 min, 5400000, false
            36 h, 129600000, false
            90 d, 7776000000, false
            2 wk, 1209600000, false
            1 mo, 2629800000, true
            0.5 mo, 1314900000, false
            5 yr, 157788000000, true
            1.5 yr, 47336400000, true
            0.1 yr, 3155760000, false
            250 ms, 250, false
            9223372036854775807 ms, 9223372036854775807, false
            """)
    void hasALength(String text, long millis, boolean calendar) {
        Span span = Span.parse(text);
        assertThat(span.millis()).isEqualTo(millis);
        assertThat(span.isCalendar()).isEqualTo(calendar);
        assertThat(span).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-01-01T00:00, 5 yr, 2030-01-01T00:00
            2024-02-29T06:30, 1 yr, 2025-02-28T06:30
            2024-02-29T00:00, 4 yr, 2028-02-29T00:00
            2023-01-31T00:00, 1 mo, 2023-02-28T00:00
            2024-01-31T00:00, 1 mo, 2024-02-29T00:00
            2025-10-31T12:00, 13 mo, 2026-11-30T12:00
            2025-01-01T00:00, 1.5 yr, 2026-07-01T00:00
            2024-02-28T00:00, 1 d, 2024-02-29T00:00
            2024-01-01T00:00, 366 d, 2025-01-01T00:00
            2025-12-29T00:00, 1 wk, 2026-01-05T00:00
            2025-03-30T01:30, 24 h, 2025-03-31T01:30
            2025-01-01T00:00, 0.1 yr, 2025-02-06T12:36
            """)
    void isAddedByTheCalendar(LocalDateTime from, String text, LocalDateTime to) {
        assertThat(Span.parse(text).addTo(from)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-01-01T00:00, 1 yr, 2024-01-01T00:00
            2024-02-29T00:00, 1 yr, 2023-02-28T00:00
            2024-03-31T08:00, 1 mo, 2024-02-29T08:00
            2025-01-01T00:00, 90 d, 2024-10-03T00:00
            2025-01-01T00:00, 1.5 h, 2024-12-31T22:30
            """)
    void isSubtractedByTheCalendar(LocalDateTime from, String text, LocalDateTime to) {
        assertThat(Span.parse(text).subtractFrom(from)).isEqualTo(to);
    }

    @Test
    void withoutCalendarTheWayThereIsTheLengthAndTheWayBackLeadsHome() {
        Random random = new Random(23);
        List<String> units = List.of("ms", "s", "min", "h", "d", "wk");
        for (int i = 0; i < 2000; i++) {
            Span span = Span.parse(random.nextInt(100_000) + " " + units.get(i % units.size()));
            LocalDateTime from = LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(random.nextInt(50_000_000));
            LocalDateTime to = span.addTo(from);
            assertThat(Duration.between(from, to).toMillis()).isEqualTo(span.millis());
            assertThat(span.subtractFrom(to)).isEqualTo(from);
        }
    }

    @Test
    void fourHundredYearsHaveTheMeanLengthOfTheGregorianCalendarWithinThreeDays() {
        LocalDateTime from = LocalDateTime.of(2025, 1, 1, 0, 0);
        Span span = Span.parse("400 yr");
        long calendarDays = Duration.between(from, span.addTo(from)).toDays();
        assertThat(Duration.ofMillis(span.millis()).toDays() - calendarDays).isEqualTo(3);
    }

    @Test
    void isEqualAsWritten() {
        assertThat(Span.parse("5 yr")).isEqualTo(Span.parse("5.0yr")).hasSameHashCodeAs(Span.parse("5.0yr"));
        assertThat(Span.parse("1 yr")).isNotEqualTo(Span.parse("12 mo"));
        assertThat(Span.parse("1000 d")).hasToString("1000 d").isEqualTo(Span.parse("1 000 d"));
        assertThat(Span.parse(Span.parse("1e3 d").toString())).isEqualTo(Span.parse("1000 d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1 d         | "-1 d" is negative; expected duration, such as 90 d
            0.5 ms       | "0.5 ms" is not a whole number of milliseconds; expected duration, such as 90 d. Maybe 1 ms?
            1e12 yr      | "1e12 yr" is out of range
            5            | "5" has no unit; expected duration, such as 90 d. Maybe 5 d?
            5 kt         | "5 kt" reads as mass; expected duration
            5 years      | Maybe 5 yr?
            """)
    void refusesWhatIsNoLengthOfTime(String text, String message) {
        assertThatExceptionOfType(QuantityException.class)
                .isThrownBy(() -> Span.parse(text))
                .withMessageContaining(message);
    }
}
