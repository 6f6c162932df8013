package org.circlab.report.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of a result's folder and what their columns hold. */
final class Tables {

    /** Columns of words; all others hold numbers. */
    private static final Set<String> WORDS = Set.of(
            "indicator",
            "variant",
            "unit",
            "actor",
            "name",
            "kind",
            "from",
            "to",
            "material",
            "low_code",
            "operation",
            "channel",
            "origin",
            "month",
            "grade",
            "payer",
            "payee",
            "place",
            "side",
            "reason",
            "nearest_match",
            "change_needed",
            "substance",
            "way",
            "index",
            "contract",
            "broken_by",
            "partner",
            "date",
            "target",
            "binding",
            "direction",
            "low_codes",
            "standing",
            "why_not");

    private Tables() {}

    /** The CSV files of a result by name, but the ledger, which is as long as the run; those of {@code baseline} last. */
    static List<Path> in(Path folder) throws IOException {
        return Stream.concat(csv(folder), csv(folder.resolve("baseline"))).toList();
    }

    private static Stream<Path> csv(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".csv") && !file.endsWith("ledger.csv"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Whether a column holds numbers in every table. */
    static boolean isNumber(String column) {
        return !WORDS.contains(column);
    }
}
