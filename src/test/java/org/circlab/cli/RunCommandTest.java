package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Sinks;
import org.circlab.ledger.BooksException;
import org.circlab.ledger.FlowSink;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {

    @TempDir
    Path out;

    /** When an experiment fails: at once, or when a run hands over its first month. */
    private enum Moment {
        AT_ONCE,
        IN_A_RUN;

        Experimenter failing(Supplied failure) {
            return (plan, sinks, progress) -> {
                if (this == AT_ONCE) {
                    throw failure.get();
                }
                FlowSink failing = (month, flows) -> {
                    throw failure.get();
                };
                return Experiment.run(plan, both(failing), progress);
            };
        }
    }

    @FunctionalInterface
    private interface Supplied {
        RuntimeException get();
    }

    @Test
    void theTableIsTheDefaultAndNamesTheFolder() {
        Session session = run();
        assertThat(session.code()).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .startsWith("Λιμάνι της Θεσσαλονίκης")
                .contains("WHAT CHANGES", "FOR WHOM", "HOW SURE, AND FROM WHERE")
                .contains(result("symbiosis").toString())
                .doesNotContain("\u001b");
        assertThat(result("symbiosis").resolve("run.json")).isRegularFile();
        assertThat(result("symbiosis").resolve("baseline/flows.csv")).isRegularFile();
    }

    @Test
    void thePageHasTheMonthsOfTheRun() throws IOException {
        run();
        String page = Files.readString(result("symbiosis").resolve("report.html"));
        String begin = "download=\"months-bands.csv\" href=\"data:text/csv;charset=utf-8,";
        int start = page.indexOf(begin) + begin.length();
        String csv = URLDecoder.decode(page.substring(start, page.indexOf('"', start)), StandardCharsets.UTF_8);
        assertThat(csv.lines()
                        .skip(1)
                        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
                        .sum())
                .as(csv)
                .isPositive();
    }

    @Test
    void jsonIsOneDocumentAndNothingElse() {
        Session session = run("--format", "json", "--seed", "-9223372036854775808", "--variant", "no-press");
        JsonNode document = JsonMapper.shared().readTree(session.out());
        assertThat(document.get("seed").asLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(document.get("variant").asString()).isEqualTo("no-press");
        assertThat(document.get("folder").asString())
                .isEqualTo(result("no-press").toString());
    }

    @Test
    void csvIsTheTableOfIndicators() throws IOException {
        Session session = run("--format", "CSV");
        assertThat(session.out()).isEqualTo(Files.readString(result("symbiosis").resolve("indicators.csv")));
    }

    @Test
    void threadsChangeNothingAndSeedsDo() {
        String one = run("--format", "csv", "--threads", "1").out();
        assertThat(run("--format", "csv", "--threads", "3").out()).isEqualTo(one);
        assertThat(run("--format", "csv", "--seed", "2").out()).isNotEqualTo(one);
    }

    @Test
    void overridesAreAppliedAndRecorded() throws IOException {
        String usual = run("--format", "csv").out();
        Session session = run(
                "--format", "csv", "--set", "policy.landfill-tax=90 EUR/t", "--set", "policy.carbon-price=0 EUR/tCO2e");
        assertThat(session.code()).isZero();
        assertThat(session.out()).isNotEqualTo(usual);
        JsonNode json = JsonMapper.shared()
                .readTree(Files.readString(result("symbiosis").resolve("run.json")));
        assertThat(json.get("set").size()).isEqualTo(2);
        assertThat(Files.readString(result("symbiosis").resolve("scenario.yaml")))
                .contains("90 EUR/t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--variant=symbiosys", "--set=policy.landfil-tax=3 EUR/t", "--set=policy.landfill-tax=3 d"})
    void mistakesInTheScenarioAreFindings(String option) {
        Session session = run(option);
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains(": error ", "cannot be run").doesNotContain("\tat ");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void progressIsShownOnATerminalAndErased() {
        Session session = Session.of(Experiment::run, true, Map.of("NO_COLOR", "1"), arguments());
        assertThat(session.err()).contains("] 4 of 4 runs").endsWith("\r");
        String[] drawings = session.err().split("\r", -1);
        assertThat(drawings[drawings.length - 2]).isBlank();
        assertThat(session.out()).doesNotContain("\u001b");
    }

    @Test
    void verdictsAreColouredOnATerminal() {
        assertThat(Session.of(Experiment::run, true, Map.of(), arguments("--replications", "3"))
                        .out())
                .contains("\u001b[32mbetter\u001b[0m");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aDefectIsOneLineThatSaysSo(Moment moment) {
        Session session = failing(moment.failing(() -> new BooksException("3 g of slag are lost")), Map.of());
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err().lines())
                .singleElement()
                .asString()
                .contains("defect", "3 g of slag are lost", "report");
        assertThat(out).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tooLittleMemoryIsNoDefect(boolean inARun) throws IOException {
        FlowSink greedy = (month, flows) -> {
            throw new OutOfMemoryError("Java heap space");
        };
        Experimenter failing = (plan, sinks, progress) -> {
            if (inARun) {
                return Experiment.run(plan, both(greedy), progress);
            }
            throw new OutOfMemoryError("Java heap space");
        };
        Session session = failing(failing, Map.of());
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err())
                .contains("not enough memory", "--replications")
                .doesNotContain("defect");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void theStackTraceOfADefectIsForThoseWhoAsk() {
        Experimenter failing = Moment.AT_ONCE.failing(() -> new IllegalStateException("odd"));
        assertThat(failing(failing, Map.of("CIRCLAB_DEBUG", "1")).err()).contains("\tat org.circlab.");
        assertThat(failing(failing, Map.of()).err()).doesNotContain("\tat ");
    }

    @Test
    void aFullDiskIsNoDefectAndLeavesThePreviousResult() throws IOException {
        assertThat(run().code()).isZero();
        byte[] before = Files.readAllBytes(result("symbiosis").resolve("flows.csv"));
        Experimenter full = Moment.IN_A_RUN.failing(() ->
                new UncheckedIOException(new FileSystemException("flows-1.part", null, "No space left on device")));
        Session session = failing(full, Map.of());
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err())
                .contains("cannot write results", "No space left on device")
                .doesNotContain("defect");
        assertThat(result("symbiosis").resolve("flows.csv")).hasBinaryContent(before);
        assertThat(names(out.resolve("harbour"))).containsExactly("symbiosis");
    }

    @Test
    void whatAKilledRunLeftIsRemovedAndSaid() throws IOException {
        Files.createDirectories(out.resolve("harbour/.symbiosis.writing"));
        Session session = run();
        assertThat(session.code()).isZero();
        assertThat(session.err()).contains("removed", "an earlier run was interrupted");
        assertThat(names(out.resolve("harbour"))).containsExactly("symbiosis");
    }

    @Test
    void anInterruptedRunLeavesNothing() throws IOException {
        Experimenter interrupted = (plan, sinks, progress) -> {
            Thread.currentThread().interrupt();
            return Experiment.run(plan, sinks, progress);
        };
        Session session = failing(interrupted, Map.of());
        assertThat(session.code()).isEqualTo(130);
        assertThat(session.err()).contains("interrupted");
        assertThat(session.out()).isEmpty();
        assertThat(out).isEmptyDirectory();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anInterruptionAfterTheLastRunStillLeavesNothing() throws IOException {
        Experimenter late = (plan, sinks, progress) -> {
            var outcome = Experiment.run(plan, sinks, progress);
            Thread.currentThread().interrupt();
            return outcome;
        };
        assertThat(failing(late, Map.of()).code()).isEqualTo(130);
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void anInterruptionAfterTheResultIsInPlaceSaysSo() {
        StringWriter err = new StringWriter();
        Writer interrupting = new StringWriter() {
            @Override
            public void write(String text, int from, int length) {
                Thread.currentThread().interrupt();
                super.write(text, from, length);
            }
        };
        Console console = new Console(new PrintWriter(interrupting), new PrintWriter(err), false, false, Map.of());
        assertThat(CircLab.run(console, Experiment::run, arguments())).isEqualTo(130);
        assertThat(err.toString()).contains("in place already").doesNotContain("no result");
        assertThat(result("symbiosis").resolve("run.json")).isRegularFile();
    }

    @Test
    void aResultWhosePartsWereDeletedMeanwhileIsNoResult() throws IOException {
        Experimenter robbed = (plan, sinks, progress) -> {
            var outcome = Experiment.run(plan, sinks, progress);
            try {
                Files.delete(out.resolve("harbour/.symbiosis.writing/flows-1.part"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return outcome;
        };
        Session session = failing(robbed, Map.of());
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).contains("flows-1.part has gone").doesNotContain("defect");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void aFileInTheWayOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(out.resolve("taken"), "");
        Session session = Session.of("run", Harbour.FILE.toString(), "--replications", "1", "--out", file.toString());
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).contains("taken").contains("--out").doesNotContain("defect");
    }

    private Session run(String... more) {
        return Session.of(arguments(more));
    }

    private Session failing(Experimenter experimenter, Map<String, String> environment) {
        return Session.of(experimenter, false, environment, arguments());
    }

    private String[] arguments(String... more) {
        boolean replications = Arrays.asList(more).contains("--replications");
        List<String> few = replications ? List.of() : List.of("--replications", "2");
        return Stream.of(List.of("run", Harbour.FILE.toString(), "--out", out.toString()), few, List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private Path result(String variant) {
        return out.resolve("harbour").resolve(variant);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Sinks both(FlowSink sink) {
        return new Sinks() {
            @Override
            public FlowSink variant(int replication) {
                return sink;
            }

            @Override
            public FlowSink baseline(int replication) {
                return sink;
            }
        };
    }
}
