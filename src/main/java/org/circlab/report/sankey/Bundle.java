package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;

/**
 * All links from one node to another: they run side by side.
 *
 * @param from index of the sending node
 * @param to index of the receiving node
 * @param links indices of the links, by material
 * @param grams the most that they carry, each on its fullest side
 */
record Bundle(int from, int to, List<Integer> links, double grams) {
    Bundle {
        links = List.copyOf(links);
    }

    boolean isSelfLoop() {
        return from == to;
    }

    /** The bundles of all links that carry anything, by sender and receiver. */
    static List<Bundle> of(FlowGraph graph) {
        TreeMap<Long, List<Integer>> byEnds = new TreeMap<>();
        for (int i = 0; i < graph.links().size(); i++) {
            Link link = graph.links().get(i);
            if (link.most() > 0) {
                long ends = (long) link.from() * graph.nodes().size() + link.to();
                byEnds.computeIfAbsent(ends, any -> new ArrayList<>()).add(i);
            }
        }
        List<Bundle> bundles = new ArrayList<>();
        for (List<Integer> links : byEnds.values()) {
            Link first = graph.links().get(links.get(0));
            links.sort((a, b) -> Integer.compare(
                    graph.links().get(a).material(), graph.links().get(b).material()));
            double grams = links.stream()
                    .mapToDouble(i -> (double) graph.links().get(i).most())
                    .sum();
            bundles.add(new Bundle(first.from(), first.to(), links, grams));
        }
        return bundles;
    }
}
