package org.circlab.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A length of time as people write it: a count that is not negative, and s, min, h, d, wk, mo or yr. Whole months and years
 * follow the calendar when added to a date; as a bare length a month is 30.4375 days and a year 365.25.
 */
public final class Span {

    private static final BigDecimal MOST_MILLIS = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MONTHS_PER_YEAR = 12;

    private final BigDecimal count;
    private final String unit;
    private final long millis;

    private Span(BigDecimal count, String unit, long millis) {
        this.count = count;
        this.unit = unit;
        this.millis = millis;
    }

    /**
     * Reads a span such as {@code 5 yr}.
     *
     * @throws QuantityException if the text is no duration, is negative, or is not a whole number of milliseconds within
     *     the range of a long
     */
    public static Span parse(String text) {
        Reading reading = Reading.of(text, Dimension.DURATION);
        BigDecimal exact = reading.value();
        if (exact.signum() < 0) {
            throw QuantityException.of(text, "is negative", Dimension.DURATION, "");
        }
        if (exact.compareTo(MOST_MILLIS) > 0) {
            throw QuantityException.of(text, "is out of range", Dimension.DURATION, "");
        }
        BigDecimal whole = exact.setScale(0, RoundingMode.HALF_UP);
        if (whole.compareTo(exact) != 0) {
            String advice = "Maybe " + Decimal.print(whole.max(BigDecimal.ONE), Dimension.DURATION) + "?";
            throw QuantityException.of(text, "is not a whole number of milliseconds", Dimension.DURATION, advice);
        }
        BigDecimal count = reading.numeral().value().stripTrailingZeros();
        return new Span(count, reading.unit().symbol(), whole.longValueExact());
    }

    /** The length in milliseconds, with mean months and years. */
    public long millis() {
        return millis;
    }

    /** Whether the span is whole months or years, which follow the calendar; {@code 1.5 yr} is 18 months, {@code 0.1 yr} is not. */
    public boolean isCalendar() {
        return (unit.equals("mo") || unit.equals("yr"))
                && months().stripTrailingZeros().scale() <= 0;
    }

    /** The moment this much later: by the calendar if {@link #isCalendar}, to the last day of a shorter month. */
    public LocalDateTime addTo(LocalDateTime moment) {
        return isCalendar() ? moment.plusMonths(months().longValueExact()) : moment.plus(millis, ChronoUnit.MILLIS);
    }

    /** The moment this much earlier: by the calendar if {@link #isCalendar}, to the last day of a shorter month. */
    public LocalDateTime subtractFrom(LocalDateTime moment) {
        return isCalendar() ? moment.minusMonths(months().longValueExact()) : moment.minus(millis, ChronoUnit.MILLIS);
    }

    private BigDecimal months() {
        return unit.equals("yr") ? count.multiply(BigDecimal.valueOf(MONTHS_PER_YEAR)) : count;
    }

    /** Whether count and unit are the same: a year is not twelve months here. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Span span && count.equals(span.count) && unit.equals(span.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(count, unit);
    }

    /** The span as written, such as {@code 5 yr}; {@link #parse} reads back an equal one. */
    @Override
    public String toString() {
        return Decimal.withUnit(Decimal.plain(count), unit);
    }
}
