package org.circlab.report.export;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.circlab.model.Place;
import org.circlab.report.Decimals;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Node;
import org.circlab.report.svg.Markup;

/** A graph as GraphML and as GEXF. Parallel edges are different materials; the weight is what the variant carries. */
final class GraphXml {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private GraphXml() {}

    /** GraphML 1.0 (graphml.graphdrawing.org), for yEd, igraph, NetworkX and others. */
    static String graphMl(FlowGraph graph) {
        StringBuilder text = new StringBuilder(HEAD + "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        attributesOf(new Node("", "", Node.Kind.ACTOR, new Place(0, 0)))
                .forEach((name, value) -> key(text, "node", name, value));
        attributesOf(graph, sample(graph)).forEach((name, value) -> key(text, "edge", name, value));
        text.append("<graph edgedefault=\"directed\">\n");
        for (int i = 0; i < graph.nodes().size(); i++) {
            text.append("<node id=\"n" + i + "\">");
            attributesOf(graph.nodes().get(i)).forEach((name, value) -> data(text, "node", name, value));
            text.append("</node>\n");
        }
        for (int i = 0; i < graph.links().size(); i++) {
            Link link = graph.links().get(i);
            text.append("<edge id=\"e" + i + "\" source=\"n" + link.from() + "\" target=\"n" + link.to() + "\">");
            attributesOf(graph, link).forEach((name, value) -> data(text, "edge", name, value));
            text.append("</edge>\n");
        }
        return text.append("</graph>\n</graphml>\n").toString();
    }

    /** GEXF 1.3 (gexf.net), for Gephi. */
    static String gexf(FlowGraph graph) {
        StringBuilder text = new StringBuilder(HEAD + "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                + "<graph defaultedgetype=\"directed\">\n<attributes class=\"node\">\n");
        attributesOf(new Node("", "", Node.Kind.ACTOR, new Place(0, 0)))
                .forEach((name, value) -> attribute(text, name, value));
        text.append("</attributes>\n<attributes class=\"edge\">\n");
        attributesOf(graph, sample(graph)).forEach((name, value) -> attribute(text, name, value));
        text.append("</attributes>\n<nodes>\n");
        for (int i = 0; i < graph.nodes().size(); i++) {
            Node node = graph.nodes().get(i);
            text.append("<node id=\"n" + i + "\" label=\"" + Markup.data(node.name()) + "\"><attvalues>");
            attributesOf(node).forEach((name, value) -> attributeValue(text, name, value));
            text.append("</attvalues></node>\n");
        }
        text.append("</nodes>\n<edges>\n");
        for (int i = 0; i < graph.links().size(); i++) {
            Link link = graph.links().get(i);
            text.append("<edge id=\"e" + i + "\" source=\"n" + link.from() + "\" target=\"n" + link.to() + "\" label=\""
                    + Markup.data(graph.material(link)) + "\" weight=\""
                    + Decimals.of(graph.tonnesPerYear(link.grams(0))) + "\"><attvalues>");
            attributesOf(graph, link).forEach((name, value) -> attributeValue(text, name, value));
            text.append("</attvalues></edge>\n");
        }
        return text.append("</edges>\n</graph>\n</gexf>\n").toString();
    }

    private static Map<String, Object> attributesOf(Node node) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("party", node.id());
        attributes.put("name", node.name());
        attributes.put("kind", node.kind().name().toLowerCase(Locale.ROOT));
        if (node.place() != null) {
            attributes.put("latitude", node.place().latitude());
            attributes.put("longitude", node.place().longitude());
        }
        return attributes;
    }

    private static Map<String, Object> attributesOf(FlowGraph graph, Link link) {
        boolean none = graph.materials().isEmpty();
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(
                "material", none ? "" : graph.materials().get(link.material()).id());
        attributes.put("material_name", none ? "" : graph.material(link));
        for (int side = 0; side < link.grams().size(); side++) {
            attributes.put(Sides.word(side) + "_t_per_yr", graph.tonnesPerYear(link.grams(side)));
            attributes.put(Sides.word(side) + "_total_t", Decimals.ofMillionths(link.grams(side)));
        }
        return attributes;
    }

    /** Any link, for the names and types of attributes. */
    private static Link sample(FlowGraph graph) {
        return new Link(0, 0, 0, graph.sides().stream().map(side -> 0L).toList());
    }

    private static void key(StringBuilder text, String kind, String name, Object value) {
        text.append("<key id=\"" + kind + '_' + name + "\" for=\"" + kind + "\" attr.name=\"" + name + "\" attr.type=\""
                + type(value) + "\"/>\n");
    }

    private static void data(StringBuilder text, String kind, String name, Object value) {
        text.append("<data key=\"" + kind + '_' + name + "\">" + word(value) + "</data>");
    }

    private static void attribute(StringBuilder text, String name, Object value) {
        text.append("<attribute id=\"" + name + "\" title=\"" + name + "\" type=\"" + type(value) + "\"/>\n");
    }

    private static void attributeValue(StringBuilder text, String name, Object value) {
        text.append("<attvalue for=\"" + name + "\" value=\"" + word(value) + "\"/>");
    }

    private static String type(Object value) {
        return value instanceof Double ? "double" : "string";
    }

    private static String word(Object value) {
        return value instanceof Double number ? Decimals.exact(number).toPlainString() : Markup.data(value.toString());
    }
}
