package org.circlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Evidence;
import org.circlab.catalogue.Figure;
import org.circlab.catalogue.Section;
import org.circlab.report.CsvRows;
import org.circlab.report.Json;

/** How entries of the catalogue are written. */
enum CatalogueFormat {
    /** For people: columns, with the sources below. */
    TEXT {
        @Override
        String list(Section section, List<Entry> entries) {
            return CatalogueText.list(section, entries);
        }

        @Override
        String show(List<Entry> entries) {
            return CatalogueText.show(entries);
        }
    },
    /** A row for each figure, its source included. */
    CSV {
        @Override
        String list(Section section, List<Entry> entries) {
            return csv(entries);
        }

        @Override
        String show(List<Entry> entries) {
            return csv(entries);
        }
    },
    /** An object for each entry. */
    JSON {
        @Override
        String list(Section section, List<Entry> entries) {
            return json(entries);
        }

        @Override
        String show(List<Entry> entries) {
            return json(entries);
        }
    };

    /** The text of some entries of one section. */
    abstract String list(Section section, List<Entry> entries);

    /** The text of entries shown whole. */
    abstract String show(List<Entry> entries);

    private static String csv(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        CsvRows rows = new CsvRows(text);
        try {
            rows.header(
                    "section",
                    "id",
                    "name",
                    "part",
                    "what",
                    "low",
                    "typical",
                    "high",
                    "unit",
                    "year",
                    "grade",
                    "verification",
                    "source",
                    "address",
                    "about",
                    "note");
            for (Entry entry : entries) {
                if (entry.figures().isEmpty()) {
                    row(entry, new Figure("", "", "", "", "", "", entry.evidence(), entry.note()), rows);
                }
                for (Figure figure : entry.figures()) {
                    row(entry, figure, rows);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail", e);
        }
        return text.toString();
    }

    private static void row(Entry entry, Figure figure, CsvRows rows) throws IOException {
        Evidence evidence = figure.evidence();
        List<String> about = new ArrayList<>();
        entry.about().forEach((column, value) -> about.add(column + "=" + value));
        rows.text(entry.section().word())
                .text(entry.id())
                .text(entry.name())
                .text(figure.part())
                .text(figure.what());
        number(figure.low(), rows);
        number(figure.typical(), rows);
        number(figure.high(), rows);
        rows.text(figure.unit())
                .text(evidence.year())
                .text(evidence.verification().grade().word())
                .text(evidence.verification().word())
                .text(evidence.reference())
                .text(evidence.address())
                .text(String.join("; ", about))
                .text(figure.note())
                .end();
    }

    /** A number, empty where it is missing. */
    private static void number(String text, CsvRows rows) throws IOException {
        if (text.isEmpty()) {
            rows.text("");
        } else {
            rows.value(Double.parseDouble(text));
        }
    }

    private static String json(List<Entry> entries) {
        return Json.text(
                Map.of("entries", entries.stream().map(CatalogueFormat::object).toList()));
    }

    private static Map<String, Object> object(Entry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("section", entry.section().word());
        object.put("id", entry.id());
        object.put("name", entry.name());
        object.putAll(entry.about());
        object.put("note", entry.note());
        object.put("source", source(entry.evidence()));
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Figure figure : entry.figures()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("part", figure.part());
            each.put("what", figure.what());
            put("low", figure.low(), each);
            put("typical", figure.typical(), each);
            put("high", figure.high(), each);
            each.put("unit", figure.unit());
            each.put("note", figure.note());
            each.put("source", source(figure.evidence()));
            figures.add(each);
        }
        object.put("figures", figures);
        return object;
    }

    /** A number as it stands in the catalogue; no key where it is missing. */
    private static void put(String key, String text, Map<String, Object> object) {
        if (!text.isEmpty()) {
            object.put(key, new java.math.BigDecimal(text));
        }
    }

    private static Map<String, Object> source(Evidence evidence) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("reference", evidence.reference());
        source.put("address", evidence.address());
        source.put("year", evidence.year());
        source.put("verification", evidence.verification().word());
        source.put("grade", evidence.verification().grade().word());
        return source;
    }

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
