package org.circlab.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of the catalogue.
 *
 * @param section where it belongs
 * @param id its name in scenarios, unique in its section
 * @param name for people
 * @param about what else is said of it, by column in the order of the file; blank ones left out
 * @param figures its numbers in the order of the file
 * @param evidence where the entry itself comes from
 * @param note a caution; empty where there is none
 */
public record Entry(
        Section section,
        String id,
        String name,
        Map<String, String> about,
        List<Figure> figures,
        Evidence evidence,
        String note) {

    /** Copies the figures; {@code about} keeps its order. */
    public Entry {
        figures = List.copyOf(figures);
    }

    /** The entry as scenarios name it, such as {@code factor:ipcc-composting}. */
    public String reference() {
        return section.prefix() + ":" + id;
    }

    /** What is said under a column; empty where nothing is. */
    public String about(String column) {
        return about.getOrDefault(column, "");
    }

    /** The items of a column that lists several, such as {@code codes}. */
    public List<String> listed(String column) {
        String text = about(column);
        return text.isEmpty() ? List.of() : List.of(text.split(";", -1));
    }

    /** The figures of a part. */
    public List<Figure> figures(String part) {
        return figures.stream().filter(figure -> figure.part().equals(part)).toList();
    }

    /** The single figure of factors, transport, costs, targets and limits; nothing for other sections. */
    public Optional<Figure> value() {
        return figures("value").stream().findFirst();
    }

    /** Whether it has outputs and losses that are known and make all of the input, so that it is a recipe. */
    public boolean isRecipe() {
        return about("balance").equals("yes")
                && figures.stream()
                        .filter(figure ->
                                figure.part().equals("yield") || figure.part().equals("loss"))
                        .allMatch(figure -> figure.value().isPresent());
    }

    /** Whether some text stands in its id, name, note or what is said of it, letter case aside. */
    public boolean mentions(String lowerCaseText) {
        return (id + " " + name + " " + note + " " + String.join(" ", about.values()))
                .toLowerCase(Locale.ROOT)
                .contains(lowerCaseText);
    }

    boolean isRecalled() {
        return evidence.verification() == Verification.RECALLED;
    }
}
