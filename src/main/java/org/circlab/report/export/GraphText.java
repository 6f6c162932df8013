package org.circlab.report.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.circlab.report.Decimals;
import org.circlab.report.Json;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Node;
import org.circlab.report.sankey.View;
import org.jspecify.annotations.Nullable;

/** A graph in the formats of text that are not XML. */
final class GraphText {

    private static final double WIDEST = 12;
    /** Signs of SankeyMATIC's text with what looks like them. */
    private static final Map<Integer, String> LOOK_ALIKES = Map.of(
            (int) '[', "(", (int) ']', ")", (int) '#', "\u266F", (int) '\n', " ", (int) '\r', " ", (int) '\t', " ");

    private GraphText() {}

    /** Graphviz: a node a party, an edge a link that carries anything in the view, as thick as what it carries. */
    static String dot(FlowGraph graph, View view) {
        StringBuilder text = new StringBuilder("digraph {\n  graph [rankdir=LR];\n  node [shape=box];\n");
        for (Node node : graph.nodes()) {
            text.append("  " + quoted(node.id()) + " [label=" + quoted(node.name()) + ", kind="
                    + quoted(node.kind().name().toLowerCase(Locale.ROOT)) + "];\n");
        }
        long most = graph.links().stream().mapToLong(Link::most).max().orElse(1);
        for (Link link : graph.links()) {
            if (view.grams(link) > 0) {
                double width = Math.max(0.1, WIDEST * view.grams(link) / most);
                text.append("  " + quoted(graph.nodes().get(link.from()).id()) + " -> "
                        + quoted(graph.nodes().get(link.to()).id()) + " [label=" + quoted(graph.material(link))
                        + ", material="
                        + quoted(graph.materials().get(link.material()).id())
                        + ", total_t=\"" + Decimals.ofMillionths(view.grams(link)) + "\", t_per_yr=\""
                        + Decimals.of(graph.tonnesPerYear(view.grams(link))) + "\", penwidth=\"" + Decimals.of(width)
                        + "\"];\n");
            }
        }
        return text.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "")
                        .replace("\n", "\\n")
                + '"';
    }

    /** SankeyMATIC: a line a link, in tonnes a year. */
    static String sankeyMatic(FlowGraph graph, View view) {
        StringBuilder text = new StringBuilder("// Paste into the box of sankeymatic.com. Tonnes a year.\n");
        for (Link link : graph.links()) {
            if (view.grams(link) > 0) {
                text.append("// " + plain(graph.material(link)) + "\n"
                        + plain(graph.nodes().get(link.from()).name()) + " ["
                        + Decimals.exact(graph.tonnesPerYear(view.grams(link))).toPlainString() + "] "
                        + plain(graph.nodes().get(link.to()).name()) + "\n");
            }
        }
        return text.toString();
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.strip().codePoints().forEach(c -> plain.append(LOOK_ALIKES.getOrDefault(c, Character.toString(c))));
        boolean isCommand = !plain.isEmpty() && ":/'".indexOf(plain.charAt(0)) >= 0;
        return isCommand ? "\u00b7" + plain : plain.toString();
    }

    /**
     * GeoJSON (RFC 7946): a point a party, a line a link. What has no place has no geometry, but is there, so that masses add up.
     */
    static String geoJson(FlowGraph graph) {
        List<Object> features = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("id", node.id());
            properties.put("name", node.name());
            properties.put("kind", node.kind().name().toLowerCase(Locale.ROOT));
            features.add(feature(geometry("Point", at(node)), properties));
        }
        for (Link link : graph.links()) {
            Node from = graph.nodes().get(link.from());
            Node to = graph.nodes().get(link.to());
            boolean placed = from.place() != null && to.place() != null;
            features.add(feature(
                    geometry("LineString", placed ? new Object[] {at(from), at(to)} : null), link(graph, link)));
        }
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        return Json.text(collection);
    }

    private static Object @Nullable [] at(Node node) {
        return node.place() == null
                ? null
                : new Object[] {
                    Decimals.exact(node.place().longitude()),
                    Decimals.exact(node.place().latitude())
                };
    }

    private static Map<String, @Nullable Object> feature(@Nullable Object geometry, Map<String, Object> properties) {
        Map<String, @Nullable Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("geometry", geometry);
        feature.put("properties", properties);
        return feature;
    }

    private static @Nullable Object geometry(String type, Object @Nullable [] coordinates) {
        if (coordinates == null) {
            return null;
        }
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("type", type);
        geometry.put("coordinates", coordinates);
        return geometry;
    }

    /** The graph as it is. */
    static String json(FlowGraph graph) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sides", graph.sides());
        document.put("years_in_all", Decimals.exact(graph.yearsInAll()));
        List<Object> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("id", node.id());
            object.put("name", node.name());
            object.put("kind", node.kind().name().toLowerCase(Locale.ROOT));
            if (node.place() != null) {
                object.put("latitude", Decimals.exact(node.place().latitude()));
                object.put("longitude", Decimals.exact(node.place().longitude()));
            }
            nodes.add(object);
        }
        document.put("nodes", nodes);
        document.put(
                "links", graph.links().stream().map(link -> link(graph, link)).toList());
        return Json.text(document);
    }

    private static Map<String, Object> link(FlowGraph graph, Link link) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from", graph.nodes().get(link.from()).id());
        object.put("to", graph.nodes().get(link.to()).id());
        object.put("material", graph.materials().get(link.material()).id());
        object.put("material_name", graph.material(link));
        for (int side = 0; side < link.grams().size(); side++) {
            object.put(Sides.word(side) + "_total_t", Sides.tonnes(link.grams(side)));
            object.put(Sides.word(side) + "_t_per_yr", Decimals.exact(graph.tonnesPerYear(link.grams(side))));
        }
        return object;
    }
}
