package org.circlab.report.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.circlab.model.Place;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Node;
import org.circlab.report.sankey.View;
import org.circlab.report.svg.TextWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FlowMapTest {

    private static final List<View> VIEWS = List.of(View.of(0), View.of(1), new View(0, 1));

    /** Actors around Velenje, some at one place, and one party outside. */
    private static FlowGraph random(int actors, long seed) {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < actors; i++) {
            Place place = i > 0 && i % 5 == 0
                    ? nodes.get(i - 1).place()
                    : new Place(46.3 + 0.4 * random.nextGaussian(), 15.1 + 0.6 * random.nextGaussian());
            nodes.add(new Node("a" + i, "Actor of the valley " + i, Node.Kind.ACTOR, place));
        }
        nodes.add(new Node("export", "Sold", Node.Kind.OUTSIDE));
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 3 * actors; i++) {
            List<Long> grams = List.of((long) random.nextInt(1 << 30), (long) random.nextInt(1 << 30));
            links.add(new Link(random.nextInt(actors), random.nextInt(actors + 1), 0, grams));
        }
        return new FlowGraph(List.of("with", "without"), nodes, List.of(new FlowGraph.Named("m", "M")), links, 1);
    }

    private static List<Element> elements(String svg, String name) {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
            NodeList found = document.getElementsByTagName(name);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                elements.add((Element) found.item(i));
            }
            return elements;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12, 30, 90})
    void arcsCarryExactlyWhatMovesBetweenPlaces(int actors) {
        FlowGraph graph = random(actors, actors);
        List<String> maps = FlowMap.elements(graph, VIEWS, FlowMap.most(graph));
        for (int side = 0; side < 2; side++) {
            int shown = side;
            long between = graph.links().stream()
                    .filter(link -> graph.nodes().get(link.to()).place() != null)
                    .filter(link ->
                            !graph.nodes().get(link.from()).equals(graph.nodes().get(link.to())))
                    .filter(link -> !Objects.equals(
                            graph.nodes().get(link.from()).place(),
                            graph.nodes().get(link.to()).place()))
                    .mapToLong(link -> link.grams(shown))
                    .sum();
            assertThat(arcs(maps.get(side))).isEqualTo(between);
        }
        assertThat(arcs(maps.get(2))).isEqualTo(arcs(maps.get(0)) - arcs(maps.get(1)));
    }

    /** Two labs are drawn at the scale of the larger one: widths are tonnes in both, and the widest arc is as wide as on its own. */
    @ParameterizedTest
    @ValueSource(ints = {5, 12, 30})
    void arcsOfOneScaleAreAsWideAsWhatTheyCarry(int actors) {
        FlowGraph large = random(actors, actors);
        FlowGraph small = random(actors, actors + 1L);
        double most = Math.max(FlowMap.most(large), FlowMap.most(small));
        double widest = 0;
        for (FlowGraph graph : List.of(large, small)) {
            for (String map : FlowMap.elements(graph, List.of(View.of(0), View.of(1)), most)) {
                for (Element arc : drawn(map)) {
                    double tonnes = graph.tonnesPerYear(Long.parseLong(arc.getAttribute("data-grams")));
                    assertThat(number(arc, "stroke-width")).isCloseTo(Math.max(0.8, 26 * tonnes / most), within(0.006));
                    widest = Math.max(widest, number(arc, "stroke-width"));
                }
            }
        }
        assertThat(widest).isEqualTo(26);
    }

    /** The key says what an arc as wide as it carries; a difference has one for more and one for less. */
    @ParameterizedTest
    @ValueSource(ints = {5, 12, 30, 90})
    void theKeyIsAsWideAsWhatItSays(int actors) {
        FlowGraph graph = random(actors, actors);
        double most = 3.7 * FlowMap.most(graph);
        List<String> maps = FlowMap.elements(graph, VIEWS, most);
        for (int i = 0; i < VIEWS.size(); i++) {
            List<Element> keys = elements(maps.get(i), "path").stream()
                    .filter(path -> path.getAttribute("class").startsWith("key"))
                    .toList();
            List<String> words = elements(maps.get(i), "text").stream()
                    .map(Element::getTextContent)
                    .filter(text -> text.contains(" t/yr"))
                    .toList();
            assertThat(keys).hasSize(i == 2 ? 2 : 1).hasSameSizeAs(words);
            for (int k = 0; k < keys.size(); k++) {
                double tonnes = Double.parseDouble(words.get(k).replaceAll(" |t/yr.*", ""));
                assertThat(number(keys.get(k), "stroke-width"))
                        .isCloseTo(26 * tonnes / most, within(0.006))
                        .isBetween(10.0, 26.0);
            }
        }
        assertThat(maps.get(2)).contains("t/yr more", "t/yr less");
        assertThat(maps.get(0)).doesNotContain("t/yr more", "t/yr less");
    }

    @Test
    void whereNothingMovesThereIsNoKey() {
        FlowGraph still = of(
                new Node("a", "A", Node.Kind.ACTOR, new Place(46, 15)),
                new Node("b", "B", Node.Kind.ACTOR, new Place(47, 15)));
        assertThat(FlowMap.elements(still, List.of(View.of(0)), FlowMap.most(still))
                        .get(0))
                .doesNotContain("t/yr");
    }

    private static List<Element> drawn(String svg) {
        return elements(svg, "path").stream()
                .filter(path -> path.hasAttribute("data-grams"))
                .toList();
    }

    private static long arcs(String svg) {
        return drawn(svg).stream()
                .mapToLong(path -> Long.parseLong(path.getAttribute("data-grams")))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12, 30, 90})
    void dotsAreInsideAndNamesMeetNeitherNamesNorDots(int actors) {
        FlowGraph graph = random(actors, actors);
        String svg = FlowMap.elements(graph, VIEWS, FlowMap.most(graph)).get(0);
        Element root = elements(svg, "svg").get(0);
        Rectangle2D window = new Rectangle2D.Double(0, 0, number(root, "width"), number(root, "height"));
        List<Rectangle2D> taken = new ArrayList<>();
        for (Element dot : elements(svg, "circle")) {
            taken.add(new Rectangle2D.Double(number(dot, "cx") - 4, number(dot, "cy") - 4, 8, 8));
        }
        assertThat(taken).hasSizeGreaterThanOrEqualTo(actors * 4 / 5 - 1).allMatch(window::contains);
        int dots = taken.size();
        for (Element name : elements(svg, "text")) {
            Rectangle2D box = new Rectangle2D.Double(
                    number(name, "x"), number(name, "y") - 9, TextWidth.of(name.getTextContent(), 12), 11);
            boolean isScale = name.getTextContent().endsWith(" km");
            assertThat(isScale || taken.stream().noneMatch(box::intersects)).isTrue();
            taken.add(box);
        }
        assertThat(taken.size()).isGreaterThan(dots + 1);
    }

    @Test
    void whoStandsAtOnePlaceNeedsNoMap() {
        Node one = new Node("a", "A", Node.Kind.ACTOR, new Place(46, 15));
        Node same = new Node("b", "B", Node.Kind.ACTOR, new Place(46, 15));
        Node other = new Node("c", "C", Node.Kind.ACTOR, new Place(47, 15));
        Node nowhere = new Node("d", "D", Node.Kind.ACTOR);
        assertThat(FlowMap.isPossible(of(one, same, nowhere))).isFalse();
        assertThat(FlowMap.isPossible(of(one, same, other))).isTrue();
    }

    @Test
    void aSiteIsNamedWhereNoActorOfThePlaceIs() {
        Place town = new Place(46, 15);
        Place hill = new Place(46.3, 15.2);
        List<Node> nodes = List.of(
                new Node("town", "Town", Node.Kind.ACTOR, town),
                new Node("town/disposal", "Disposal at Town", Node.Kind.SITE, town),
                new Node("tip/disposal", "Disposal at the tip", Node.Kind.SITE, hill));
        FlowGraph graph = new FlowGraph(
                List.of("with", "without"),
                nodes,
                List.of(new FlowGraph.Named("m", "M")),
                List.of(new Link(0, 2, 0, List.of(5L, 7L))),
                1);
        String svg = FlowMap.elements(graph, VIEWS, 1).get(0);
        assertThat(elements(svg, "circle").stream().map(Element::getTextContent))
                .containsExactlyInAnyOrder("Town", "Disposal at the tip");
        assertThat(elements(svg, "desc").get(0).getTextContent()).startsWith("2 places, and arcs between them: 1.");
    }

    private static FlowGraph of(Node... nodes) {
        return new FlowGraph(List.of("with"), List.of(nodes), List.of(), List.of(), 1);
    }

    /** Trieste and Kotor lie at the coast, Gorizia at a border; in the open Adriatic there is no line. */
    @Test
    void outlinesAreWhereTheyAre() {
        assertThat(nearest(new Place(45.647, 13.755))).isLessThan(0.06);
        assertThat(nearest(new Place(42.425, 18.77))).isLessThan(0.08);
        assertThat(nearest(new Place(45.955, 13.635))).isLessThan(0.06);
        assertThat(nearest(new Place(42.1, 17.0))).isGreaterThan(0.3);
        assertThat(nearest(new Place(64.0, -60.0)))
                .as("Baffin Island and Greenland are there too")
                .isLessThan(6);
    }

    /** Degrees to the nearest point of an outline. */
    private static double nearest(Place place) {
        Projection window = new Projection(
                List.of(
                        new Place(place.latitude() - 3, place.longitude() - 3),
                        new Place(place.latitude() + 3, place.longitude() + 3)),
                500);
        return Outlines.within(window).stream()
                .flatMap(List::stream)
                .mapToDouble(
                        point -> Math.hypot(point.latitude() - place.latitude(), point.longitude() - place.longitude()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Test
    void aKilometreIsAsLongToTheEastAsToTheNorth() {
        Place corner = new Place(46, 14);
        Projection window = new Projection(List.of(corner, new Place(47, 16)), 800);
        double eastKm = 111.2 * StrictMath.cos(StrictMath.toRadians(46.5));
        double east = window.x(new Place(46, 15)) - window.x(corner);
        double north = window.y(corner) - window.y(new Place(47, 14));
        assertThat(east / eastKm).isCloseTo(north / 111.2, withPercentage(0.1));
        assertThat(window.pixelsPerKilometre()).isCloseTo(north / 111.2, withPercentage(1e-9));
    }
}
