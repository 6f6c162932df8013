package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process of its own: its exit code, its encoding, its end by a signal. */
class ProgramTest {

    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void outputIsUtf8WhateverTheSystemSays() throws IOException, InterruptedException {
        Process process = start("run", Harbour.FILE.toString(), "--replications", "1", "--out", out());
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(read("out")).startsWith("Λιμάνι της Θεσσαλονίκης").contains("Mlin Šoštanj");
        assertThat(read("err")).isEmpty();
    }

    @Test
    void wrongUsageEndsWithTwo() throws IOException, InterruptedException {
        Process process = start("run", "--no-such-option");
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(read("out")).isEmpty();
        assertThat(read("err")).contains("--no-such-option");
    }

    /** Whether this process, and so what it starts, ignores the signal of Ctrl-C, as jobs in the background may. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @DisabledOnOs(OS.WINDOWS)
    void aSignalLeavesNothingAndTellsTheShell(String signal, int code) throws IOException, InterruptedException {
        assumeFalse(
                signal.equals("INT") && ignoresInterrupts(), "whoever started the tests has them ignore interrupts");
        Process process = start("run", Harbour.FILE.toString(), "--replications", "100000", "--out", out());
        Path writing = folder.resolve("results/harbour/.symbiosis.writing");
        for (int i = 0; i < 10 * PATIENCE_SECONDS && process.isAlive() && !Files.exists(writing); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(writing).exists();
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        assertThat(ended).as("ended by itself").isTrue();
        assertThat(process.exitValue()).isEqualTo(code);
        assertThat(read("err")).contains("interrupted; no result was written");
        assertThat(folder.resolve("results"))
                .as("no folder is left that was not there before")
                .doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "table"})
    @EnabledOnOs(OS.LINUX)
    void aFullDeviceIsSaidOfAndKeepsTheFiles(String format) throws IOException, InterruptedException {
        Process process = builder("run", Harbour.FILE.toString(), "--format", format, "--out", out())
                .redirectOutput(Path.of("/dev/full").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(read("err").lines()).singleElement().asString().startsWith("circlab: cannot print everything: ");
        assertThat(folder.resolve("results/harbour/symbiosis/run.json")).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aTraceStopsWhenItsReaderDoes() throws IOException, InterruptedException {
        Process process = builder("run", "scenarios/velenje.yaml", "--trace")
                .redirectError(folder.resolve("err").toFile())
                .start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(reader.readLine()).contains("2024-01-0");
        }
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(read("err")).isEmpty();
    }

    private Process start(String... arguments) throws IOException {
        return builder(arguments)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static ProcessBuilder builder(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx512m", "-Dfile.encoding=ISO-8859-1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(CircLab.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private String out() {
        return folder.resolve("results").toString();
    }

    private String read(String stream) throws IOException {
        return Files.readString(folder.resolve(stream), StandardCharsets.UTF_8);
    }
}
