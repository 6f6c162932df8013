package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.circlab.experiment.Experiment;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final int INDENT_AT = 25;

    @TempDir
    Path out;

    @Test
    void eventsAreDatedNamedAndSaidInWords() {
        assertThat(trace("--set", "horizon.length=1 mo").lines())
                .startsWith(
                        "2024-11-01T12:00:00.000  need-draws           roads: need of gravel",
                        "2024-11-01T12:00:00.000    drawn              54.757016 t gravel from virgin to roads")
                .contains("2024-12-01T00:00:00.000  calendar-turns       a month begins")
                .contains("2025-01-01T00:00:00.000  window-opens         results count from here on")
                .anyMatch(line -> line.matches("2024-11-08T.*  round-clears {9}exchange of all that waits"))
                .anyMatch(line -> line.matches(".*  consignment-arrives  roads: need of gravel, [0-9.]+ t of slag"))
                .anyMatch(line -> line.matches(".*  service-ends {9}carpenter: line press, [0-9.]+ t of husks"))
                .anyMatch(line -> line.matches(".*  need-draws {11}roads: need of gravel"))
                .anyMatch(line -> line.matches(".*    received {11}[0-9.]+ t slag from foundry to roads"))
                .anyMatch(line -> line.matches(".*    paid {15}[0-9.]+ EUR gate-fee from foundry to roads"))
                .anyMatch(line -> line.matches(".*    emitted {12}[0-9.]+ kgCO2e haulage at foundry"))
                .last()
                .isEqualTo("2025-02-01T00:00:00.000  window-closes        the books have closed");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void theFactsOfTheWindowAreThoseOfTheLedger() throws IOException {
        Session session =
                Session.of("run", Harbour.FILE.toString(), "--ledger", "--replications=1", "--out=" + out, "--seed=5");
        assertThat(session.code()).isZero();
        List<String> ledger = Files.readAllLines(out.resolve("harbour/symbiosis/ledger.csv"));
        assertThat(out.resolve("harbour/symbiosis/baseline/ledger.csv")).isRegularFile();
        List<String> traced = trace("--seed", "5")
                .lines()
                .dropWhile(line -> !line.contains("  window-opens  "))
                .filter(TraceTest::isFact)
                .toList();
        assertThat(traced)
                .containsExactlyElementsOf(
                        ledger.stream().skip(1).map(TraceTest::asTraced).toList());
    }

    private static String asTraced(String row) {
        String[] cell = row.split(",", -1);
        String parties = cell[3].equals(cell[4]) ? "at " + cell[3] : "from " + cell[3] + " to " + cell[4];
        return "%s    %-19s%s %s %s %s".formatted(cell[1], cell[2], cell[6], cell[7], cell[5], parties);
    }

    private static boolean isFact(String line) {
        return line.startsWith("  ", INDENT_AT);
    }

    @Test
    void variantsAndSeedsDiffer() {
        assertThat(trace("--variant", "no-press")).doesNotContain("service-ends");
        assertThat(trace("--seed", "2")).isNotEqualTo(trace());
        assertThat(trace("--seed", "1")).isEqualTo(trace());
    }

    @Test
    void everyEventOfALabWithAllPartsSaysWhatItIsAbout() {
        Set<String> seen = new HashSet<>();
        Session session = Session.of(
                "run", "scenarios/velenje.yaml", "--trace", "--set", "horizon.length=1 yr", "--variant=board-plant");
        assertThat(session.code()).isZero();
        session.out().lines().filter(line -> !isFact(line)).forEach(line -> {
            String[] words = line.substring(INDENT_AT).split(" {2,}", -1);
            assertThat(words).as(line).hasSize(2).doesNotContain("");
            seen.add(words[0]);
        });
        assertThat(seen).contains("batch-arises", "service-ends", "need-draws", "round-clears", "calendar-turns");
    }

    @Test
    void itStopsWithoutAWordWhenNobodyReadsOn() {
        List<String> read = new ArrayList<>();
        Writer closing = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                if (read.size() > 1_000) {
                    throw new IOException("Broken pipe");
                }
                read.add(new String(text, from, length));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(closing), new PrintWriter(err), false, false, Map.of());
        int code = CircLab.run(console, Experiment::run, "run", Harbour.FILE.toString(), "--trace");
        assertThat(code).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(read).hasSize(1_001);
    }

    @Test
    void anInterruptedTraceEndsWith130() {
        Thread.currentThread().interrupt();
        Session session = Session.of("run", Harbour.FILE.toString(), "--trace");
        assertThat(session.code()).isEqualTo(130);
        assertThat(session.err()).contains("interrupted");
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--replications=3", "--threads=1", "--out=x", "--format=json", "--ledger"})
    void whatWouldHaveNoEffectIsRefused(String option) {
        Session session = Session.of("run", Harbour.FILE.toString(), "--trace", option);
        assertThat(session.code()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains("--trace", option.replaceAll("=.*", ""), "--help");
    }

    private static String trace(String... more) {
        Session session =
                Session.of(Stream.concat(Stream.of("run", Harbour.FILE.toString(), "--trace"), Stream.of(more))
                        .toArray(String[]::new));
        assertThat(session.code()).isZero();
        assertThat(session.err()).isEmpty();
        return session.out();
    }
}
