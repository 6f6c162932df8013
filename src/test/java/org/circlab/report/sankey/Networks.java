package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Node;

/** Graphs of flows for tests: small ones by hand and random ones. */
final class Networks {

    private Networks() {}

    /** Links {@code {from, to, material, grams…}} among actors {@code a0, a1, …}. */
    static FlowGraph of(int nodes, long[]... links) {
        List<Link> list = new ArrayList<>();
        int sides = links.length == 0 ? 1 : links[0].length - 3;
        for (long[] link : links) {
            List<Long> grams =
                    IntStream.range(3, link.length).mapToObj(i -> link[i]).toList();
            list.add(new Link((int) link[0], (int) link[1], (int) link[2], grams));
        }
        return graph(sides, nodes, 8, list);
    }

    /** Random flows of two sides, with loops and self-loops; masses over many orders of magnitude, some 0. */
    static FlowGraph random(int nodes, int links, long seed) {
        Random random = new Random(seed);
        TreeMap<Integer, Link> byKey = new TreeMap<>();
        while (byKey.size() < links) {
            int from = random.nextInt(nodes);
            int to = random.nextInt(nodes);
            int material = random.nextInt(9);
            Link link = new Link(from, to, material, List.of(mass(random), mass(random)));
            byKey.put((from * nodes + to) * 9 + material, link);
        }
        return graph(2, nodes, 9, List.copyOf(byKey.values()));
    }

    private static long mass(Random random) {
        return random.nextInt(5) == 0 ? 0 : (long) (1e9 * Math.exp(2.5 * random.nextGaussian()));
    }

    private static FlowGraph graph(int sides, int nodes, int materials, List<Link> links) {
        return new FlowGraph(
                IntStream.range(0, sides).mapToObj(i -> "Side " + i).toList(),
                IntStream.range(0, nodes)
                        .mapToObj(i ->
                                new Node("a" + i, "Works & Sons of the Upper Valley, number " + i, Node.Kind.ACTOR))
                        .toList(),
                IntStream.range(0, materials)
                        .mapToObj(i -> new FlowGraph.Named("m" + i, "Material " + i))
                        .toList(),
                links,
                5);
    }
}
