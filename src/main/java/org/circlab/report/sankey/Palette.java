package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.report.graph.Bounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;

/**
 * A colour for each of the materials of which most moves, the same on all sides and in all graphs that are compared; the others
 * share one, and so does what was joined into one. There are few, since people tell few apart, colour-blind people too.
 */
public final class Palette {

    /** Materials with a colour of their own. */
    public static final int COLOURS = 6;

    private final List<FlowGraph.Named> coloured;
    private final List<String> ids;

    private Palette(List<FlowGraph.Named> coloured) {
        this.coloured = List.copyOf(coloured);
        this.ids = coloured.stream().map(FlowGraph.Named::id).toList();
    }

    /** The palette of a graph. */
    public static Palette of(FlowGraph graph) {
        return of(List.of(graph));
    }

    /** One palette for several graphs: a material has the same colour in all of them. */
    public static Palette of(List<FlowGraph> graphs) {
        Map<String, Double> tonnes = new LinkedHashMap<>();
        Map<String, FlowGraph.Named> names = new LinkedHashMap<>();
        for (FlowGraph graph : graphs) {
            double[] grams = new double[graph.materials().size()];
            for (Link link : graph.links()) {
                grams[link.material()] += link.most();
            }
            for (int material = 0; material < grams.length; material++) {
                FlowGraph.Named named = graph.materials().get(material);
                names.putIfAbsent(named.id(), named);
                tonnes.merge(named.id(), grams[material] / graph.yearsInAll(), Double::sum);
            }
        }
        List<FlowGraph.Named> largest = new ArrayList<>();
        tonnes.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && !Bounded.isJoined(entry.getKey()))
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue()))
                .limit(COLOURS)
                .forEach(entry ->
                        largest.add(names.getOrDefault(entry.getKey(), new FlowGraph.Named(entry.getKey(), ""))));
        return new Palette(largest);
    }

    /** The class of a material: {@code m0} to {@code m5}, or {@code m6} for all others. */
    public String colour(FlowGraph.Named material) {
        int rank = ids.indexOf(material.id());
        return "m" + (rank < 0 ? COLOURS : rank);
    }

    /** Materials with a colour of their own, that of most mass first. */
    List<FlowGraph.Named> coloured() {
        return coloured;
    }

    /** Whether anything of it moves in a graph. */
    boolean moves(FlowGraph graph, FlowGraph.Named material) {
        return graph.links().stream()
                .anyMatch(link -> link.most() > 0
                        && graph.materials().get(link.material()).id().equals(material.id()));
    }

    /** Whether anything moves in a graph that has no colour of its own. */
    boolean hasOthers(FlowGraph graph) {
        return graph.links().stream()
                .anyMatch(link -> link.most() > 0
                        && !ids.contains(graph.materials().get(link.material()).id()));
    }
}
