package org.circlab.report.sankey;

import org.circlab.report.graph.FlowGraph;

/**
 * Sizes of a diagram, in pixels.
 *
 * @param cardWidth of a node
 * @param fontSize of its text
 * @param nameLines over which its name may be broken
 * @param showsMass whether a node tells its throughput
 * @param gap between the columns of nodes, at least
 * @param nodeGap between nodes of a column
 * @param flowGap between flows that pass a column
 * @param flowHeight of all the mass in the fullest column
 */
public record Look(
        double cardWidth,
        double fontSize,
        int nameLines,
        boolean showsMass,
        double gap,
        double nodeGap,
        double flowGap,
        double flowHeight) {

    private static final int MANY_NODES = 60;
    private static final double LINE = 1.25;
    private static final double PADDING = 5;

    /** For a diagram that is read from the screen or a page. */
    public static final Look READING = new Look(164, 12, 3, true, 84, 16, 4, 430);
    /** For a poster of a large network. */
    public static final Look POSTER = new Look(112, 9, 1, false, 64, 6, 2, 600);

    /** What suits a network. */
    public static Look of(FlowGraph graph) {
        return graph.nodes().size() > MANY_NODES ? POSTER : READING;
    }

    double lineHeight() {
        return fontSize * LINE;
    }

    /** Height of a card with so many lines of text. */
    double cardHeight(int lines) {
        return lines * lineHeight() + 2 * PADDING;
    }
}
