package org.circlab.report.sankey;

import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;

/**
 * What a diagram shows of a graph: one side, or how it differs from another.
 *
 * @param side index of the side
 * @param against index of the side that it is compared with; the same for the side itself
 */
public record View(int side, int against) {

    /** One side as it is. */
    public static View of(int side) {
        return new View(side, side);
    }

    /** Whether it shows a difference. */
    public boolean isDifference() {
        return side != against;
    }

    /** The grams that a link is drawn with, never negative. */
    public long grams(Link link) {
        return isDifference() ? Math.abs(change(link)) : link.grams(side);
    }

    /** How much more a link carries than on the side that it is compared with. */
    long change(Link link) {
        return link.grams(side) - link.grams(against);
    }

    /** What it shows, in words. */
    public String title(FlowGraph graph) {
        return isDifference()
                ? graph.sides().get(side) + " compared with " + graph.sides().get(against)
                : graph.sides().get(side);
    }
}
