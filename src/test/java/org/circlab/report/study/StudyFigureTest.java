package org.circlab.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.circlab.experiment.Progress;
import org.circlab.experiment.study.Answer;
import org.circlab.experiment.study.Designs;
import org.circlab.experiment.study.Evaluator;
import org.circlab.experiment.study.Shipment;
import org.circlab.experiment.study.StudyException;
import org.circlab.experiment.study.StudyPlan;
import org.circlab.experiment.study.StudyRun;
import org.circlab.experiment.study.StudyStore;
import org.circlab.experiment.study.Threads;
import org.circlab.scenario.Snapshot;
import org.circlab.score.Measure;
import org.circlab.score.Sense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Figures of studies whose answers are plain sums: of the tax, of 100 for each letter of the rule, and of the replication. */
class StudyFigureTest {

    private static final List<Measure> INDICATORS = List.of(
            new Measure("cost", "Cost", "EUR/yr", Sense.LOWER_IS_BETTER, "test", "by hand", ""),
            new Measure("none", "Nothing", "t", Sense.NEITHER, "test", "by hand", ""));

    /** Refuses a tax below 0. */
    private static final Evaluator SUMS = task -> {
        double tax = Double.parseDouble(task.sets().get(0).replaceAll("[^\\d.-]", ""));
        if (tax < 0) {
            return new Answer.Refused(List.of("below 0"));
        }
        double cost = tax + 100 * task.sets().get(1).replace("rule=", "").length() + task.replication();
        return new Answer.Values(List.of(cost, Double.NaN), List.of(0.0, Double.NaN));
    };

    @TempDir
    Path folder;

    private StudyStore store(int replications, List<List<String>> rows, String... variants) {
        List<StudyPlan.Variant> planned = IntStream.range(0, variants.length)
                .mapToObj(i -> new StudyPlan.Variant(variants[i], i, "text", "hash"))
                .toList();
        Shipment shipment = new Shipment(new Snapshot("lab.yaml", List.of()), List.of(), 1, List.of("cost", "none"));
        StudyPlan plan = new StudyPlan(
                "s",
                "1.0",
                "lab",
                shipment,
                Designs.listed(List.of("tax", "rule"), rows),
                planned,
                INDICATORS,
                replications,
                List.of());
        StudyStore store = StudyStore.open(folder.resolve("s.db"), plan);
        StudyRun.run(store, plan, new Threads(1, unused -> SUMS), Progress.NONE);
        return store;
    }

    private static List<List<String>> rows(List<String> rules, double... taxes) {
        List<List<String>> rows = new ArrayList<>();
        for (double tax : taxes) {
            rules.forEach(rule -> rows.add(List.of(tax + " EUR/t", rule)));
        }
        return rows;
    }

    /** Of replications 1 and 2 the mean is 1.5, and Student's t of one degree of freedom 12.706: the half-width is 6.353. */
    @Test
    void linesAreTheMeansOfTheirPoints() {
        try (StudyStore store = store(2, rows(List.of("a", "bb"), 30, -5, 10), "v")) {
            StudyLines lines = StudyLines.of(store, "cost", null);
            assertThat(lines.title()).isEqualTo("Cost, EUR/yr, difference to business as usual");
            assertThat(lines.over()).isEqualTo("tax [EUR/t]");
            assertThat(lines.lines()).extracting(StudyLines.Line::name).containsExactly("a", "bb");
            List<StudyLines.Point> points = lines.lines().get(1).points();
            assertThat(points).extracting(StudyLines.Point::at).containsExactly(10.0, 30.0);
            assertThat(points).extracting(StudyLines.Point::mean).containsExactly(211.5, 231.5);
            assertThat(points.get(0).low()).isCloseTo(211.5 - 6.353, within(1e-3));
            assertThat(points.get(0).high()).isCloseTo(211.5 + 6.353, within(1e-3));
            assertThat(StudyLines.of(store, "cost", "tax")).isEqualTo(lines);
        }
    }

    @Test
    void variantsAreNamedWhereThereAreSeveral() {
        try (StudyStore store = store(1, rows(List.of("a", "b"), 1, 2), "v", "w")) {
            assertThat(StudyLines.of(store, "cost", null).lines())
                    .extracting(StudyLines.Line::name)
                    .containsExactly("v, a", "w, a", "v, b", "w, b");
            StudyLines.Point alone =
                    StudyLines.of(store, "cost", null).lines().get(0).points().get(0);
            assertThat(alone.low()).as("of one run chance is not known").isEqualTo(alone.mean());
            assertThat(alone.high()).isEqualTo(alone.mean());
        }
    }

    @Test
    void whatCannotBeDrawnIsTold() {
        List<String> nine = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
        try (StudyStore store = store(1, rows(nine, 1, 2), "v")) {
            assertThatThrownBy(() -> StudyLines.of(store, "cost", null))
                    .isInstanceOf(StudyException.class)
                    .hasMessageContaining("more than 8 lines");
            assertThatThrownBy(() -> StudyLines.of(store, "cost", "rule"))
                    .isInstanceOf(StudyException.class)
                    .hasMessage("'rule' is no factor of numbers; the study varies tax, rule");
            assertThatThrownBy(() -> StudyLines.of(store, "none", null))
                    .isInstanceOf(StudyException.class)
                    .hasMessageContaining("no value of 'none'");
        }
    }

    private static Document read(String svg) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(Document figure, String tag) {
        NodeList found = figure.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static double[] numbers(String path) {
        return List.of(path.replaceAll("[^\\d.-]+", " ").strip().split(" ", -1)).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The places of a line in the figure are those of its numbers on the scales, whose ends are read off the axes. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 7, -4000, 1e6, 12_345.678})
    void placesAreThoseOfTheNumbers(double shift) {
        List<StudyLines.Point> points = List.of(
                new StudyLines.Point(2, shift + 1, shift - 1, shift + 3),
                new StudyLines.Point(3, shift + 9, shift + 8, shift + 10),
                new StudyLines.Point(6, shift - 5, shift - 5, shift - 5));
        Document figure = read(StudyFigure.svg(
                new StudyLines("A < B", "x [t]", List.of(new StudyLines.Line("\"one\" & only", points, List.of())))));
        assertThat(elements(figure, "text"))
                .extracting(Element::getTextContent)
                .contains("A < B", "x [t]", "\"one\" & only", "2", "3", "6");
        double[] line = elements(figure, "path").stream()
                .filter(path -> path.getAttribute("stroke").equals("#0072B2"))
                .map(path -> numbers(path.getAttribute("d")))
                .filter(numbers -> numbers.length == 8)
                .findFirst()
                .orElseThrow();
        assertThat((line[4] - line[0]) / (line[6] - line[0])).isCloseTo(0.25, within(1e-3));
        assertThat((line[5] - line[1]) / (line[7] - line[1])).isCloseTo(8 / -6.0, within(1e-2));
        double[] band = elements(figure, "path").stream()
                .filter(path -> path.hasAttribute("fill-opacity"))
                .map(path -> numbers(path.getAttribute("d")))
                .findFirst()
                .orElseThrow();
        double unit = (line[1] - line[5]) / 8;
        assertThat(band[1]).as("the upper end").isCloseTo(line[1] - 2 * unit, within(0.05));
        assertThat(band[band.length - 1]).as("the lower end").isCloseTo(line[1] + 2 * unit, within(0.05));
        for (Element text : elements(figure, "text")) {
            assertThat(Double.parseDouble(text.getAttribute("x"))).isBetween(0.0, 640.0);
            assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, 420.0);
        }
    }

    /** Numbers far from 0 that differ little, on both scales. */
    @Test
    void noTwoTicksReadTheSame() {
        List<StudyLines.Point> points = IntStream.range(0, 30)
                .mapToObj(i -> 1_000_000 + i * 0.1)
                .map(at -> new StudyLines.Point(at, -5e6 + at / 1e6, -5e6 + at / 1e6, -5e6 + at / 1e6))
                .toList();
        Document figure =
                read(StudyFigure.svg(new StudyLines("t", "x", List.of(new StudyLines.Line("far", points, List.of())))));
        List<String> words =
                elements(figure, "text").stream().map(Element::getTextContent).toList();
        assertThat(words).doesNotHaveDuplicates().contains("1 000 000", "1 000 002.9", "-4 999 999.000000");
    }

    /** Nothing leads across a value that is left out; a point between two such is drawn alone. */
    @Test
    void linesBreakWhereSomethingIsLeftOut() {
        List<StudyLines.Point> points = IntStream.of(1, 2, 4, 6, 7)
                .mapToObj(at -> new StudyLines.Point(at, at, at - 1, at + 1))
                .toList();
        StudyLines.Line line = new StudyLines.Line("l", points, List.of(0.0, 3.0, 5.0, 7.0));
        assertThat(line.pieces()).extracting(List::size).containsExactly(2, 1, 2);
        Document figure = read(StudyFigure.svg(new StudyLines("t", "x", List.of(line))));
        List<String> paths = elements(figure, "path").stream()
                .map(path -> path.getAttribute("d"))
                .filter(path -> path.split("M", -1).length == 4)
                .toList();
        assertThat(paths).as("band and line").hasSize(2);
        double[] drawn = numbers(paths.get(1));
        // Of 1 to 7 the 4 is halfway; each piece moves to its first point and draws to all.
        assertThat((drawn[6] + drawn[10]) / 2).isCloseTo((drawn[0] + drawn[drawn.length - 2]) / 2, within(0.1));
    }

    @Test
    void whatIsRefusedIsLeftOut() {
        try (StudyStore store = store(1, rows(List.of("a"), -20, -5, 10), "v")) {
            StudyLines.Line line = StudyLines.of(store, "cost", null).lines().get(0);
            assertThat(line.points()).extracting(StudyLines.Point::at).containsExactly(10.0);
            assertThat(line.without()).containsExactly(-20.0, -5.0);
        }
    }

    @Test
    void whatNeverChangesIsALevelLine() {
        List<StudyLines.Point> points = IntStream.range(0, 40)
                .mapToObj(i -> new StudyLines.Point(i, 5, 5, 5))
                .toList();
        Document figure = read(
                StudyFigure.svg(new StudyLines("t", "x", List.of(new StudyLines.Line("level", points, List.of())))));
        List<String> words =
                elements(figure, "text").stream().map(Element::getTextContent).toList();
        assertThat(words).contains("0", "39").hasSizeLessThan(20);
        assertThat(figure.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 640 420");
    }
}
