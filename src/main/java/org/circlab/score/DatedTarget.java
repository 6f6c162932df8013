package org.circlab.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.circlab.catalogue.Catalogue;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Figure;
import org.circlab.catalogue.Section;

/**
 * A target of the law for a year and those after it, from the catalogue.
 *
 * @param id its name in the catalogue
 * @param name for people
 * @param stream what it is about, as the catalogue says it
 * @param direction {@code at least}, {@code at most}, or a word such as {@code ban} where it has no number
 * @param percent what must be reached; nothing where it has no number
 * @param year from when on, a calendar year whose rate counts as a whole
 * @param binds whom it binds, as the catalogue says it
 * @param source the law
 */
public record DatedTarget(
        String id,
        String name,
        String stream,
        String direction,
        OptionalDouble percent,
        int year,
        String binds,
        String source) {

    private static final Pattern NATIONAL = Pattern.compile("[A-Z]{2} .*");
    private static final int YEAR_DIGITS = 4;

    /** All that the catalogue has, but those that were only recalled. */
    static List<DatedTarget> all() {
        return Catalogue.bundled().entries(Section.TARGETS).stream()
                .map(DatedTarget::of)
                .toList();
    }

    private static DatedTarget of(Entry entry) {
        OptionalDouble percent = entry.value()
                .map(Figure::typical)
                .filter(number -> !number.isEmpty())
                .map(number -> OptionalDouble.of(Double.parseDouble(number)))
                .orElse(OptionalDouble.empty());
        return new DatedTarget(
                entry.id(),
                entry.name(),
                entry.about("stream"),
                entry.about("direction"),
                percent,
                Integer.parseInt(entry.about("date").substring(0, YEAR_DIGITS)),
                entry.about("binds"),
                entry.evidence().reference());
    }

    /** The name in few words, by what counts at last. */
    public String title() {
        return name.replace("preparing for re-use + recycling + other material recovery incl. backfilling", "recovery")
                .replace("preparing for re-use + recycling", "recycling");
    }

    /** What it asks, such as {@code at least 55 %}; the word alone where it has no number. */
    public String asks() {
        return percent.isEmpty()
                ? direction
                : direction + " "
                        + BigDecimal.valueOf(percent.getAsDouble())
                                .stripTrailingZeros()
                                .toPlainString() + " %";
    }

    /** Whether a rate of so many per cent meets it. */
    boolean isMetBy(double rate) {
        double bound = percent.orElse(Double.NaN);
        return direction.equals("at most") ? rate <= bound : rate >= bound;
    }

    /** The country whose own law it is, of two letters; empty for a target of the Union. */
    String country() {
        return NATIONAL.matcher(stream).matches() ? stream.substring(0, 2) : "";
    }

    /** Whether another is of the same kind, for the same or another year. */
    boolean isOfTheKindOf(DatedTarget other) {
        return stream.equals(other.stream) && direction.equals(other.direction) && name.equals(other.name);
    }
}
