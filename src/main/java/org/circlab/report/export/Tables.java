package org.circlab.report.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a result's folder and what their columns hold. */
final class Tables {

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

    /** The name of a table, by which its columns are looked up. */
    static String name(Path table) {
        return table.getFileName().toString().replace(".csv", "");
    }

    /** Whether a column may hold numbers; one that the program does not know may. */
    static boolean isNumber(String table, String column) {
        return Dictionary.find(table, column)
                .map(known -> known.type().equals("number") || known.type().equals("integer"))
                .orElse(true);
    }
}
