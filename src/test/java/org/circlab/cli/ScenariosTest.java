package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every variant of every bundled scenario: no finding, books that close, the same bytes whatever the threads, and indicators
 * that somebody has approved. A changed figure shows as a changed golden file; {@code mvn test -Dtest=ScenariosTest -Dapprove}
 * rewrites them.
 */
class ScenariosTest {

    private static final Path SCENARIOS = Path.of("scenarios");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<Arguments> variants() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (Path file : scenarios()) {
            for (String variant : ScenarioFile.read(file).variants()) {
                all.add(Arguments.of(file, variant));
            }
        }
        return all;
    }

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void isFreeOfFindings(Path file) {
        assertThat(ScenarioFile.read(file).validate()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void givesTheSameBytesAndTheApprovedIndicators(Path file, String variant, @TempDir Path folder) throws IOException {
        Map<String, byte[]> once = run(file, variant, 1, folder.resolve("once"));
        Map<String, byte[]> again = run(file, variant, 2, folder.resolve("again"));
        assertThat(again.keySet()).isEqualTo(once.keySet());
        once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));

        once.forEach((path, bytes) -> {
            if (path.endsWith("/" + variant + "/indicators.csv")) {
                noMeanIsBetterThanItsBound(new String(bytes, StandardCharsets.UTF_8));
            }
        });

        String name = once.keySet().stream()
                .filter(path -> path.endsWith("/" + variant + "/indicators.csv"))
                .findFirst()
                .orElseThrow();
        Path golden = GOLDEN.resolve(name);
        if (System.getProperty("approve") != null) {
            Files.createDirectories(golden.getParent());
            Files.write(golden, once.get(name));
        }
        assertThat(new String(once.get(name), StandardCharsets.UTF_8))
                .as("approve with -Dapprove if the change is meant")
                .isEqualTo(Files.readString(golden));
    }

    private static void noMeanIsBetterThanItsBound(String indicators) {
        for (String dimension : List.of("circularity", "climate", "economy")) {
            String[] scored = row(indicators, "scored-" + dimension);
            String[] bound = row(indicators, "bound-" + dimension);
            double best = Double.parseDouble(bound[3]);
            double rounding = 1e-9 * Math.abs(best);
            assertThat(Double.parseDouble(scored[3])).as(dimension).isGreaterThanOrEqualTo(best - rounding);
            assertThat(Double.parseDouble(scored[6])).as("as usual").isGreaterThanOrEqualTo(best - rounding);
        }
    }

    private static String[] row(String indicators, String id) {
        return indicators
                .lines()
                .filter(line -> line.startsWith(id + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
    }

    private static Map<String, byte[]> run(Path file, String variant, int threads, Path out) throws IOException {
        StringWriter messages = new StringWriter();
        int code = CircLab.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(messages),
                false,
                "run",
                file.toString(),
                "--variant=" + variant,
                "--replications=3",
                "--threads=" + threads,
                "--out=" + out);
        assertThat(code).as(messages.toString()).isZero();
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                contents.put(out.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return contents;
    }
}
