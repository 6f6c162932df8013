package org.circlab.report.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Pattern;
import org.circlab.model.Place;
import org.junit.jupiter.api.Test;

class LabMapTest {

    private static final LabMap.Spot FORLI = new LabMap.Spot("Forlì", new Place(44.2, 12.0), 400, 100, "400 & 100");
    private static final LabMap.Spot TIRANA = new LabMap.Spot("Tirana", new Place(41.3, 19.8), 100, 0, "100");

    private static double[] numbers(String svg, String kind, String attribute) {
        return Pattern.compile("<circle class=\"" + kind + "\"[^>]* " + attribute + "=\"([0-9.]+)\"")
                .matcher(svg)
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .toArray();
    }

    @Test
    void areasAreAmountsOfOneScale() {
        String svg = LabMap.element(List.of(TIRANA, FORLI));
        double[] rings = numbers(svg, "ring", "r");
        double[] discs = numbers(svg, "disc", "r");
        assertThat(rings[0] * rings[0] / (rings[1] * rings[1]))
                .as("the largest first")
                .isCloseTo(4, within(0.01));
        assertThat(discs[0] * discs[0] / (rings[0] * rings[0])).isCloseTo(0.25, within(0.01));
        assertThat(discs[1]).isZero();
    }

    @Test
    void westIsLeftAndNorthIsUp() {
        String svg = LabMap.element(List.of(FORLI, TIRANA));
        double[] x = numbers(svg, "ring", "cx");
        double[] y = numbers(svg, "ring", "cy");
        assertThat(x[0]).isLessThan(x[1]);
        assertThat(y[0]).isLessThan(y[1]);
    }

    @Test
    void wordsAreShownAndNeverRun() {
        assertThat(LabMap.element(List.of(FORLI))).contains("<title>Forlì: 400 &amp; 100</title>", ">Forlì</text>");
        assertThat(LabMap.element(List.of(new LabMap.Spot("<b>", new Place(1, 1), 0, 0, "nothing"))))
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
    }
}
