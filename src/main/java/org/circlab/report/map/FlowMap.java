package org.circlab.report.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.circlab.model.Place;
import org.circlab.report.Rounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Node;
import org.circlab.report.sankey.View;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;
import org.circlab.report.svg.TextWidth;

/**
 * The actors of a graph on a map, and what moves between places as arcs: each bends to the left of the way that it runs, and is
 * wider where more moves; a key tells how wide. What stays at one place or leaves the lab has no arc.
 */
public final class FlowMap {

    private static final double WIDTH = 860;
    private static final double WIDEST = 26;
    private static final double THINNEST = 0.8;
    private static final double BEND = 0.18;
    private static final int MOST_NAMES = 60;
    private static final double FONT = 12;
    private static final double KEY_MARGIN = 10;
    private static final double KEY_LENGTH = 22;

    private final FlowGraph graph;
    private final Projection window;
    private final Map<Place, List<String>> names = new LinkedHashMap<>();
    /** What an arc of full width carries, in tonnes a year. */
    private final double most;

    /** What moves from one place to another. */
    private record Way(Place from, Place to) {}

    private FlowMap(FlowGraph graph, double most) {
        this.graph = graph;
        this.window = new Projection(places(graph), WIDTH);
        this.most = most;
        for (Node node : graph.nodes()) {
            Place place = node.place();
            if (place != null && node.kind() == Node.Kind.ACTOR) {
                names.computeIfAbsent(place, any -> new ArrayList<>()).add(node.name());
            }
        }
        for (Node node : graph.nodes()) {
            Place place = node.place();
            if (place != null && node.kind() == Node.Kind.SITE) {
                names.computeIfAbsent(place, any -> new ArrayList<>(List.of(node.name())));
            }
        }
    }

    /** Whether a graph has two actors at least of which it is known where they are. */
    public static boolean isPossible(FlowGraph graph) {
        return places(graph).stream().distinct().count() > 1;
    }

    /** What the way that carries most, on any side, carries in tonnes a year. */
    public static double most(FlowGraph graph) {
        long largest = 0;
        for (int side = 0; side < graph.sides().size(); side++) {
            for (long grams : ways(graph, View.of(side)).values()) {
                largest = Math.max(largest, grams);
            }
        }
        return graph.tonnesPerYear(largest);
    }

    /**
     * The map of each view as an SVG element for a page; all views have the same window and scale.
     *
     * @param graph of which {@link #isPossible} holds
     * @param most what an arc of full width carries in tonnes a year: {@link #most} of this graph, or of the largest among those
     *     that are to be compared
     */
    public static List<String> elements(FlowGraph graph, List<View> views, double most) {
        FlowMap map = new FlowMap(graph, most);
        String land = Outlines.path(map.window);
        return views.stream().map(view -> map.draw(view, land)).toList();
    }

    private static List<Place> places(FlowGraph graph) {
        return graph.nodes().stream().map(Node::place).filter(Objects::nonNull).toList();
    }

    /** In the order of the links. */
    private static Map<Way, Long> ways(FlowGraph graph, View view) {
        Map<Way, Long> grams = new LinkedHashMap<>();
        for (Link link : graph.links()) {
            long change = view.isDifference() ? link.grams(view.side()) - link.grams(view.against()) : view.grams(link);
            Place from = graph.nodes().get(link.from()).place();
            Place to = graph.nodes().get(link.to()).place();
            if (change != 0 && from != null && to != null && !from.equals(to)) {
                grams.merge(new Way(from, to), change, Long::sum);
            }
        }
        grams.values().removeIf(sum -> sum == 0);
        return grams;
    }

    private String draw(View view, String land) {
        String title = Markup.escape("Map: " + view.title(graph));
        StringBuilder text =
                new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sankey map\" role=\"img\"");
        text.append(" aria-label=\"" + title + "\" viewBox=\"0 0 " + n(window.width) + ' ' + n(window.height)
                + "\" width=\"" + n(window.width) + "\" height=\"" + n(window.height) + "\">\n<title>" + title
                + "</title>\n<desc>" + names.size() + " places, and arcs between them: "
                + ways(graph, view).size() + ". What each flow carries is in the table below.</desc>\n");
        text.append("<path class=\"land\" d=\"" + land + "\"/>\n");
        arcs(text, view);
        dots(text);
        text.append(Labels.scaleBar(window));
        keys(text, view);
        return text.append("</svg>\n").toString();
    }

    private void arcs(StringBuilder text, View view) {
        List<Map.Entry<Way, Long>> largestFirst =
                new ArrayList<>(ways(graph, view).entrySet());
        largestFirst.sort(Comparator.comparingLong((Map.Entry<Way, Long> entry) -> -Math.abs(entry.getValue())));
        for (Map.Entry<Way, Long> entry : largestFirst) {
            Way way = entry.getKey();
            long grams = entry.getValue();
            double width = width(graph.tonnesPerYear(Math.abs(grams)));
            String colour = !view.isDifference() ? "arc" : grams > 0 ? "arc more" : "arc less";
            text.append(
                    "<path class=\"" + colour + "\" stroke-width=\"" + n(width) + "\" data-grams=\"" + grams + "\" d=\""
                            + arc(way) + "\"><title>"
                            + Markup.escape(String.join(", ", namesAt(way.from())) + " \u2192 "
                                    + String.join(", ", namesAt(way.to())) + ": "
                                    + (view.isDifference()
                                            ? Rounded.signed(graph.tonnesPerYear(grams))
                                            : Rounded.of(graph.tonnesPerYear(grams)))
                                    + " t/yr")
                            + "</title></path>\n");
        }
    }

    /** At the lower right what an arc of some width carries, and in a difference what the colours mean. */
    private void keys(StringBuilder text, View view) {
        if (!(most > 0)) {
            return;
        }
        double tonnes = Rounded.keyOf(most);
        String amount = Rounded.of(tonnes) + " t/yr";
        double right = window.width - KEY_MARGIN;
        if (view.isDifference()) {
            right = key(text, "arc less", amount + " less", tonnes, right);
            key(text, "arc more", amount + " more", tonnes, right);
        } else {
            key(text, "arc", amount, tonnes, right);
        }
    }

    /** A stroke as wide as an arc, and words after it; tells where it begins. */
    private double key(StringBuilder text, String colour, String words, double tonnes, double right) {
        double y = window.height - KEY_MARGIN - WIDEST / 2;
        double x = right - TextWidth.of(words, FONT);
        text.append("<path class=\"key " + colour + "\" stroke-width=\"" + n(width(tonnes)) + "\" d=\"M"
                + n(x - 6 - KEY_LENGTH) + ' ' + n(y) + "h" + n(KEY_LENGTH) + "\"/><text class=\"place\" font-size=\""
                + n(FONT) + "\" x=\"" + n(x) + "\" y=\"" + n(y + 4) + "\">" + words + "</text>\n");
        return x - KEY_LENGTH - 24;
    }

    private double width(double tonnes) {
        return Math.max(THINNEST, WIDEST * tonnes / most);
    }

    private List<String> namesAt(Place place) {
        return names.getOrDefault(place, List.of());
    }

    private String arc(Way way) {
        double x1 = window.x(way.from());
        double y1 = window.y(way.from());
        double x2 = window.x(way.to());
        double y2 = window.y(way.to());
        double bendX = (x1 + x2) / 2 + BEND * (y2 - y1);
        double bendY = (y1 + y2) / 2 - BEND * (x2 - x1);
        return "M" + n(x1) + ' ' + n(y1) + 'Q' + n(bendX) + ' ' + n(bendY) + ' ' + n(x2) + ' ' + n(y2);
    }

    /** A dot for each place, and its name where there is room for it beside those that came before. */
    private void dots(StringBuilder text) {
        Labels labels = new Labels(window);
        names.keySet().forEach(place -> labels.keepFree(window.x(place), window.y(place), 5));
        int named = 0;
        for (Map.Entry<Place, List<String>> entry : names.entrySet()) {
            double x = window.x(entry.getKey());
            double y = window.y(entry.getKey());
            String all = String.join(", ", entry.getValue());
            text.append("<circle class=\"dot\" cx=\"" + n(x) + "\" cy=\"" + n(y) + "\" r=\"4\"><title>"
                    + Markup.escape(all) + "</title></circle>\n");
            if (named < MOST_NAMES) {
                String name = labels.beside(x, y, 4, all);
                text.append(name);
                named += name.isEmpty() ? 0 : 1;
            }
        }
    }

    private static String n(double value) {
        return Shape.number(value);
    }
}
