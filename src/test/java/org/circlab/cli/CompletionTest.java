package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script for shells, as a bash that runs it completes words. */
class CompletionTest {

    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void write() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        Session session = Session.of("completion");
        assertThat(session.code()).isZero();
        script = Files.writeString(folder.resolve("completion"), session.out());
    }

    @Test
    void isAScript() throws Exception {
        assertThat(bash("-n", script.toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "r, run",
        "val, validate",
        "sch, schema",
        "comp, completion",
        "run --repl, --replications",
        "run lab.yaml --var, --variant",
        "validate --ex, --explain",
        "run --format J, JSON",
        "run lab, lab.yaml"
    })
    void completes(String typed, String completed) throws Exception {
        Files.writeString(folder.resolve("lab.yaml"), "");
        String line = "circlab " + typed;
        String words = "COMP_WORDS=(" + line + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); ";
        String reply = bash(
                "-c",
                "shopt -s extglob; compopt() { :; }; source " + script.getFileName() + "; " + words
                        + "_complete_circlab; printf '%s\\n' \"${COMPREPLY[@]}\"");
        assertThat(reply.lines()).contains(completed);
        assertThat(reply.lines().filter(word -> !word.startsWith(typed.substring(typed.lastIndexOf(' ') + 1))))
                .isEmpty();
    }

    private String bash(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/bash", "--norc"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
