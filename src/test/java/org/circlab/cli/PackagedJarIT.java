package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar on its own, copied to an empty folder, as somebody who was handed it would use it. */
class PackagedJarIT {

    private static final Path JAR = Path.of(System.getProperty("circlab.jar", "target/circlab.jar"));

    @TempDir
    Path folder;

    private record Answer(int code, String out, String err) {}

    @Test
    void runsTheMainJob() throws Exception {
        Files.copy(Path.of("scenarios/velenje.yaml"), folder.resolve("velenje.yaml"));
        Answer answer = call("run", "velenje.yaml", "--replications", "2");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("Šaleška", "WHAT CHANGES", "FOR WHOM", "HOW SURE");
        try (Stream<Path> results = Files.list(folder.resolve("results/velenje/symbiosis"))) {
            assertThat(results.map(path -> path.getFileName().toString()))
                    .contains("run.json", "scenario.yaml", "indicators.csv", "flows.csv", "baseline");
        }
    }

    @Test
    void saysWhereAScenarioIsWrong() throws Exception {
        Files.writeString(folder.resolve("broken.yaml"), "circlab: 1\nid: x\nnmae: X\n");
        Answer answer = call("run", "broken.yaml");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("broken.yaml:3:1", "nmae", "Maybe 'name'?");
        assertThat(answer.err()).doesNotContain("Exception", "\tat ");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void namesItsVersion() throws Exception {
        Answer answer = call("--version");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).matches("circlab \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void refusesWrongUsage() throws Exception {
        assertThat(call("rum").code()).isEqualTo(2);
    }

    @Test
    void bringsTheLicenceOfEveryLibraryInIt() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> classes = jar.stream()
                    .map(entry -> entry.getName().replaceFirst("META-INF/versions/\\d+/", ""))
                    .filter(name -> name.endsWith(".class") && !name.startsWith("org/circlab/"))
                    .toList();
            assertThat(classes)
                    .hasSizeGreaterThan(1000)
                    .as("a library that LicencesTest does not know needs its licence")
                    .allMatch(name ->
                            LicencesTest.LIBRARIES.stream().anyMatch(library -> name.startsWith(library.packages())));
            for (LicencesTest.Library library : LicencesTest.LIBRARIES) {
                assertThat(jar.getEntry(library.licence())).as(library.name()).isNotNull();
            }
            String notices = new String(
                    jar.getInputStream(jar.getEntry("META-INF/NOTICE")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(notices).contains("Commons Math", "Jackson JSON processor");
        }
    }

    private Answer call(String... args) throws IOException, InterruptedException {
        Path jar = folder.resolve("circlab.jar");
        if (!Files.exists(jar)) {
            Files.copy(JAR, jar);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", "circlab.jar"));
        command.addAll(List.of(args));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("ends in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Answer(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
