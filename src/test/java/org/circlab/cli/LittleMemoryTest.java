package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the size of what a user hands in, it is refused in words by a JVM of little memory. */
class LittleMemoryTest {

    @TempDir
    private Path folder;

    /** The commands in a JVM of little memory. */
    private String refusedWithin(String memory, Path scenario) throws Exception {
        StringBuilder said = new StringBuilder();
        for (String command : List.of("validate", "run")) {
            Path out = folder.resolve("out.txt");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + memory,
                            "-cp",
                            System.getProperty("java.class.path"),
                            CircLab.class.getName(),
                            command,
                            scenario.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertThat(process.waitFor()).as(Files.readString(out)).isEqualTo(1);
            said.append(Files.readString(out));
        }
        assertThat(folder.resolve("results")).doesNotExist();
        assertThat(said.toString()).doesNotContain("Exception", "\tat ", "defect", "OutOfMemory");
        return said.toString();
    }

    @Test
    void aTextWithoutEndWithinLittleMemory() throws Exception {
        Path huge = folder.resolve("huge.yaml");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.write("circlab: \"".getBytes(StandardCharsets.UTF_8));
            file.setLength(1L << 30);
        }
        assertThat(refusedWithin("64m", huge)).contains("FILE_TOO_LARGE");
    }

    @Test
    void aHundredMegabytesWithinLittleMemory() throws Exception {
        Path large = Files.writeString(folder.resolve("large.yaml"), "# a comment\n".repeat(9_000_000));
        assertThat(Files.size(large)).isGreaterThan(100_000_000);
        assertThat(refusedWithin("64m", large)).contains("FILE_TOO_LARGE");
    }

    @Test
    void millionsOfReferencesWithinLittleMemory() throws Exception {
        Path aliases = Files.writeString(folder.resolve("bomb.yaml"), "a: &a x\nb:\n" + "- *a\n".repeat(1_900_000));
        assertThat(refusedWithin("128m", aliases)).contains("YAML_REFERENCE");
    }

    @Test
    void millionsOfCellsWithinLittleMemory() throws Exception {
        Files.writeString(folder.resolve("km.csv"), ",".repeat(9_900_000));
        String tiny = Files.readString(Path.of("src/test/resources/scenario/tiny.yaml"));
        Path file = Files.writeString(
                folder.resolve("lab.yaml"), tiny.substring(0, tiny.indexOf("variants:")) + "distances: km.csv\n");
        assertThat(refusedWithin("128m", file)).contains("FILE_TOO_LARGE", "cells");
    }

    @Test
    void aTextOfManyLinesWithinLittleMemory() throws Exception {
        Path scalar = Files.writeString(folder.resolve("scalar.yaml"), "a: |\n" + "  some text\n".repeat(800_000));
        assertThat(refusedWithin("256m", scalar)).contains("UNKNOWN_KEY");
    }
}
