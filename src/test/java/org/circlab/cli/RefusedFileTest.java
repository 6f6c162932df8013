package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.circlab.experiment.Experiment;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file of a result in turn that the system refuses to write: one line, the previous result as it was, and nothing half. */
class RefusedFileTest {

    private static final List<String> PARTS =
            List.of("flows-1.part", "ledger-2.part", "baseline/flows-2.part", "baseline/ledger-1.part");

    @TempDir
    Path out;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyFileInTurn(boolean ledger) throws IOException {
        assertThat(run(Experiment::run, ledger, 1).code()).isZero();
        Map<Path, String> before = contents();
        for (String file : before.keySet().stream().map(this::inResult).toList()) {
            refused(afterTheRun(file), file, ledger);
            assertThat(contents()).as(file).isEqualTo(before);
        }
        for (String part : PARTS.subList(0, ledger ? PARTS.size() : 1)) {
            refused(beforeTheRun(part), part, ledger);
            assertThat(contents()).as(part).isEqualTo(before);
        }
        assertThat(run(Experiment::run, ledger, 2).err()).isEmpty();
        assertThat(contents()).hasSameSizeAs(before).isNotEqualTo(before);
    }

    @Test
    void whereThereWasNoResultThereIsNoneAfterwards() {
        refused(afterTheRun("run.json"), "run.json", false);
        assertThat(out).isEmptyDirectory();
    }

    private void refused(Experimenter experimenter, String file, boolean ledger) {
        Session session = run(experimenter, ledger, 2);
        assertThat(session.code()).as(file).isEqualTo(1);
        assertThat(session.out()).as(file).isEmpty();
        assertThat(session.err().lines())
                .singleElement()
                .asString()
                .contains("cannot write results: ", file, "put that right or name another folder with --out");
    }

    private Session run(Experimenter experimenter, boolean ledger, int seed) {
        List<String> arguments = new ArrayList<>(List.of("run", Harbour.FILE.toString(), "--out", out.toString()));
        arguments.addAll(List.of("--replications", "2", "--set", "horizon.length=40 d", "--seed", "" + seed));
        arguments.addAll(ledger ? List.of("--ledger") : List.of());
        return Session.of(experimenter, false, Map.of(), arguments.toArray(String[]::new));
    }

    private Experimenter afterTheRun(String file) {
        return (plan, sinks, progress) -> {
            var outcome = Experiment.run(plan, sinks, progress);
            obstruct(file);
            return outcome;
        };
    }

    private Experimenter beforeTheRun(String file) {
        return (plan, sinks, progress) -> {
            obstruct(file);
            return Experiment.run(plan, sinks, progress);
        };
    }

    /** A folder of the same name stands where the file would be written. */
    private void obstruct(String file) {
        try {
            Files.createDirectories(out.resolve("harbour/.symbiosis.writing").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String inResult(Path file) {
        return out.resolve("harbour/symbiosis").relativize(file).toString();
    }

    /** All files below the folder of all results. */
    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }
}
