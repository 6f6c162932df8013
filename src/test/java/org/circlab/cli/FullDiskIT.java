package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar where the system takes only the first part of a file, by the limit of the shell on the size of files. */
class FullDiskIT {

    private static final Path JAR = Path.of(System.getProperty("circlab.jar", "target/circlab.jar"));
    private static final int WITHOUT_LIMIT = -1;
    private static final String RUN =
            "run lab.yaml --replications 2 --threads 1 --set horizon.length=60d --set horizon.warm-up=0d --seed ";

    @TempDir
    Path folder;

    private record Answer(int code, String out, List<String> err) {}

    /** Limits below the largest file stop one file or another in the middle. */
    @Test
    void aResultIsWrittenWholeOrNotAtAll() throws Exception {
        assertThat(call(WITHOUT_LIMIT, "new lab.yaml --pilot organic").code()).isZero();
        assertThat(call(WITHOUT_LIMIT, RUN + 1).code()).isZero();
        Map<Path, String> before = contents();
        long largest = before.values().stream().mapToLong(String::length).max().orElseThrow();
        for (int kilobytes = 1; kilobytes < largest / 1024; kilobytes++) {
            Answer refused = call(kilobytes, RUN + 2);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).singleElement().asString().contains("cannot write results: ", "--out");
            assertThat(contents()).isEqualTo(before);
        }
        assertThat(call(WITHOUT_LIMIT, RUN + 2).err()).isEmpty();
        assertThat(contents()).hasSameSizeAs(before).isNotEqualTo(before);
    }

    @Test
    void aStartingFileIsWrittenWholeOrNotAtAll() throws Exception {
        Answer refused = call(1, "new lab.yaml --pilot organic");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).singleElement().asString().contains("lab.yaml cannot be written: ");
        assertThat(folder.resolve("lab.yaml")).doesNotExist();
        assertThat(call(WITHOUT_LIMIT, "new lab.yaml --pilot organic").err()).isEmpty();
        assertThat(call(1, "new lab.yaml --pilot organic").err())
                .singleElement()
                .asString()
                .contains("there already");
        assertThat(folder.resolve("lab.yaml")).isNotEmptyFile();
    }

    /** Both ways of writing, text and a workbook; what was there before stays. */
    @ParameterizedTest
    @ValueSource(strings = {"svg", "xlsx"})
    void anExportIsWrittenWholeOrNotAtAll(String format) throws Exception {
        assertThat(call(WITHOUT_LIMIT, "new lab.yaml --pilot organic").code()).isZero();
        assertThat(call(WITHOUT_LIMIT, RUN + 1).code()).isZero();
        Path file = folder.resolve("flows." + format);
        Files.writeString(file, "of yesterday");
        String export = "export results/lab --to " + format + " --out " + file.getFileName();
        List<Path> before = names();
        Answer refused = call(1, export);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).singleElement().asString().contains("flows." + format);
        assertThat(file).hasContent("of yesterday");
        assertThat(names()).as("nothing half-written beside it").isEqualTo(before);
        assertThat(call(WITHOUT_LIMIT, export).err()).isEmpty();
        assertThat(Files.size(file)).isGreaterThan(1024);
        assertThat(names()).isEqualTo(before);
    }

    private List<Path> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private Answer call(int kilobytes, String arguments) throws IOException, InterruptedException {
        String limit = kilobytes == WITHOUT_LIMIT ? "" : "ulimit -f " + kilobytes + "; ";
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        limit + "exec \"$0\" -XX:-UsePerfData -jar \"$1\" " + arguments,
                        java,
                        JAR.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int code = process.waitFor();
        return new Answer(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readAllLines(err, StandardCharsets.UTF_8));
    }

    /** All files of results, hidden ones too. */
    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }
}
