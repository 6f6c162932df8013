package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged jar, killed at many instants: the whole result from before or the whole new one is left, and the next run says
 * what it found. More instants are tried with {@code -Dcirclab.kills=200}.
 */
class KilledRunIT {

    private static final Path JAR = Path.of(System.getProperty("circlab.jar", "target/circlab.jar"));
    private static final int KILLS = Integer.getInteger("circlab.kills", 16);
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    private Map<String, String> former = Map.of();
    private Map<String, String> renewed = Map.of();

    @BeforeEach
    void runsThatNobodyKills() throws IOException {
        assertThat(Session.of(arguments("1", "former")).code()).isZero();
        assertThat(Session.of(arguments("2", "renewed")).code()).isZero();
        former = filesOf(result("former"));
        renewed = filesOf(result("renewed"));
        assertThat(former).isNotEqualTo(renewed).containsKey("run.json").hasSameSizeAs(renewed);
    }

    @Test
    void atInstantsFromTheStartToBeyondTheEnd() throws Exception {
        String whole = prepare(0);
        long begun = System.nanoTime();
        Process unharmed = start(whole);
        try {
            assertThat(unharmed.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            unharmed.destroyForcibly();
        }
        long lasted = System.nanoTime() - begun;
        for (int kill = 0; kill < KILLS; kill++) {
            String out = prepare(kill);
            Process process = start(out);
            process.waitFor(lasted * kill * 11 / (KILLS * 10L), TimeUnit.NANOSECONDS);
            end(process, out, kill % 2 == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".symbiosis.lock",
                ".symbiosis.writing",
                ".symbiosis.writing/ledger-1.part",
                ".symbiosis.writing/flows.csv",
                ".symbiosis.writing/baseline/run.json",
                ".symbiosis.writing/run.json",
                ".symbiosis.previous"
            })
    void asSoonAsAFileIsThere(String name) throws Exception {
        String out = prepare(1);
        Process process = start(out);
        Path file = folder.resolve(out).resolve("harbour").resolve(name);
        while (process.isAlive() && !Files.exists(file)) {
            Thread.onSpinWait();
        }
        end(process, out, true);
    }

    /** Kills it, looks at what is left, runs again and looks at what that says and leaves. */
    private void end(Process process, String out, boolean replaces) throws Exception {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        Path lab = folder.resolve(out).resolve("harbour");
        Map<String, String> left = filesOf(result(out));
        if (left.isEmpty()) {
            assertThat(filesOf(lab.resolve(".symbiosis.previous"))).isEqualTo(replaces ? former : Map.of());
        } else if (replaces) {
            assertThat(left).isIn(former, renewed);
        } else {
            assertThat(left).isEqualTo(renewed);
        }
        boolean midway = Files.exists(lab.resolve(".symbiosis.lock"));
        Session next = Session.of(arguments("2", out));
        assertThat(next.code()).isZero();
        if (midway) {
            assertThat(next.err().lines()).isNotEmpty().allMatch(line -> line.startsWith("circlab: an earlier run"));
        } else {
            assertThat(next.err()).isEmpty();
        }
        assertThat(filesOf(result(out))).isEqualTo(renewed);
        try (Stream<Path> beside = Files.list(lab)) {
            assertThat(beside).containsExactly(result(out));
        }
    }

    /** A folder of results, with the former one for every other kill. */
    private String prepare(int kill) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        if (kill % 2 == 1) {
            for (Map.Entry<String, String> file : former.entrySet()) {
                Path copy = out.resolve("harbour/symbiosis").resolve(file.getKey());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, file.getValue(), StandardCharsets.ISO_8859_1);
            }
        }
        return out.getFileName().toString();
    }

    private Process start(String out) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> command = Stream.of(java, "-XX:TieredStopAtLevel=1", "-jar", JAR.toString());
        return new ProcessBuilder(
                        Stream.concat(command, Stream.of(arguments("2", out))).toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private String[] arguments(String seed, String out) {
        String file = Harbour.FILE.toString();
        String results = folder.resolve(out).toString();
        return new String[] {"run", file, "--replications", "2", "--ledger", "--seed", seed, "--out", results};
    }

    private Path result(String out) {
        return folder.resolve(out).resolve("harbour/symbiosis");
    }

    /** The bytes of all files below a folder, a char each; nothing where there is no folder. */
    private static Map<String, String> filesOf(Path root) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    contents.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return contents;
    }
}
