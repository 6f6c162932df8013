package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

class ExplainCommandTest {

    @TempDir
    Path out;

    private Session explain(String... more) {
        return Session.of(arguments(more));
    }

    private String[] arguments(String... more) {
        return Stream.concat(
                        Stream.of("explain", Harbour.FILE.toString(), "--out", out.toString()), Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private Path result() {
        return out.resolve("harbour/symbiosis.explain");
    }

    @Test
    void theTableIsTheDefaultAndNamesTheFolder() throws IOException {
        Session session = explain();
        assertThat(session.code()).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .startsWith("Λιμάνι της Θεσσαλονίκης")
                .contains("HOW FAR OFFERS CAME", "HOW FAR NEEDS WERE MET", "WHAT WOULD CHANGE IT", result().toString())
                .doesNotContain("\u001b", "\u00a0");
        assertThat(session.out().lines().filter(line -> !line.contains("--set")))
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(100));
        try (Stream<Path> files = Files.list(result())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "run.json", "explain.json", "explain.csv", "funnel.csv", "scenario.yaml");
        }
    }

    @Test
    void whatARunWroteStaysAsItIs() {
        assertThat(Session.of("run", Harbour.FILE.toString(), "--replications", "1", "--out", out.toString())
                        .code())
                .isZero();
        assertThat(explain("--top", "0").code()).isZero();
        assertThat(out.resolve("harbour/symbiosis/indicators.csv")).isRegularFile();
        assertThat(explain("--top", "0").code()).isZero();
    }

    @Test
    void jsonIsOneDocumentTheSameForAnyNumberOfThreads() throws IOException {
        String one = explain("--format", "json", "--threads", "1").out();
        assertThat(explain("--format", "json", "--threads", "3").out()).isEqualTo(one);
        assertThat(Files.readString(result().resolve("explain.json"))).isEqualTo(one);
        assertThat(explain("--format", "json", "--seed", "2").out()).isNotEqualTo(one);
    }

    /** The table of steps adds up to the gram, and so do the sums in the document. */
    @Test
    void theFilesAddUp() throws IOException {
        JsonNode document = json(explain("--format", "json").out());
        for (String side : List.of("offer", "need")) {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal brought = BigDecimal.ZERO;
            for (String row : Files.readAllLines(result().resolve("funnel.csv"))) {
                String[] cells = row.split(",", -1);
                if (cells[0].equals(side)) {
                    boolean source =
                            List.of("offered", "needed", "waiting-at-start").contains(cells[4]);
                    BigDecimal tonnes = new BigDecimal(cells[5]);
                    brought = source ? brought.add(tonnes) : brought;
                    sum = source ? sum.add(tonnes) : sum.subtract(tonnes);
                }
            }
            assertThat(sum).isEqualByComparingTo(BigDecimal.ZERO);
            JsonNode lab = document.get(side + "s").get("lab");
            assertThat(lab.get("offered_t")
                            .decimalValue()
                            .add(lab.get("waiting_at_start_t").decimalValue()))
                    .isEqualByComparingTo(brought);
        }
    }

    /** As a user would: every change that is printed is given to a run, whose flows tell what more is traded. */
    @Test
    void everyChangeHoldsInARun() throws IOException {
        JsonNode document = json(explain("--format", "json").out());
        List<String> proved = new ArrayList<>();
        BigDecimal before = traded();
        for (JsonNode explained : document.get("explained")) {
            for (JsonNode change : explained.get("changes")) {
                if (explained.get("side").asString().equals("offer")) {
                    BigDecimal gain =
                            traded("--set", change.get("set").asString()).subtract(before);
                    assertThat(gain)
                            .isGreaterThanOrEqualTo(
                                    explained.get("unmatched_t").decimalValue().multiply(new BigDecimal("0.9")));
                    proved.add(change.get("set").asString());
                }
            }
        }
        assertThat(proved).isNotEmpty();
    }

    /** Tonnes of husks that others got in a run of one replication. */
    private BigDecimal traded(String... sets) throws IOException {
        String[] arguments = Stream.concat(
                        Stream.of("run", Harbour.FILE.toString(), "--replications", "1", "--out", out.toString()),
                        Arrays.stream(sets))
                .toArray(String[]::new);
        assertThat(Session.of(arguments).code()).isZero();
        List<String> rows = Files.readAllLines(out.resolve("harbour/symbiosis/flows.csv"));
        List<String> header = List.of(rows.get(0).split(",", -1));
        return rows.stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .filter(row -> row[header.indexOf("from")].equals("mill")
                        && row[header.indexOf("material")].equals("husks")
                        && row[header.indexOf("channel")].equals("exchange"))
                .map(row -> new BigDecimal(row[header.indexOf("mass_t")]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void overridesHoldForAllRuns() {
        JsonNode document = json(explain(
                        "--format",
                        "json",
                        "--material",
                        "husks",
                        "--set",
                        "actors.carpenter.runs.press.capacity=20 t/d")
                .out());
        assertThat(document.get("set").size()).isEqualTo(1);
        assertThat(document.get("offers").get("materials").size()).isEqualTo(1);
        assertThat(document.get("explained")
                        .get(0)
                        .get("changes")
                        .get(0)
                        .get("now")
                        .asString())
                .isEqualTo("20 t/d");
    }

    @ParameterizedTest
    @CsvSource({"--actor, mil, UNKNOWN_ACTOR, Maybe 'mill'?", "--material, husk, UNKNOWN_MATERIAL, Maybe 'husks'?"})
    void whoIsNotThereIsAMistakeWithAProposal(String option, String id, String code, String proposal) {
        Session session = explain(option, id);
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains(option, code, proposal);
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void aNeedIsAskedForByItsOwnName() {
        Session session = explain("--material", "gravel");
        assertThat(session.code()).isZero();
        assertThat(session.out()).contains("HOW FAR NEEDS WERE MET").doesNotContain("HOW FAR OFFERS CAME");
    }

    @Test
    void withoutAnExchangeThereIsNothingToExplain() {
        Session session = explain("--set", "exchange.rule=none");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err())
                .contains("no exchange to explain", "exchange.rule")
                .doesNotContain("defect");
        assertThat(out).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"--top, -1", "--top, 1001", "--threads, 0", "--format, csv"})
    void wrongUsage(String option, String value) {
        assertThat(explain(option, value).code()).isEqualTo(2);
    }

    @Test
    void theHelpIsWhole() {
        Session session = Session.of("explain", "--help");
        assertThat(session.code()).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).contains("at least 95 % of what", "--material", ".explain/");
        assertThat(session.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void progressIsShownOnATerminalAndErased() {
        Session session = Session.of(Experiment::run, true, Map.of(), arguments("--top", "1"));
        assertThat(session.err()).contains(" searches").endsWith("\r");
        assertThat(session.out()).contains("\u001b[1m");
    }

    @Test
    void anInterruptionLeavesNothing() {
        Thread.currentThread().interrupt();
        Session session = explain();
        assertThat(session.code()).isEqualTo(130);
        assertThat(session.out()).isEmpty();
        assertThat(out).isEmptyDirectory();
        assertThat(Thread.interrupted()).isFalse();
    }
}
