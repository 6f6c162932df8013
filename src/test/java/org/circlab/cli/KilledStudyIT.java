package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.circlab.experiment.study.StudyException;
import org.circlab.experiment.study.StudyStore;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged jar, killed in the midst of a study: the same command goes on where it was and ends with the same bytes as one that
 * nobody stopped, whatever the number of threads. More chains of kills are tried with {@code -Dcirclab.kills=20}.
 */
class KilledStudyIT {

    private static final Path JAR = Path.of(System.getProperty("circlab.jar", "target/circlab.jar"));
    private static final int CHAINS = Integer.getInteger("circlab.kills", 2);
    private static final int KILLS = 3;
    private static final int REPLICATIONS = 100;
    private static final int RUNS = 6 * 2 * REPLICATIONS;
    private static final long PATIENCE_SECONDS = 240;

    @TempDir
    static Path folder;

    private static Map<String, String> undisturbed = Map.of();

    @BeforeAll
    static void aStudyThatNobodyStops() throws Exception {
        finish("undisturbed", 1);
        undisturbed = tables("undisturbed");
        assertThat(undisturbed).hasSize(5);
        assertThat(undisturbed.getOrDefault("runs.csv", "").lines()).hasSize(1 + RUNS);
    }

    @Test
    void twoThreadsGiveTheSame() throws Exception {
        finish("two", 2);
        assertThat(tables("two")).isEqualTo(undisturbed);
    }

    @Test
    void itGoesOnAfterThreeKills() throws Exception {
        Random random = new Random(5);
        for (int chain = 1; chain <= CHAINS; chain++) {
            String out = "killed" + chain;
            long kept = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                Process process = start(out, 1 + kill % 2);
                kept = waitForMore(process, out, kept + 1 + random.nextInt(8));
                process.destroyForcibly();
                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(kept).isBetween((long) KILLS, RUNS - 1L);
            finish(out, 2);
            assertThat(tables(out)).isEqualTo(undisturbed);
        }
    }

    /** From the first instants on, when there is no store or half a one. */
    @ParameterizedTest
    @ValueSource(ints = {50, 400, 700, 1000})
    void itBeginsAnewAfterAnEarlyKill(int millis) throws Exception {
        String out = "early" + millis;
        Process process = start(out, 2);
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        finish(out, 2);
        assertThat(tables(out)).isEqualTo(undisturbed);
    }

    /** A second process is told, and the first is not disturbed. */
    @Test
    void aStoreInUseIsRefused() throws Exception {
        Process process = start("busy", 1);
        waitForMore(process, "busy", 1);
        Session second = Session.of(arguments("busy", 1));
        assertThat(second.code()).isEqualTo(CircLab.FAILED);
        assertThat(second.err()).contains("is in use by another process");
        assertThat(Session.of("study", "show", store("busy").toString()).code()).isZero();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(tables("busy")).isEqualTo(undisturbed);
    }

    /** The limit of the shell on the size of files stands for a full disk; the library of the database must still fit. */
    @Test
    void aFullDiskIsToldAndWhatIsKeptIsUsedAgain() throws Exception {
        Path err = folder.resolve("err.txt");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> command =
                Stream.of("bash", "-c", "ulimit -f 1700; exec \"$0\" \"$@\"", java, "-jar", JAR.toString());
        Process process = new ProcessBuilder(
                        Stream.concat(command, Stream.of(arguments("full", 1))).toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(CircLab.FAILED);
        assertThat(Files.readString(err)).startsWith("circlab: ").contains("disk is full");
        finish("full", 2);
        assertThat(tables("full")).isEqualTo(undisturbed);
    }

    /** Waits until so many runs are kept, or the process has ended; returns how many are. */
    private long waitForMore(Process process, String out, long wanted) throws InterruptedException {
        long kept = 0;
        while (process.isAlive() && kept < wanted) {
            Thread.sleep(20);
            if (Files.exists(store(out))) {
                kept = kept(out);
            }
        }
        return kept;
    }

    private long kept(String out) {
        try (StudyStore store = StudyStore.read(store(out))) {
            return store.answered();
        } catch (StudyException beingMade) {
            return 0;
        }
    }

    private static void finish(String out, int threads) {
        Session session = Session.of(arguments(out, threads));
        assertThat(session.code()).as(session.err()).isZero();
    }

    private Process start(String out, int threads) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> command = Stream.of(java, "-jar", JAR.toString());
        return new ProcessBuilder(Stream.concat(command, Stream.of(arguments(out, threads)))
                        .toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String[] arguments(String out, int threads) {
        return new String[] {
            "sweep",
            Harbour.FILE.toString(),
            "--vary=policy.landfill-tax=0..100:20 EUR/t",
            "--variant=symbiosis",
            "--variant=no-press",
            "--replications=" + REPLICATIONS,
            "--indicator=all",
            "--threads=" + threads,
            "--out=" + folder.resolve(out)
        };
    }

    private Path store(String out) {
        return folder.resolve(out).resolve("harbour/studies/landfill-tax.db");
    }

    private static Map<String, String> tables(String out) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(out).resolve("harbour/studies/landfill-tax"))) {
            for (Path file : files.toList()) {
                tables.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return tables;
    }
}
