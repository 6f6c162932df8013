package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Flow;
import org.circlab.model.IndicatorIds;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

class ResultFilesTest {

    private static final int REPLICATIONS = 3;

    @TempDir
    static Path folder;

    private static ScoredRun run;

    @BeforeAll
    static void write() {
        run = Harbour.write(folder.resolve("one"), "symbiosis", REPLICATIONS, 1);
    }

    @Test
    void variantAndBaselineHaveTheSameSetOfFiles() throws IOException {
        List<String> names = names(folder.resolve("one/baseline"));
        assertThat(names)
                .containsExactly(
                        "actors.csv",
                        "flows.csv",
                        "indicators.csv",
                        "months.csv",
                        "networks.csv",
                        "payments.csv",
                        "replications.csv",
                        "run.json",
                        "scenario.yaml",
                        "stocks.csv",
                        "targets.csv",
                        "unmatched.csv");
        assertThat(names(folder.resolve("one")))
                .containsAll(names)
                .contains("report.html")
                .hasSize(names.size() + 2);
    }

    @Test
    void threadsChangeNoByte() throws IOException {
        Harbour.write(folder.resolve("two"), "symbiosis", REPLICATIONS, 3);
        assertThat(contents(folder.resolve("two"))).isEqualTo(contents(folder.resolve("one")));
    }

    @Test
    void flowsAddUpToTheAccountsToTheGram() {
        assertFlows(rows("flows.csv"), run.outcome().variant());
        assertFlows(rows("baseline/flows.csv"), run.outcome().baseline());
    }

    @Test
    void flowsAreInOrderAndInsideTheWindow() {
        List<Map<String, String>> flows = rows("flows.csv");
        List<String> keys = flows.stream()
                .map(row -> "%05d %s".formatted(Integer.parseInt(row.get("replication")), row.get("month")))
                .toList();
        assertThat(keys).isSorted();
        assertThat(flows.stream().map(row -> row.get("month")).distinct())
                .hasSize(24)
                .contains("2025-01", "2026-12");
        assertThat(flows.stream().map(row -> row.get("replication")).distinct()).containsExactly("1", "2", "3");
    }

    @Test
    void flowsNameCodesOperationsAndGrades() {
        assertThat(rows("flows.csv"))
                .filteredOn(row -> "slag".equals(row.get("material")) && "exchange".equals(row.get("channel")))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row).containsEntry("low_code", "10 02 01").containsEntry("operation", "R5");
                    assertThat(row.get("grade")).isIn("measured", "reported", "derived", "assumed");
                });
    }

    /** What months and flows both tell they tell to the gram: what is received, and what is exchanged for use. */
    @Test
    void monthsAreTheFlowsAddedUp() {
        for (String side : List.of("", "baseline/")) {
            List<Map<String, String>> flows = rows(side + "flows.csv");
            List<Map<String, String>> months = rows(side + "months.csv");
            assertThat(months).hasSize(REPLICATIONS * 24);
            for (Map<String, String> month : months) {
                Predicate<Map<String, String>> then =
                        row -> Objects.equals(month.get("replication"), row.get("replication"))
                                && Objects.equals(month.get("month"), row.get("month"));
                assertThat(new BigDecimal(month.get("received_t"))).isEqualByComparingTo(sum(flows, "mass_t", then));
                assertThat(new BigDecimal(month.get("exchanged_t")))
                        .isEqualByComparingTo(sum(flows, "mass_t", then.and(ResultFilesTest::isExchange)));
            }
        }
        assertThat(sum(rows("months.csv"), "exchanged_t", row -> true)).isPositive();
    }

    private static boolean isExchange(Map<String, String> flow) {
        return List.of("contract", "exchange").contains(flow.get("channel"))
                && !flow.getOrDefault("operation", "").startsWith("D")
                && !Objects.equals(flow.get("from"), flow.get("to"));
    }

    @Test
    void monthsAddUpToWhatArisesAndIsEmittedInEachReplication() {
        List<Map<String, String>> months = rows("months.csv");
        for (int k = 0; k < REPLICATIONS; k++) {
            String replication = String.valueOf(k + 1);
            Predicate<Map<String, String>> own = row -> replication.equals(row.get("replication"));
            Accounts accounts = run.outcome().variant().get(k);
            long arisen = accounts.arisings().stream()
                    .mapToLong(Accounts.Arisen::grams)
                    .sum();
            long emitted = accounts.emissions().stream()
                    .mapToLong(Accounts.Emission::milligrams)
                    .sum();
            assertThat(sum(months, "arising_t", own)).isEqualByComparingTo(BigDecimal.valueOf(arisen, 6));
            assertThat(sum(months, "emitted_kg", own)).isEqualByComparingTo(BigDecimal.valueOf(emitted, 6));
        }
    }

    @Test
    void paymentsOfEachReplicationAreThoseOfTheAccounts() {
        for (int k = 0; k < REPLICATIONS; k++) {
            String replication = String.valueOf(k + 1);
            long micros = run.outcome().variant().get(k).payments().stream()
                    .mapToLong(Accounts.Payment::micros)
                    .sum();
            BigDecimal euros =
                    sum(rows("payments.csv"), "amount_eur", row -> replication.equals(row.get("replication")));
            assertThat(euros).isEqualByComparingTo(BigDecimal.valueOf(micros, 6));
        }
    }

    @Test
    void stocksOfEachReplicationAreThoseOfTheAccounts() {
        BigDecimal closing = sum(rows("stocks.csv"), "closing_t", row -> true);
        long grams = run.outcome().variant().stream()
                .flatMap(accounts -> accounts.stocks().stream())
                .mapToLong(Accounts.Stock::closingGrams)
                .sum();
        assertThat(closing).isEqualByComparingTo(BigDecimal.valueOf(grams, 6));
    }

    @Test
    void businessAsUsualDiffersFromItselfByNothing() {
        assertThat(rows("baseline/indicators.csv")).allSatisfy(row -> {
            assertThat(row.get("mean")).isEqualTo(row.get("baseline"));
            assertThat(row.get("difference")).isIn("0", "");
            assertThat(row.get("variant")).isEqualTo("baseline");
        });
        assertThat(rows("baseline/indicators.csv").stream().map(row -> row.get("mean")))
                .containsExactlyElementsOf(rows("indicators.csv").stream()
                        .filter(row -> !IndicatorIds.OF_SCORE.contains(row.get("indicator")))
                        .map(row -> row.get("baseline"))
                        .toList());
    }

    @Test
    void netOfAllPartiesIsZero() {
        BigDecimal net = sum(rows("actors.csv"), "mean_eur_per_yr", row -> "net".equals(row.get("kind")));
        assertThat(net.abs()).isLessThan(new BigDecimal("0.01"));
    }

    @Test
    void aNameLikeAFormulaIsHarmless() {
        assertThat(rows("actors.csv"))
                .filteredOn(row -> "roads".equals(row.get("actor")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("name")).isEqualTo("'=Roads, \"North\" & Co"));
    }

    @Test
    void theEffectiveScenarioGivesTheSameLab() {
        assertThat(ScenarioFile.read(folder.resolve("one/scenario.yaml"))
                        .effective(null, List.of())
                        .lab())
                .isEqualTo(run.scenario().lab());
    }

    @Test
    void runJsonSaysWhatTheResultDependsOnAndNoMore() throws IOException {
        String text = Files.readString(folder.resolve("one/run.json"));
        assertThat(JsonMapper.shared().readTree(text).propertyNames())
                .containsExactly(
                        "program",
                        "version",
                        "lab",
                        "lab_name",
                        "variant",
                        "variant_name",
                        "baseline_name",
                        "side",
                        "set",
                        "scenario_sha256",
                        "seed",
                        "replications",
                        "window");
        assertThat(text).doesNotContain(folder.toString());
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(folder.resolve("one/baseline/run.json")))
                        .get("side")
                        .asString())
                .isEqualTo("baseline");
    }

    private static void assertFlows(List<Map<String, String>> rows, List<Accounts> replications) {
        assertThat(rows).isNotEmpty();
        for (int k = 0; k < replications.size(); k++) {
            String replication = String.valueOf(k + 1);
            Predicate<Map<String, String>> own = row -> replication.equals(row.get("replication"));
            List<Flow> flows = replications.get(k).flows();
            long grams = flows.stream().mapToLong(Flow::grams).sum();
            long milligrams = flows.stream().mapToLong(Flow::ghgMilligrams).sum();
            assertThat(sum(rows, "mass_t", own)).isEqualByComparingTo(BigDecimal.valueOf(grams, 6));
            assertThat(sum(rows, "ghg_kg", own)).isEqualByComparingTo(BigDecimal.valueOf(milligrams, 6));
        }
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column, Predicate<Map<String, String>> which) {
        return rows.stream()
                .filter(which)
                .map(row -> new BigDecimal(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Map<String, String>> rows(String name) {
        CsvMapper mapper = new CsvMapper();
        try (MappingIterator<Map<String, String>> rows = mapper.readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(folder.resolve("one").resolve(name).toFile())) {
            return rows.readAll();
        }
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, String> contents(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> place.relativize(file).toString(),
                            ResultFilesTest::text,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
