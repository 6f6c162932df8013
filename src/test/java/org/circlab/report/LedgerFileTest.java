package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The rows of the ledger are all there is to know: added up, they are the other tables. */
class LedgerFileTest {

    private static final Set<String> MOVES = Set.of("received", "drawn", "lost", "sold");
    private static final Set<String> INTO = Set.of("generated", "drawn", "produced", "received");
    private static final Set<String> OUT_OF = Set.of("received", "processed", "consumed", "disposed", "sold");

    @TempDir
    Path folder;

    /** What rows are added up by. */
    private interface Key extends Function<Map<String, String>, String> {}

    @ParameterizedTest
    @CsvSource({
        "src/test/resources/report/harbour.yaml, symbiosis, 2 yr, 2",
        "src/test/resources/report/harbour.yaml, no-press, 2 yr, 1",
        "src/test/resources/report/harbour.yaml, asleep, 2 yr, 1",
        "src/test/resources/scenario/rich.yaml, , 1 yr, 2",
        "scenarios/velenje.yaml, board-plant, 4 mo, 2"
    })
    void addsUpToTheOtherTables(Path file, String variant, String length, int replications) {
        Effective scenario = ScenarioFile.read(file).effective(variant, List.of("horizon.length=" + length));
        ScoredRun run = Harbour.write(folder, scenario, Harbour.plan(scenario, replications, 2), true);
        assertAddsUp(folder, run.outcome().variant());
        assertAddsUp(folder.resolve("baseline"), run.outcome().baseline());
    }

    private static void assertAddsUp(Path place, List<Accounts> accounts) {
        List<Map<String, String>> ledger = rows(place.resolve("ledger.csv"));
        assertThat(sums(
                        ledger,
                        row -> MOVES.contains(row.get("fact")),
                        columns("replication", "from", "to", "subject")))
                .isEqualTo(sums(
                        rows(place.resolve("flows.csv")), columns("replication", "from", "to", "material"), "mass_t"));
        assertThat(sums(ledger, row -> "paid".equals(row.get("fact")), columns("replication", "from", "to", "subject")))
                .isEqualTo(sums(
                        rows(place.resolve("payments.csv")),
                        columns("replication", "payer", "payee", "kind"),
                        "amount_eur"));
        assertThat(sums(ledger, row -> "emitted".equals(row.get("fact")), columns("replication", "from", "subject")))
                .isEqualTo(emissions(accounts));
        assertThat(stockChanges(ledger)).isEqualTo(bookedChanges(rows(place.resolve("stocks.csv"))));
    }

    @Test
    void threadsChangeNoByteAndTheRestOfTheResultIsTheSame() throws IOException {
        Effective scenario = ScenarioFile.read(Harbour.FILE).effective(null, List.of());
        Harbour.write(folder.resolve("one"), scenario, Harbour.plan(scenario, 3, 1), true);
        Harbour.write(folder.resolve("two"), scenario, Harbour.plan(scenario, 3, 3), true);
        Harbour.write(folder.resolve("none"), scenario, Harbour.plan(scenario, 3, 2), false);
        List<String> names = names(folder.resolve("one"));
        assertThat(names).contains("ledger.csv", "baseline/ledger.csv");
        assertThat(names(folder.resolve("two"))).isEqualTo(names);
        for (String name : names) {
            byte[] bytes = Files.readAllBytes(folder.resolve("one").resolve(name));
            assertThat(folder.resolve("two").resolve(name)).hasBinaryContent(bytes);
            if (name.endsWith("ledger.csv")) {
                assertThat(folder.resolve("none").resolve(name)).doesNotExist();
            } else {
                assertThat(folder.resolve("none").resolve(name)).hasBinaryContent(bytes);
            }
        }
    }

    @Test
    void timesRiseWithinAReplicationAndStayInTheWindow() {
        Effective scenario = ScenarioFile.read(Harbour.FILE).effective(null, List.of());
        Harbour.write(folder, scenario, Harbour.plan(scenario, 2, 1), true);
        List<String> order = rows(folder.resolve("ledger.csv")).stream()
                .map(columns("replication", "time"))
                .toList();
        assertThat(order).isSorted();
        assertThat(rows(folder.resolve("ledger.csv")).stream().map(row -> row.get("time")))
                .allMatch(time -> time.compareTo("2025-01-01T00:00:00.000") >= 0)
                .allMatch(time -> time.compareTo("2027-01-01T00:00:00.000") <= 0);
    }

    private static Map<String, BigDecimal> emissions(List<Accounts> replications) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (int k = 0; k < replications.size(); k++) {
            Accounts accounts = replications.get(k);
            for (Accounts.Emission emission : accounts.emissions()) {
                String actor = accounts.chart().parties().get(emission.actor());
                String key = (k + 1) + " " + actor + " " + emission.kind().word() + " ";
                add(sums, key, BigDecimal.valueOf(emission.milligrams(), 6));
            }
        }
        return sums;
    }

    /** What came less what went, by party and material; a consignment on the road is counted at its sender. */
    private static Map<String, BigDecimal> stockChanges(List<Map<String, String>> ledger) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Map<String, String> row : ledger) {
            BigDecimal tonnes = new BigDecimal(row.get("amount"));
            if (INTO.contains(row.get("fact"))) {
                add(sums, columns("replication", "to", "subject").apply(row), tonnes);
            }
            if (OUT_OF.contains(row.get("fact"))) {
                add(sums, columns("replication", "from", "subject").apply(row), tonnes.negate());
            }
        }
        return sums;
    }

    private static Map<String, BigDecimal> bookedChanges(List<Map<String, String>> stocks) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Map<String, String> row : stocks) {
            BigDecimal change = new BigDecimal(row.get("closing_t")).subtract(new BigDecimal(row.get("opening_t")));
            add(sums, columns("replication", "actor", "material").apply(row), change);
        }
        return sums;
    }

    private static Key columns(String... names) {
        return row -> {
            StringBuilder key = new StringBuilder();
            for (String name : names) {
                key.append(row.get(name)).append(' ');
            }
            return key.toString();
        };
    }

    private static Map<String, BigDecimal> sums(
            List<Map<String, String>> ledger, Predicate<Map<String, String>> which, Key key) {
        return sums(ledger.stream().filter(which).toList(), key, "amount");
    }

    private static Map<String, BigDecimal> sums(List<Map<String, String>> rows, Key key, String column) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.forEach(row -> add(sums, key.apply(row), new BigDecimal(row.get(column))));
        return sums;
    }

    /** Adds to a sum, by value and not by scale; a sum of 0 is left out. */
    private static void add(Map<String, BigDecimal> sums, String key, BigDecimal amount) {
        BigDecimal sum = sums.getOrDefault(key, BigDecimal.ZERO).add(amount).stripTrailingZeros();
        sums.put(key, sum);
        if (sum.signum() == 0) {
            sums.remove(key);
        }
    }

    private static List<Map<String, String>> rows(Path table) {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(table.toFile())) {
            return rows.readAll();
        }
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> place.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
