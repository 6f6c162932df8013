package org.circlab.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every column that the program writes is explained, and nothing is explained that it does not write. */
class DictionaryTest {

    private static final Path REPORT = Path.of("src/main/java/org/circlab/report");

    /** Where the header of each table stands in the source, since no scenario writes all tables at once. */
    private static final List<String> TABLES = List.of(
            "ResultTables.java indicators indicators",
            "ResultTables.java replications replications",
            "ResultTables.java networks networks",
            "ResultTables.java actors actors",
            "ResultTables.java payments payments",
            "ResultTables.java stocks stocks",
            "ResultTables.java substances substances",
            "FlowParts.java FlowParts flows",
            "MonthTable.java write months",
            "UnmatchedTable.java write unmatched",
            "InUseTable.java write in-use",
            "TargetTable.java write targets",
            "RelationTables.java breaches breaches",
            "RelationTables.java trust trust",
            "ExplainTables.java funnel funnel",
            "ExplainTables.java changes explain",
            "SynergyTables.java members members",
            "SynergyTables.java synergies synergies",
            "SynergyTables.java credit credit",
            "SynergyTables.java breakEven break-even",
            "ResilienceFiles.java removals removals",
            "ResilienceFiles.java outages outages",
            "ResilienceFiles.java cascades cascades",
            "ResilienceFiles.java service service",
            "SensitivityTables.java shares sobol",
            "SensitivityTables.java effects morris");

    @Test
    void everyColumnHasATitleATypeAMeaningAndEveryNumberAUnit() {
        Dictionary.columns().forEach((name, column) -> {
            assertThat(column.title()).as(name).isNotBlank();
            assertThat(column.description()).as(name).hasSizeGreaterThan(5);
            assertThat(column.type()).as(name).isIn("string", "number", "integer", "yearmonth");
            if (column.type().equals("number") && !name.endsWith(".margin")) {
                assertThat(column.unit()).as(name).isNotBlank();
            }
        });
    }

    @Test
    void theUnitInANameIsTheUnitInTheDictionary() {
        Dictionary.columns().forEach((name, column) -> {
            if (name.endsWith("_per_t")) {
                assertThat(column.unit()).as(name).isEqualTo("EUR/t");
            } else if (name.endsWith("_t")) {
                assertThat(column.unit()).as(name).isEqualTo("t");
            } else if (name.endsWith("_eur")) {
                assertThat(column.unit()).as(name).isEqualTo("EUR");
            } else if (name.endsWith("_eur_per_yr")) {
                assertThat(column.unit()).as(name).isEqualTo("EUR/yr");
            }
        });
    }

    @Test
    void theDictionaryHasTheColumnsThatTheProgramWritesAndNoOthers() {
        Set<String> written = new TreeSet<>();
        for (String table : TABLES) {
            String[] parts = table.split(" ", -1);
            header(parts[0], parts[1]).forEach(column -> written.add(parts[2] + '.' + column));
        }
        assertThat(new TreeSet<>(Dictionary.columns().keySet())).isEqualTo(written);
    }

    /** The words of the first call that names columns behind a method or constructor of that name. */
    private static List<String> header(String file, String method) {
        try {
            String source = Files.readString(REPORT.resolve(file));
            int start = Pattern.compile("public (static void )?" + method + "\\(|static void " + method + "\\(")
                    .matcher(source)
                    .results()
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(method + " is not in " + file))
                    .start();
            String rest = source.substring(start);
            String call = Pattern.compile("(?s)(?:header|TableParts)\\(([^;]*)\\);")
                    .matcher(rest)
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            return Pattern.compile("\"([a-z0-9_]+)\"")
                    .matcher(call.replace("\"flows\",", ""))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyTableThatTheProgramCanWriteIsLookedAt() throws IOException {
        try (Stream<Path> sources = Files.list(REPORT)) {
            List<String> headers = sources.filter(Files::isRegularFile)
                    .filter(path -> {
                        try {
                            return Files.readString(path).contains(".header(");
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(headers)
                    .as(
                            "a new table needs its columns in the dictionary and a line above, or is printed and not a result's")
                    .containsExactly(
                            "ComparisonTable.java",
                            "ExplainTables.java",
                            "InUseTable.java",
                            "MonthTable.java",
                            "RankingTable.java",
                            "ReconciliationTable.java",
                            "RelationTables.java",
                            "ResilienceFiles.java",
                            "ResultTables.java",
                            "SensitivityTables.java",
                            "SynergyTables.java",
                            "TableParts.java",
                            "TargetTable.java",
                            "UnmatchedTable.java");
        }
    }
}
