package org.circlab.report.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A graph that is small enough to be read: the largest parties and materials stay, the others are joined into one each, so that
 * all masses still add up to the same.
 *
 * @param graph what is left
 * @param joinedParties how many parties became one; 0 if all stayed
 * @param joinedMaterials how many materials became one; 0 if all stayed
 */
public record Bounded(FlowGraph graph, int joinedParties, int joinedMaterials) {

    /** No id of the lab has a slash at its beginning. */
    private static final String OTHERS = "/others";

    private static final int[][] STEPS = {{24, 10}, {16, 8}, {10, 6}, {6, 6}, {4, 3}};

    /** Whether an id stands for all parties, or all materials, that were joined into one. */
    public static boolean isJoined(String id) {
        return id.equals(OTHERS);
    }

    /** The graph itself if it has no more links than that, else the largest that has, or nearly. */
    public static Bounded of(FlowGraph graph, int mostLinks) {
        Bounded bounded = new Bounded(graph, 0, 0);
        for (int[] step : STEPS) {
            if (bounded.graph().links().size() <= mostLinks) {
                return bounded;
            }
            bounded = joined(graph, step[0], step[1]);
        }
        return bounded;
    }

    private static Bounded joined(FlowGraph graph, int parties, int materials) {
        int[] node = places(sizeOfNodes(graph), parties);
        int[] material = places(sizeOfMaterials(graph), materials);
        List<Node> nodes = staying(graph.nodes(), node);
        List<FlowGraph.Named> named = staying(graph.materials(), material);
        int joinedNodes = node.length - nodes.size();
        int joinedMaterials = material.length - named.size();
        if (joinedNodes > 0) {
            nodes.add(new Node(OTHERS, joinedNodes + " smaller parties", Node.Kind.ACTOR));
        }
        if (joinedMaterials > 0) {
            named.add(new FlowGraph.Named(OTHERS, joinedMaterials + " other materials"));
        }
        List<Link> links = new ArrayList<>();
        for (Link link : graph.links()) {
            links.add(new Link(
                    place(node, link.from(), nodes.size()),
                    place(node, link.to(), nodes.size()),
                    place(material, link.material(), named.size()),
                    link.grams()));
        }
        return new Bounded(
                new FlowGraph(graph.sides(), nodes, named, added(links), graph.yearsInAll()),
                joinedNodes,
                joinedMaterials);
    }

    /** What goes through each node; parties outside the lab count for more than any. */
    private static double[] sizeOfNodes(FlowGraph graph) {
        double[] size = new double[graph.nodes().size()];
        for (Link link : graph.links()) {
            size[link.from()] += link.most();
            size[link.to()] += link.most();
        }
        for (int node = 0; node < size.length; node++) {
            boolean outside = graph.nodes().get(node).kind() == Node.Kind.OUTSIDE;
            size[node] = outside ? Double.POSITIVE_INFINITY : size[node];
        }
        return size;
    }

    private static double[] sizeOfMaterials(FlowGraph graph) {
        double[] size = new double[graph.materials().size()];
        graph.links().forEach(link -> size[link.material()] += link.most());
        return size;
    }

    private static <T> List<T> staying(List<T> all, int[] places) {
        List<T> staying = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                staying.add(all.get(i));
            }
        }
        return staying;
    }

    /** One link for all of the same ends and material. */
    private static List<Link> added(List<Link> links) {
        Map<List<Integer>, Link> sums = new LinkedHashMap<>();
        for (Link link : links) {
            sums.merge(List.of(link.from(), link.to(), link.material()), link, Bounded::sum);
        }
        return List.copyOf(sums.values());
    }

    private static Link sum(Link one, Link other) {
        List<Long> grams = IntStream.range(0, one.grams().size())
                .mapToObj(side -> Math.addExact(one.grams(side), other.grams(side)))
                .toList();
        return new Link(one.from(), one.to(), one.material(), grams);
    }

    /** New places of those that stay, in their order, and -1 for the others. */
    private static int[] places(double[] size, int stay) {
        int[] places = new int[size.length];
        Arrays.fill(places, -1);
        int[] kept = IntStream.range(0, size.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -size[i]))
                .limit(stay)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
        for (int i = 0; i < kept.length; i++) {
            places[kept[i]] = i;
        }
        return places;
    }

    private static int place(int[] places, int old, int size) {
        return places[old] < 0 ? size - 1 : places[old];
    }
}
