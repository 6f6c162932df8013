package org.circlab.report.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.model.Lab;

/**
 * Variants of one lab as sides of one graph, so that they can be drawn with the same places and scale: each variant, then what
 * they are compared with, once where it is the same for several.
 *
 * @param graph of all of them
 * @param usual for each variant the index of the side that it is compared with
 */
public record Together(FlowGraph graph, List<Integer> usual) {
    public Together {
        usual = List.copyOf(usual);
    }

    /**
     * Puts graphs of two sides together.
     *
     * @param graphs of the variants, as {@link RunGraph} makes them
     * @param labs of each, which name actors and materials
     * @throws IllegalArgumentException if their flows are not of as many years
     */
    public static Together of(List<FlowGraph> graphs, List<Lab> labs) {
        double years = graphs.get(0).yearsInAll();
        if (graphs.stream().anyMatch(graph -> graph.yearsInAll() != years)) {
            throw new IllegalArgumentException("the graphs are of different windows; they have no tonnes in common");
        }
        Map<Map<String, Long>, Integer> known = new LinkedHashMap<>();
        List<Integer> usual = new ArrayList<>();
        List<String> sides = new ArrayList<>();
        graphs.forEach(graph -> sides.add(graph.sides().get(0)));
        for (FlowGraph graph : graphs) {
            Map<String, Long> flows = flows(graph);
            if (!known.containsKey(flows)) {
                known.put(flows, sides.size());
                sides.add(graph.sides().get(1));
            }
            usual.add(known.getOrDefault(flows, 0));
        }
        List<Lab> labOfSide = new ArrayList<>(labs);
        known.values().forEach(side -> labOfSide.add(labs.get(usual.indexOf(side))));
        GraphBuilder builder = new GraphBuilder(sides, labOfSide);
        for (int i = 0; i < graphs.size(); i++) {
            add(builder, graphs.get(i), 0, i);
            if (usual.indexOf(usual.get(i)) == i) {
                add(builder, graphs.get(i), 1, usual.get(i));
            }
        }
        return new Together(builder.build(years), usual);
    }

    /** Grams of each link of the second side that carries any, by its ends and material. */
    private static Map<String, Long> flows(FlowGraph graph) {
        Map<String, Long> flows = new LinkedHashMap<>();
        for (Link link : graph.links()) {
            if (link.grams(1) > 0) {
                flows.put(graph.key(link), link.grams(1));
            }
        }
        return flows;
    }

    private static void add(GraphBuilder builder, FlowGraph graph, int from, int to) {
        for (Link link : graph.links()) {
            builder.add(
                    to,
                    graph.nodes().get(link.from()).id(),
                    graph.nodes().get(link.to()).id(),
                    graph.materials().get(link.material()).id(),
                    null,
                    link.grams(from));
        }
    }
}
