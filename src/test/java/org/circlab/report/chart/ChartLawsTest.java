package org.circlab.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What every chart keeps to, whatever is drawn. */
class ChartLawsTest {

    private static final double ROUNDED = 0.011;

    /** Charts of 1 to 400 months that begin anywhere in a year, of values over many orders of magnitude, some below 0. */
    static Stream<TimeChart> charts() {
        return IntStream.range(0, 60).mapToObj(ChartLawsTest::chart);
    }

    private static TimeChart chart(int seed) {
        Random random = new Random(seed);
        int months = seed % 6 == 0 ? 1 + seed / 6 : 1 + random.nextInt(400);
        YearMonth first = YearMonth.of(1960 + random.nextInt(100), 1 + random.nextInt(12));
        double size = Math.pow(10, random.nextInt(12) - 3);
        double shift = random.nextInt(3) == 0 ? -size : 0;
        List<Line> lines = new ArrayList<>();
        Line.Look[] looks = Line.Look.values();
        int count = 1 + random.nextInt(looks.length);
        for (int i = 0; i < count; i++) {
            boolean level = looks[i] == Line.Look.LIMIT || random.nextInt(4) == 0;
            double base = random.nextDouble();
            List<Band> points = new ArrayList<>();
            for (int month = 0; month < months; month++) {
                double mean = shift + size * (level ? base : random.nextDouble());
                double wide = level ? 0 : size * random.nextDouble() / 5;
                points.add(new Band(mean, mean - wide, mean + wide));
            }
            lines.add(new Line("Line of Šoštanj & Co " + i, looks[i], points));
        }
        List<YearMonth> all =
                IntStream.range(0, months).mapToObj(first::plusMonths).toList();
        TimeChart.When when = random.nextBoolean() ? TimeChart.When.DURING : TimeChart.When.AT_END;
        return new TimeChart("Chart " + seed, "t a month", all, when, lines);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void noWordsLieOnOthers(TimeChart chart) {
        List<Rectangle2D> words = new Drawing(ChartSvg.element(chart)).words();
        for (int i = 0; i < words.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(words.get(i).intersects(words.get(j)))
                        .as("%s and %s of %s", words.get(i), words.get(j), chart.title())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyMarkAndWordIsInsideTheFrame(TimeChart chart) {
        Drawing drawing = new Drawing(ChartSvg.element(chart));
        assertThat(drawing.words()).allMatch(drawing.frame::contains);
        for (String name : List.of("line", "band", "grid", "zero", "lead")) {
            for (Element path : drawing.elements("path", name)) {
                assertThat(Drawing.points(path)).isNotEmpty().allMatch(p -> drawing.frame.contains(p[0], p[1]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void aLineHasAPointForEachMonthFromLeftToRightInProportionToItsNumbers(TimeChart chart) {
        Drawing drawing = new Drawing(ChartSvg.element(chart));
        double least = chart.values().min().orElseThrow();
        double most = chart.values().max().orElseThrow();
        Axis axis = Axis.covering(least, most, 5);
        List<Element> grid = new ArrayList<>(drawing.elements("path", "grid"));
        grid.addAll(drawing.elements("path", "zero"));
        double top = grid.stream()
                .mapToDouble(each -> Drawing.points(each).get(0)[1])
                .min()
                .orElseThrow();
        double bottom = drawing.elements("path", "zero").stream()
                .filter(each ->
                        Drawing.points(each).get(0)[0] == Drawing.points(each).get(1)[0])
                .mapToDouble(each -> Drawing.points(each).get(0)[1])
                .findFirst()
                .orElse(244);
        for (Line line : chart.lines()) {
            List<double[]> points =
                    Drawing.points(drawing.elements("path", line.look().word()).stream()
                            .filter(each -> each.getAttribute("class").startsWith("line "))
                            .findFirst()
                            .orElseThrow());
            for (int month = 0; month < chart.months().size(); month++) {
                double share = (bottom - points.get(month)[1]) / (bottom - top);
                assertThat(share).isCloseTo(axis.share(line.points().get(month).mean()), within(1e-3));
                assertThat(month == 0 || points.get(month)[0] >= points.get(month - 1)[0] - ROUNDED)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void theBandOfALineIsAroundItAndAPicturesWordsSayItsNumbers(TimeChart chart) {
        Drawing drawing = new Drawing(ChartSvg.element(chart));
        long moving = chart.lines().stream().filter(Line::hasBand).count();
        assertThat(Stream.of(Line.Look.values())
                        .mapToLong(look -> drawing.elements("path", look.word()).stream()
                                .filter(each -> each.getAttribute("class").startsWith("band"))
                                .count())
                        .sum())
                .isEqualTo(moving);
        int months = chart.months().size();
        assertThat(drawing.boxes("hit")).hasSize(months <= 72 ? months : 0);
        assertThat(drawing.document.getElementsByTagName("desc").item(0).getTextContent())
                .contains(chart.lines().get(0).name());
    }

    @Test
    void aLineMustHaveANumberForEachMonth() {
        Line short_ = new Line("short", Line.Look.MAIN, List.of(Band.exactly(1)));
        assertThatThrownBy(() -> new TimeChart(
                        "t",
                        "t",
                        List.of(YearMonth.of(2025, 1), YearMonth.of(2025, 2)),
                        TimeChart.When.DURING,
                        List.of(short_)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 points")
                .hasMessageContaining("2 months");
    }

    @Test
    void aChartOfNothingButZeroAndItsLimitTellsNothing() {
        List<YearMonth> month = List.of(YearMonth.of(2025, 1));
        Line limit = new Line("capacity", Line.Look.LIMIT, List.of(Band.exactly(10)));
        Line empty = new Line("stored", Line.Look.MAIN, List.of(Band.exactly(0)));
        Line full = new Line("stored", Line.Look.MAIN, List.of(new Band(0.1, 0, 1)));
        assertThat(new TimeChart("t", "t", month, TimeChart.When.AT_END, List.of(limit, empty)).tells())
                .isFalse();
        assertThat(new TimeChart("t", "t", month, TimeChart.When.AT_END, List.of(limit, full)).tells())
                .isTrue();
    }
}
