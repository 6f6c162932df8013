package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The lessons state in their comments what was computed by hand, one line a figure: variant, indicator, value, unit. The
 * simulation must give each of them to the last digit that is written there.
 */
class LessonsTest {

    private static final String HEADING = "# EXPECTED";
    private static final Pattern LINE = Pattern.compile("#\\s+(\\S+)\\s+(\\S+)\\s+(-?[0-9.]+)\\s+(\\S+)");
    private static final String AS_USUAL = "as-usual";

    private record Figure(String variant, String indicator, BigDecimal value, String unit) {}

    static List<Path> lessons() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("lesson-"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void givesWhatWasComputedByHand(Path lesson, @TempDir Path folder) throws IOException {
        List<Figure> figures = figures(Files.readAllLines(lesson));
        assertThat(figures).as("figures stated in %s", lesson).hasSizeGreaterThanOrEqualTo(5);
        String any = figures.stream()
                .map(Figure::variant)
                .filter(variant -> !variant.equals(AS_USUAL))
                .findFirst()
                .orElseThrow();
        for (Figure figure : figures) {
            boolean usual = figure.variant().equals(AS_USUAL);
            String[] row = row(lesson, usual ? any : figure.variant(), figure.indicator(), folder);
            BigDecimal found =
                    new BigDecimal(row[usual ? 6 : 3]).setScale(figure.value().scale(), RoundingMode.HALF_EVEN);
            assertThat(found).as("%s in %s", figure, lesson).isEqualByComparingTo(figure.value());
            assertThat(row[2]).as("unit of %s", figure).isEqualTo(figure.unit());
        }
    }

    /** All that the mix bears is matched by hand already; an optimum finds no less, lot by lot and day by day. */
    @ParameterizedTest
    @ValueSource(strings = {"on: arrival", "every: 1 d"})
    void anOptimumBlendsNoLessThanTheLessonDoes(String when, @TempDir Path folder) throws IOException {
        String lesson = Files.readString(Path.of("scenarios/lesson-contaminant.yaml"));
        Path optimal = folder.resolve("lesson-contaminant.yaml");
        Files.writeString(optimal, lesson.replace("rule: cheapest, on: arrival", "rule: optimal, " + when));
        assertThat(Files.readString(optimal)).isNotEqualTo(lesson);
        String[] row = row(optimal, "blended", "exchanged", folder);
        assertThat(new BigDecimal(row[3])).isEqualByComparingTo("6391.875");
    }

    private static List<Figure> figures(List<String> lines) {
        List<Figure> figures = new ArrayList<>();
        boolean reading = false;
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (reading && matcher.matches()) {
                figures.add(new Figure(
                        matcher.group(1), matcher.group(2), new BigDecimal(matcher.group(3)), matcher.group(4)));
            } else {
                reading = line.startsWith(HEADING);
            }
        }
        return figures;
    }

    private static String[] row(Path lesson, String variant, String indicator, Path folder) throws IOException {
        Path out = folder.resolve(variant);
        if (!Files.exists(out)) {
            StringWriter messages = new StringWriter();
            int code = CircLab.run(
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(messages),
                    false,
                    "run",
                    lesson.toString(),
                    "--variant=" + variant,
                    "--replications=2",
                    "--out=" + out);
            assertThat(code).as(messages.toString()).isZero();
        }
        String id = lesson.getFileName().toString().replace(".yaml", "");
        return Files.readAllLines(out.resolve(id).resolve(variant).resolve("indicators.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals(indicator))
                .findFirst()
                .orElseThrow();
    }
}
