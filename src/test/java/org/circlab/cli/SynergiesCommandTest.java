package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlab.experiment.Experiment;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SynergiesCommandTest {

    @TempDir
    Path out;

    private String[] arguments(String... options) {
        return Stream.concat(
                        Stream.of("synergies", Harbour.FILE.toString(), "--replications", "2", "--out", out.toString()),
                        Arrays.stream(options))
                .toArray(String[]::new);
    }

    private Session synergies(String... options) {
        return Session.of(arguments(options));
    }

    private Path result() {
        return out.resolve("harbour/symbiosis.synergies");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** The rows of a table without its header, as cells by column. */
    private List<Map<String, String>> rows(String table) throws IOException {
        List<String> lines = Files.readAllLines(result().resolve(table));
        List<String> header = List.of(lines.get(0).split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
            assertThat(cells).hasSameSizeAs(header);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void wordsFirstThenTables() {
        Session session = synergies("--top", "1");
        assertThat(session.code()).isZero();
        assertThat(session.out())
                .containsSubsequence(
                        "Without ",
                        "the lab would, every year,",
                        "WHO WOULD JOIN",
                        "All of them",
                        "LOST WITHOUT IT",
                        "SHARE IN WHAT ALL BRING",
                        "All together",
                        "WHERE IT WOULD END",
                        "distance, now ",
                        "pays at ",
                        "symbiosis.synergies");
        assertThat(session.out().lines().filter(line -> !line.contains("--set")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void theFilesSayTheSameAsTheDocument() throws IOException {
        JsonNode document = json(synergies("--format", "json", "--top", "2").out());
        assertThat(Files.readString(result().resolve("synergies.json"))).isEqualTo(document(result()));
        int synergies = document.get("synergies").size();
        assertThat(synergies).isPositive();
        assertThat(rows("synergies.csv")).hasSize(synergies);
        assertThat(rows("credit.csv")).hasSize(4 * synergies);
        assertThat(rows("break-even.csv"))
                .hasSize(4 * document.get("break_even").size());
        double transfers = rows("members.csv").stream()
                .mapToDouble(row -> Double.parseDouble(row.get("transfer_eur_per_yr")))
                .sum();
        assertThat(transfers).isBetween(-1e-3, 1e-3);
        double all = rows("members.csv").stream()
                .mapToDouble(row -> Double.parseDouble(row.get("gain_eur_per_yr")))
                .sum();
        assertThat(all).isBetween(-1e-2, 1e-2);
    }

    private static String document(Path result) throws IOException {
        return Files.readString(result.resolve("synergies.json"));
    }

    @Test
    void jsonIsOneDocumentTheSameForAnyNumberOfThreads() throws IOException {
        String one =
                synergies("--format", "json", "--top", "1", "--threads", "1").out();
        assertThat(synergies("--format", "json", "--top", "1", "--threads", "3").out())
                .isEqualTo(one);
        assertThat(document(result())).isEqualTo(one);
        assertThat(synergies("--format", "json", "--top", "1", "--seed", "2").out())
                .isNotEqualTo(one);
    }

    /** As a user would: the changes by which the lab goes without a synergy are given to a run. */
    @Test
    void theChangesOfASynergyTakeItOut() {
        JsonNode synergy = json(synergies("--format", "json", "--top", "0", "--shapley", "0")
                        .out())
                .get("synergies")
                .get(0);
        double lost = synergy.get("lost_without").get("exchanged").get("mean").asDouble();
        List<String> run = new ArrayList<>(List.of(
                "run", Harbour.FILE.toString(), "--replications", "2", "--format", "json", "--out", out.toString()));
        double with = exchanged(run);
        synergy.get("without_it_set").forEach(set -> run.addAll(List.of("--set", set.asString())));
        assertThat(with - exchanged(run)).isCloseTo(lost, within(1e-6 * with));
    }

    private static double exchanged(List<String> arguments) {
        JsonNode document = json(Session.of(arguments.toArray(String[]::new)).out());
        for (JsonNode indicator : document.get("indicators")) {
            if (indicator.get("id").asString().equals("exchanged")) {
                return indicator.get("variant").get("mean").asDouble();
            }
        }
        throw new AssertionError("the run tells nothing of what is exchanged");
    }

    @Test
    void sharesAreLeftOutWhereNotAskedFor() throws IOException {
        Session session = synergies("--top", "0", "--shapley", "0");
        assertThat(session.out()).doesNotContain("SHARE IN", "WHERE IT WOULD END");
        assertThat(rows("credit.csv"))
                .allSatisfy(row -> assertThat(row.get("shapley")).isEmpty());
        assertThat(rows("break-even.csv")).isEmpty();
    }

    @Test
    void withoutAnExchangeThereIsNothingToAssess() {
        Session session = synergies("--set", "exchange.rule=none");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).contains("no exchange to assess", "exchange.rule");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void whereNobodyMeetsThereIsNoSynergy() {
        Session session = synergies(
                "--set",
                "exchange.apart={ x: { from: mill, to: carpenter, material: husks }, y: { from: foundry, to: roads, material:"
                        + " slag } }");
        assertThat(session.code()).isZero();
        assertThat(session.out()).contains("there is no synergy to assess");
    }

    @ParameterizedTest
    @CsvSource({"--top, -1", "--shapley, -1", "--threads, 0", "--format, csv", "--replications, 0"})
    void wrongUsage(String option, String value) {
        assertThat(synergies(option, value).code()).isEqualTo(2);
    }

    @Test
    void progressIsShownOnATerminalAndErased() {
        Session session = Session.of(Experiment::run, true, Map.of(), arguments("--top", "0"));
        assertThat(session.err()).contains("labs and searches").endsWith("\r");
        assertThat(session.out()).contains("\u001b[1m");
    }

    @Test
    void anInterruptionLeavesNothing() {
        Thread.currentThread().interrupt();
        Session session = synergies();
        assertThat(session.code()).isEqualTo(130);
        assertThat(session.out()).isEmpty();
        assertThat(out).isEmptyDirectory();
        assertThat(Thread.interrupted()).isFalse();
    }
}
