package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;

/**
 * A colour for each of the materials of which most moves, the same on all sides; the others share one. There are few, since
 * people tell few apart, colour-blind people too.
 */
public final class Palette {

    /** Materials with a colour of their own. */
    public static final int COLOURS = 6;

    private final FlowGraph graph;
    private final int[] rank;
    private final List<Integer> coloured = new ArrayList<>();

    private Palette(FlowGraph graph) {
        this.graph = graph;
        double[] grams = new double[graph.materials().size()];
        for (Link link : graph.links()) {
            grams[link.material()] += link.most();
        }
        this.rank = new int[grams.length];
        Arrays.fill(rank, COLOURS);
        IntStream.range(0, grams.length)
                .boxed()
                .filter(material -> grams[material] > 0)
                .sorted(Comparator.comparingDouble((Integer material) -> -grams[material]))
                .limit(COLOURS)
                .forEach(material -> {
                    rank[material] = coloured.size();
                    coloured.add(material);
                });
    }

    /** The palette of a graph. */
    public static Palette of(FlowGraph graph) {
        return new Palette(graph);
    }

    /** The class of a material: {@code m0} to {@code m5}, or {@code m6} for all others. */
    public String colour(int material) {
        return "m" + rank[material];
    }

    /** Materials with a colour of their own, that of most mass first. */
    public List<FlowGraph.Named> coloured() {
        return coloured.stream().map(graph.materials()::get).toList();
    }

    /** Whether anything moves that has no colour of its own. */
    boolean hasOthers() {
        return graph.links().stream().anyMatch(link -> link.most() > 0 && rank[link.material()] == COLOURS);
    }
}
