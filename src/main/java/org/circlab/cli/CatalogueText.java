package org.circlab.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.catalogue.Catalogue;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Evidence;
import org.circlab.catalogue.Figure;
import org.circlab.catalogue.Section;
import org.circlab.catalogue.Verification;
import org.circlab.model.Spread;
import org.circlab.quantity.Quantity;
import org.circlab.report.Columns;

/** Entries of the catalogue for people: a line each, or one whole with everything behind it. */
final class CatalogueText {

    private static final int WIDTH = 100;
    private static final int WIDEST = 60;
    private static final String INDENT = "  ";

    private CatalogueText() {}

    /** A line for each entry, then their sources. */
    static String list(Section section, List<Entry> entries) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(section));
        entries.forEach(entry -> rows.add(cells(entry)));
        StringBuilder text = new StringBuilder();
        table(rows, text);
        text.append('\n').append(entries.size()).append(entries.size() == 1 ? " entry" : " entries");
        text.append("; 'circlab catalogue show ID' shows one whole.\n");
        sources(entries, text);
        return text.toString();
    }

    private static List<String> header(Section section) {
        return switch (section) {
            case CODES -> List.of("CODE", "NAME", "KIND", "IN FORCE, REMARK");
            case MATERIALS -> List.of("MATERIAL", "NAME", "CODES", "CONTENTS");
            case PROCESSES -> List.of("PROCESS", "R/D", "TAKES", "YIELDS AND LOSSES");
            case OPERATIONS -> List.of("CODE", "NAME", "KIND", "COUNTS AS");
            case NACE -> List.of("CODE", "NAME", "SECTION");
            case LIMITS, TARGETS ->
                List.of(section.prefix().toUpperCase(Locale.ROOT), "NAME", "VALUE", "YEAR", "GRADE");
            default -> List.of(section.prefix().toUpperCase(Locale.ROOT), "NAME", "VALUE", "OF", "YEAR", "GRADE");
        };
    }

    private static List<String> cells(Entry entry) {
        return switch (entry.section()) {
            case CODES -> List.of(code(entry), entry.name(), entry.about("entry"), force(entry));
            case MATERIALS ->
                List.of(entry.id(), entry.name(), entry.about("codes").replace(";", ", "), contents(entry));
            case PROCESSES ->
                List.of(
                        entry.id(),
                        entry.about("operation"),
                        entry.about("takes").replace(";", ", "),
                        balance(entry));
            case OPERATIONS -> List.of(entry.id(), entry.name(), entry.about("kind"), entry.about("counts"));
            case NACE -> List.of(entry.id(), entry.name(), entry.about("section"));
            case LIMITS, TARGETS ->
                List.of(entry.id(), entry.name(), value(entry), entry.evidence().year(), grade(entry));
            default ->
                List.of(
                        entry.id(),
                        entry.name(),
                        value(entry),
                        Stream.of(entry.about("country"), entry.about("family"))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" ")),
                        entry.evidence().year(),
                        grade(entry));
        };
    }

    private static String code(Entry entry) {
        return entry.about("hazardous").equals("yes") ? entry.id() + "*" : entry.id();
    }

    private static String force(Entry entry) {
        return Stream.of(
                        entry.about("from").isEmpty() ? "" : "from " + entry.about("from"),
                        entry.about("until").isEmpty() ? "" : "until " + entry.about("until"),
                        entry.about("mark"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String contents(Entry entry) {
        return entry.figures().stream()
                .filter(figure -> !figure.part().equals("fact"))
                .map(figure -> figure.what() + " " + figure.shown())
                .collect(Collectors.joining(", "));
    }

    private static String balance(Entry entry) {
        if (!entry.about("balance").equals("yes")) {
            return "no recipe: " + entry.note();
        }
        return entry.figures().stream()
                .filter(figure -> figure.part().equals("yield") || figure.part().equals("loss"))
                .map(figure -> figure.what() + " " + figure.shown())
                .collect(Collectors.joining(", "));
    }

    private static String value(Entry entry) {
        String bound = entry.about("bound") + entry.about("direction");
        boolean obligation = bound.equals("obligation") || bound.equals("ban");
        String value = obligation ? bound : entry.value().map(Figure::shown).orElse("");
        return bound.isEmpty() || obligation || bound.equals("from to") ? value : bound + " " + value;
    }

    private static String grade(Entry entry) {
        return entry.evidence().verification().word();
    }

    /** Columns as wide as they must be, the last one free. */
    private static void table(List<List<String>> rows, StringBuilder text) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns - 1; i++) {
                widths[i] = Math.max(
                        widths[i],
                        i == 0 ? row.get(i).length() : cut(row.get(i)).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = i > 0 && i < columns - 1 ? cut(row.get(i)) : row.get(i);
                line.append(i == 0 ? "" : INDENT).append(cell);
                line.append(" ".repeat(Math.max(0, widths[i] - cell.length())));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static String cut(String cell) {
        return cell.length() > WIDEST ? cell.substring(0, WIDEST - 1).stripTrailing() + "…" : cell;
    }

    private static void sources(List<Entry> entries, StringBuilder text) {
        Map<String, Evidence> sources = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Stream<Evidence> all = entry.figures().isEmpty()
                    ? Stream.of(entry.evidence())
                    : entry.figures().stream().map(Figure::evidence);
            all.filter(source -> source.verification() != Verification.MISSING)
                    .forEach(source -> sources.putIfAbsent(source.key(), source));
        }
        if (!sources.isEmpty()) {
            text.append("\nSources\n");
            sources.values().forEach(source -> wrapped(cited(source), INDENT, text));
        }
    }

    private static String cited(Evidence source) {
        return source.reference() + (source.address().isEmpty() ? "" : ", " + source.address());
    }

    private static void wrapped(String words, String indent, StringBuilder text) {
        List<String> lines = Columns.wrap(words, WIDTH - indent.length());
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? indent : indent + INDENT).append(lines.get(i)).append('\n');
        }
    }

    /** Each entry with all that is said of it, and where each figure comes from. */
    static String show(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(text.isEmpty() ? "" : "\n");
            text.append(entry.reference()).append(INDENT).append(entry.name()).append('\n');
            entry.about().forEach((column, value) -> wrapped(column + ": " + value.replace(";", "; "), INDENT, text));
            if (!entry.note().isEmpty()) {
                wrapped("note: " + entry.note(), INDENT, text);
            }
            if (entry.figures().isEmpty()) {
                evidence(entry.evidence(), INDENT, text);
            }
            entry.figures().forEach(figure -> figure(figure, text));
            related(entry, text);
        }
        return text.toString();
    }

    private static void figure(Figure figure, StringBuilder text) {
        boolean named = figure.part().equals("value") || figure.part().equals(figure.what());
        String part = named ? "" : figure.part() + " ";
        text.append(INDENT)
                .append(part)
                .append(figure.what())
                .append(": ")
                .append(figure.shown())
                .append('\n');
        figure.distribution()
                .ifPresent(law -> text.append(INDENT.repeat(2))
                        .append("as a distribution: ")
                        .append(law(law, figure.unit()))
                        .append('\n'));
        if (figure.isForeignMoney()) {
            wrapped(
                    "no rate of exchange has a source here: a scenario that names it states one in 'currencies'",
                    INDENT.repeat(2),
                    text);
        }
        if (!figure.note().isEmpty() && !figure.part().equals("value")) {
            wrapped(figure.note(), INDENT.repeat(2), text);
        }
        evidence(figure.evidence(), INDENT.repeat(2), text);
    }

    private static void evidence(Evidence evidence, String indent, StringBuilder text) {
        wrapped(evidence.year() + ", " + evidence.verification().word() + ": " + cited(evidence), indent, text);
    }

    /** A distribution as scenarios write it. */
    private static String law(Figure.Distribution law, String unit) {
        String mean = "mean " + Quantity.readable(law.mean(), 4) + " " + unit + ", spread: ";
        if (law.spread() instanceof Spread.Uniform uniform) {
            return mean + "{ uniform: { low: " + Quantity.readable(uniform.low(), 4) + ", high: "
                    + Quantity.readable(uniform.high(), 4) + " } }";
        }
        Spread.Triangular triangular = (Spread.Triangular) law.spread();
        return mean + "{ triangular: { low: " + Quantity.readable(triangular.low(), 4) + ", mode: "
                + Quantity.readable(triangular.mode(), 4) + ", high: " + Quantity.readable(triangular.high(), 4)
                + " } }";
    }

    /** Materials of a code, and processes that take or yield a material. */
    private static void related(Entry entry, StringBuilder text) {
        if (entry.section() == Section.CODES) {
            naming("materials of this code", Section.MATERIALS, "codes", entry.id(), text);
        }
        if (entry.section() == Section.MATERIALS) {
            naming("processes that take it", Section.PROCESSES, "takes", entry.id(), text);
        }
    }

    private static void naming(String title, Section section, String column, String id, StringBuilder text) {
        String names = Catalogue.bundled().entries(section).stream()
                .filter(each -> each.listed(column).contains(id))
                .map(Entry::id)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            wrapped(title + ": " + names, INDENT, text);
        }
    }
}
