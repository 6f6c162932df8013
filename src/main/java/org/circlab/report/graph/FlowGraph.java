package org.circlab.report.graph;

import java.util.List;

/**
 * Who hands what to whom, on one side or on several that are compared.
 *
 * @param sides names of what is compared, such as the variant and business as usual
 * @param nodes the parties
 * @param materials the materials
 * @param links at most one between two nodes for each material
 * @param yearsInAll over which the grams of a side are added up: the window times the replications
 */
public record FlowGraph(
        List<String> sides, List<Node> nodes, List<Named> materials, List<Link> links, double yearsInAll) {

    private static final double GRAMS_PER_TONNE = 1e6;

    /**
     * A material.
     *
     * @param id as the scenario names it
     * @param name for people
     */
    public record Named(String id, String name) {}

    public FlowGraph {
        sides = List.copyOf(sides);
        nodes = List.copyOf(nodes);
        materials = List.copyOf(materials);
        links = List.copyOf(links);
        for (Link link : links) {
            requireKnown(link, sides.size(), nodes.size(), materials.size());
        }
    }

    /**
     * Some of the sides alone, with the same nodes, materials and links.
     *
     * @param which indices of the sides, in the order that they shall have
     * @param years over which their grams are added up
     */
    public FlowGraph only(List<Integer> which, double years) {
        List<Link> kept = links.stream()
                .map(link -> new Link(
                        link.from(),
                        link.to(),
                        link.material(),
                        which.stream().map(link::grams).toList()))
                .toList();
        return new FlowGraph(which.stream().map(sides::get).toList(), nodes, materials, kept, years);
    }

    /** The mean over replications of what a side carries over all years. */
    public double tonnesPerYear(long grams) {
        return grams / GRAMS_PER_TONNE / yearsInAll;
    }

    /** Grams of all links on one side. */
    public long grams(int side) {
        return links.stream().mapToLong(link -> link.grams(side)).sum();
    }

    /** The name of a material. */
    public String material(Link link) {
        return materials.get(link.material()).name();
    }

    /** What a link is by the ids of its ends and its material, the same in every graph of a lab. */
    public String key(Link link) {
        return String.join(
                " ",
                nodes.get(link.from()).id(),
                nodes.get(link.to()).id(),
                materials.get(link.material()).id());
    }

    private static void requireKnown(Link link, int sides, int nodes, int materials) {
        boolean known = inside(link.from(), nodes) && inside(link.to(), nodes) && inside(link.material(), materials);
        if (!known || link.grams().size() != sides) {
            throw new IllegalArgumentException(link + " does not fit a graph of " + sides + " sides, " + nodes
                    + " nodes and " + materials + " materials");
        }
    }

    private static boolean inside(int index, int size) {
        return index >= 0 && index < size;
    }
}
