package org.circlab.report.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.model.Lab;

/**
 * Variants of one lab as sides of one graph, so that they can be drawn with the same places and scale: each variant, then what
 * they are compared with, once where it is the same for several.
 *
 * @param graph of all of them: those sides for the window, then again for each of its parts
 * @param usual for each variant the index of the side that it is compared with
 * @param sides how many there are for the window, and for each part
 */
public record Together(FlowGraph graph, List<Integer> usual, int sides) {
    public Together {
        usual = List.copyOf(usual);
    }

    /**
     * Puts graphs of two sides together.
     *
     * @param runs of each variant the flows of the window, as {@link RunGraph} makes them, then those of its parts
     * @param labs of each, which name actors and materials
     * @throws IllegalArgumentException if their flows are not of as many years, or not of as many parts
     */
    public static Together of(List<List<FlowGraph>> runs, List<Lab> labs) {
        double years = runs.get(0).get(0).yearsInAll();
        int parts = runs.get(0).size();
        if (runs.stream().anyMatch(run -> run.get(0).yearsInAll() != years || run.size() != parts)) {
            throw new IllegalArgumentException("the graphs are of different windows; they have no tonnes in common");
        }
        Map<List<Map<String, Long>>, Integer> known = new LinkedHashMap<>();
        List<Integer> usual = new ArrayList<>();
        List<String> names = new ArrayList<>();
        runs.forEach(run -> names.add(run.get(0).sides().get(0)));
        for (List<FlowGraph> run : runs) {
            List<Map<String, Long>> flows = run.stream().map(Together::flows).toList();
            if (!known.containsKey(flows)) {
                known.put(flows, names.size());
                names.add(run.get(0).sides().get(1));
            }
            usual.add(known.getOrDefault(flows, 0));
        }
        List<Lab> labOfSide = new ArrayList<>(labs);
        known.values().forEach(side -> labOfSide.add(labs.get(usual.indexOf(side))));
        GraphBuilder builder = new GraphBuilder(repeated(names, parts), repeated(labOfSide, parts));
        for (int part = 0; part < parts; part++) {
            for (int i = 0; i < runs.size(); i++) {
                add(builder, runs.get(i).get(part), 0, part * names.size() + i);
                if (usual.indexOf(usual.get(i)) == i) {
                    add(builder, runs.get(i).get(part), 1, part * names.size() + usual.get(i));
                }
            }
        }
        return new Together(builder.build(years), usual, names.size());
    }

    private static <T> List<T> repeated(List<T> all, int times) {
        return Collections.nCopies(times, all).stream().flatMap(List::stream).toList();
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
