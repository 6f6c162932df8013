package org.circlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.report.chart.ChartStyle;
import org.circlab.report.sankey.SankeyStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast by WCAG 2.2: text 4.5 to 1, lines and marks 3 to 1; the formula is that of its definition of relative luminance. */
class ContrastTest {

    private static final Pattern SCHEME =
            Pattern.compile("(@media \\(prefers-color-scheme:dark\\)\\{)?:root\\{([^}]*)\\}");
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9]+):#([0-9a-f]+)");

    private static String css() {
        try (var in = ReportPage.class.getResourceAsStream("page.css")) {
            return SankeyStyle.COLOURS
                    + SankeyStyle.PAGE
                    + ChartStyle.RULES
                    + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> colours(boolean dark) {
        Map<String, String> colours = new HashMap<>();
        Matcher scheme = SCHEME.matcher(css().replaceAll("@media print\\{:root\\{[^}]*\\}\\}", ""));
        while (scheme.find()) {
            if (dark || scheme.group(1) == null) {
                Matcher colour = COLOUR.matcher(scheme.group(2));
                while (colour.find()) {
                    colours.put(colour.group(1), colour.group(2));
                }
            }
        }
        return colours;
    }

    private static double luminance(String colour) {
        String six = colour.length() == 6 ? colour : colour.replaceAll("(.)", "$1$1");
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(six.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    @Test
    void theFormulaIsThatOfTheStandard() {
        assertThat(contrast("fff", "000000")).isEqualTo(21);
        assertThat(contrast("767676", "ffffff")).isBetween(4.5, 4.6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wordsStandOutFromWhateverTheyLieOn(boolean dark) {
        Map<String, String> colours = colours(dark);
        for (String words : List.of("ink", "soft", "link", "good", "bad")) {
            for (String ground : List.of("paper", "card")) {
                assertThat(contrast(colours.getOrDefault(words, "none"), colours.getOrDefault(ground, "none")))
                        .as("%s on %s, dark %s", words, ground, dark)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void linesAndBarsOfChartsStandOutToo(boolean dark) {
        Map<String, String> colours = colours(dark);
        for (String mark : List.of("more", "less", "soft", "ink", "bad", "bar", "edge")) {
            assertThat(contrast(colours.getOrDefault(mark, "none"), colours.getOrDefault("paper", "none")))
                    .as("%s, dark %s", mark, dark)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void everyColourThatIsUsedIsThereInBothSchemes() {
        Matcher used = Pattern.compile("var\\(--([a-z0-9]+)\\)").matcher(css());
        while (used.find()) {
            assertThat(colours(false)).containsKey(used.group(1));
            assertThat(colours(true)).containsKey(used.group(1));
        }
    }

    /** So that there is nothing to reduce for whoever asks for less motion. */
    @Test
    void nothingMoves() {
        assertThat(css()).doesNotContain("animation", "transition", "@keyframes", "scroll-behavior");
    }
}
