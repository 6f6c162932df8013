package org.circlab.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shape in brief is the same shape, to a twentieth of a pixel, however long it is. */
class ShapeTest {

    private static final double HALF_A_TENTH = 0.05 + 1e-9;

    @Test
    void byHand() {
        Shape shape = Shape.brief().move(1.04, 2).line(3, 2).line(3, -0.5).line(4.26, 0.5);
        shape.line(4, 0.75).curve(4, 1, 5, 1, 5, 2).line(5.01, 2).close();
        assertThat(shape.text()).isEqualTo("M1 2h2v-2.5l1.3 1-0.3 0.3c0 0.2 1 0.2 1 1.2Z");
        assertThat(new Shape().move(1.044, 2).line(3, 2).close().text()).isEqualTo("M1.04 2L3 2Z");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPointIsWhereItIsInFull(long seed) {
        Random random = new Random(seed);
        Shape brief = Shape.brief().move(10, 20);
        List<Double> expected = new ArrayList<>(List.of(10.0, 20.0));
        double x = 10;
        double y = 20;
        for (int i = 0; i < 2000; i++) {
            double toX = random.nextInt(3) == 0 ? x : x + random.nextGaussian() * 30;
            double toY = random.nextInt(3) == 0 ? y : y + random.nextGaussian() * 30;
            if (random.nextBoolean()) {
                brief.curve((x + toX) / 2, y, (x + toX) / 2, toY, toX, toY);
                expected.addAll(List.of((x + toX) / 2, y, (x + toX) / 2, toY, toX, toY));
            } else {
                brief.line(toX, toY);
                if (Math.round(10 * toX) != Math.round(10 * x) || Math.round(10 * toY) != Math.round(10 * y)) {
                    expected.addAll(List.of(toX, toY));
                }
            }
            x = toX;
            y = toY;
        }
        List<Double> drawn = points(brief.close().text());
        assertThat(drawn).hasSameSizeAs(expected);
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(Math.abs(drawn.get(i) - expected.get(i))).isLessThanOrEqualTo(HALF_A_TENTH);
        }
    }

    /** Every point of a path, control points among them, as the grammar of SVG reads it. */
    private static List<Double> points(String path) {
        List<Double> points = new ArrayList<>();
        Matcher command = Pattern.compile("([Mhvlc])([^A-Za-z]*)").matcher(path);
        double x = 0;
        double y = 0;
        while (command.find()) {
            double[] n = Pattern.compile("-?[0-9.]+")
                    .matcher(command.group(2))
                    .results()
                    .mapToDouble(each -> Double.parseDouble(each.group()))
                    .toArray();
            char letter = command.group(1).charAt(0);
            int pairs = letter == 'c' ? 3 : 1;
            int step = letter == 'h' || letter == 'v' ? 1 : 2 * pairs;
            for (int i = 0; i < n.length; i += step) {
                double byX = 0;
                double byY = 0;
                for (int pair = 0; pair < pairs; pair++) {
                    byX = letter == 'v' ? 0 : n[i + 2 * pair];
                    byY = letter == 'h' ? 0 : letter == 'v' ? n[i] : n[i + 2 * pair + 1];
                    points.add(x + byX);
                    points.add(y + byY);
                }
                x += byX;
                y += byY;
            }
        }
        return points;
    }
}
