package org.circlab.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.circlab.model.Place;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Node;
import org.circlab.report.sankey.View;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each format read back by somebody else's reader: names unharmed and harmless, masses exact. */
class GraphFormatsTest {

    private static final List<String> NAMES = List.of(
            "Smith, Jones & Sons",
            "the \"Blue\" \\ works \\n",
            "two\nlines\tand a tab",
            "=HYPERLINK(\"http://x\",\"y\")",
            "<script>alert('x')</script>]]>",
            "\u05DE\u05E4\u05E2\u05DC \u202Eabc",
            "Χυτήριο Θεσσαλονίκης #4 [old]",
            "// not a comment : \uD83D\uDE9B");

    private static final FlowGraph GRAPH = graph();
    private static final View VARIANT = View.of(0);

    private static FlowGraph graph() {
        List<Node> nodes = new ArrayList<>();
        List<FlowGraph.Named> materials = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            Place place = i < 5 ? new Place(40 + i, 20.5 - i) : null;
            nodes.add(new Node("n-" + i, NAMES.get(i), Node.Kind.ACTOR, place));
            materials.add(new FlowGraph.Named("m-" + i, NAMES.get(NAMES.size() - 1 - i)));
        }
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            links.add(new Link(i, (i * 3 + 1) % NAMES.size(), i, List.of(123_456_789_012_345L + i, 7L * i)));
            links.add(new Link(i, i, i, List.of(0L, 1L + i)));
        }
        return new FlowGraph(List.of("with", "without"), nodes, materials, links, 50);
    }

    private static BigDecimal tonnes(int side) {
        return BigDecimal.valueOf(GRAPH.grams(side), 6);
    }

    @Test
    void graphMlNamesEveryPartyAndCarriesEveryGram() {
        Document document = xml(Format.GRAPHML.text(GRAPH, VARIANT));
        assertThat(texts(document, "data", "node_name")).containsExactlyElementsOf(NAMES);
        assertThat(texts(document, "data", "edge_material_name")).containsAll(NAMES);
        assertThat(sum(texts(document, "data", "edge_variant_total_t"))).isEqualByComparingTo(tonnes(0));
        assertThat(sum(texts(document, "data", "edge_baseline_total_t"))).isEqualByComparingTo(tonnes(1));
        List<String> keys = elements(document, "key").stream()
                .map(key -> key.getAttribute("id"))
                .toList();
        assertThat(elements(document, "data")).allMatch(data -> keys.contains(data.getAttribute("key")));
        assertEndsExist(document);
    }

    @Test
    void gexfNamesEveryPartyAndCarriesEveryGram() {
        Document document = xml(Format.GEXF.text(GRAPH, VARIANT));
        assertThat(elements(document, "node").stream().map(node -> node.getAttribute("label")))
                .containsExactlyElementsOf(NAMES);
        assertThat(sum(values(document, "variant_total_t"))).isEqualByComparingTo(tonnes(0));
        assertThat(sum(values(document, "baseline_total_t"))).isEqualByComparingTo(tonnes(1));
        assertEndsExist(document);
    }

    @Test
    void geoJsonHasLongitudeFirstAndCarriesEveryGramPlacedOrNot() {
        JsonNode features = JsonMapper.shared()
                .readTree(Format.GEOJSON.text(GRAPH, VARIANT))
                .path("features");
        assertThat(features.size()).isEqualTo(NAMES.size() + GRAPH.links().size());
        assertThat(features.get(0).path("geometry").path("coordinates").toString())
                .isEqualTo("[20.5,40]");
        assertThat(features.get(7).path("geometry").isNull()).isTrue();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < features.size(); i++) {
            JsonNode properties = features.get(i).path("properties");
            if (i < NAMES.size()) {
                assertThat(properties.path("name").asString()).isEqualTo(NAMES.get(i));
            } else {
                sum = sum.add(new BigDecimal(properties.path("variant_total_t").asString()));
            }
        }
        assertThat(sum).isEqualByComparingTo(tonnes(0));
        long lines = GRAPH.links().stream()
                .filter(link -> link.from() < 5 && link.to() < 5)
                .count();
        assertThat(features.valueStream()
                        .filter(each ->
                                each.path("geometry").path("type").asString("").equals("LineString")))
                .hasSize((int) lines);
    }

    @Test
    void jsonIsTheGraph() {
        JsonNode document = JsonMapper.shared().readTree(Format.JSON.text(GRAPH, VARIANT));
        assertThat(document.path("nodes")
                        .valueStream()
                        .map(node -> node.path("name").asString()))
                .containsExactlyElementsOf(NAMES);
        assertThat(sum(document.path("links")
                        .valueStream()
                        .map(link -> link.path("baseline_total_t").asString())
                        .toList()))
                .isEqualByComparingTo(tonnes(1));
    }

    /** Graphviz knows one escape inside a quoted word; in labels a backslash and an n are a line end. */
    @Test
    void dotIsWordsInQuotesWithEveryGram() {
        String dot = Format.DOT.text(GRAPH, VARIANT);
        List<String> labels = attributes(dot, "label", line -> !line.contains(" -> "));
        assertThat(labels.stream().map(GraphFormatsTest::label)).containsExactlyElementsOf(NAMES);
        assertThat(sum(attributes(dot, "total_t", line -> true))).isEqualByComparingTo(tonnes(0));
        assertThat(dot.lines().skip(3).filter(line -> !line.equals("}")))
                .allMatch(line -> line.matches(
                        "  (\"([^\"\\\\]|\\\\.)*\"( -> )?)+ \\[([a-z_]+=\"([^\"\\\\]|\\\\.)*\"(, )?)+\\];"));
    }

    private static String label(String quoted) {
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            boolean escape = quoted.charAt(i) == '\\';
            char next = quoted.charAt(escape ? ++i : i);
            label.append(escape && next == 'n' ? '\n' : next);
        }
        return label.toString();
    }

    private static List<String> attributes(String dot, String name, Predicate<String> lines) {
        List<String> found = new ArrayList<>();
        Pattern attribute = Pattern.compile("[\\[ ]" + name + "=\"((?:[^\"\\\\]|\\\\.)*)\"");
        dot.lines().filter(lines).forEach(line -> {
            Matcher matcher = attribute.matcher(line);
            if (matcher.find()) {
                found.add(matcher.group(1));
            }
        });
        return found;
    }

    @Test
    void sankeyMaticHasOneAmountALineAndNoNameIsTakenForACommand() {
        List<String> lines = Format.SANKEYMATIC
                .text(GRAPH, VARIANT)
                .lines()
                .filter(line -> !line.startsWith("//"))
                .toList();
        assertThat(lines)
                .hasSize(NAMES.size())
                .allMatch(line -> line.matches("[^\\[\\]#:/'][^\\[\\]#]* \\[[0-9.]+] [^\\[\\]#]+"));
        BigDecimal perYear =
                sum(lines.stream().map(line -> line.replaceAll(".*\\[|].*", "")).toList());
        assertThat(perYear.doubleValue()).isEqualTo(GRAPH.tonnesPerYear(GRAPH.grams(0)), within(1e-3));
    }

    @Test
    void whatIsShownOfOneViewIsThatView() {
        View difference = new View(0, 1);
        String dot = Format.DOT.text(GRAPH, difference);
        long grams = GRAPH.links().stream()
                .mapToLong(link -> Math.abs(link.grams(0) - link.grams(1)))
                .sum();
        assertThat(sum(attributes(dot, "total_t", line -> true))).isEqualByComparingTo(BigDecimal.valueOf(grams, 6));
    }

    @Test
    void svgIsWellFormedWithSuchNames() {
        Document document = xml(Format.SVG.text(GRAPH, VARIANT));
        assertThat(elements(document, "script")).isEmpty();
        assertThat(elements(document, "title").stream().map(Element::getTextContent))
                .anyMatch(title -> title.startsWith(NAMES.get(4) + ": receives"));
    }

    private static void assertEndsExist(Document document) {
        List<String> ids = elements(document, "node").stream()
                .map(node -> node.getAttribute("id"))
                .toList();
        assertThat(elements(document, "edge"))
                .hasSize(GRAPH.links().size())
                .allMatch(
                        edge -> ids.contains(edge.getAttribute("source")) && ids.contains(edge.getAttribute("target")));
    }

    private static List<String> texts(Document document, String name, String key) {
        return elements(document, name).stream()
                .filter(data -> data.getAttribute("key").equals(key))
                .map(Element::getTextContent)
                .toList();
    }

    private static List<String> values(Document document, String name) {
        return elements(document, "attvalue").stream()
                .filter(value -> value.getAttribute("for").equals(name))
                .map(value -> value.getAttribute("value"))
                .toList();
    }

    private static BigDecimal sum(List<String> numbers) {
        return numbers.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document xml(String text) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
