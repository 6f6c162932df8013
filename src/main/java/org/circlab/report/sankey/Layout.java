package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.List;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Node;
import org.circlab.report.svg.TextWidth;

/**
 * Where everything stands in the diagrams of a graph: the same for each of its sides and for the difference between them.
 * Lengths are pixels, from the upper left corner.
 */
public final class Layout {

    private static final double MARGIN = 14;
    static final double TEXT_PADDING = 10;
    /** Between an edge of a card and the first bundle that turns round beside it. */
    static final double TURN = 7;
    /** Between two bundles that turn round beside each other. */
    static final double TURN_GAP = 3;

    private final FlowGraph laidOut;
    private final FlowGraph graph;
    private final Look look;
    private final Grid grid;
    private final double pixelsPerGram;
    private final double[] height;
    private final double[] middle;
    private final double[] columnLeft;
    private final double[] reachWithin;
    private final List<List<String>> names = new ArrayList<>();
    private final double width;
    private final double bottom;

    /**
     * A card or another upright rectangle.
     *
     * @param x left
     * @param y top
     */
    public record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double middle() {
            return y + height / 2;
        }
    }

    /** The same places and scale for other masses between the same nodes. */
    private Layout(Layout other, FlowGraph shown) {
        this.laidOut = other.laidOut;
        this.graph = shown;
        this.look = other.look;
        this.grid = other.grid;
        this.pixelsPerGram = other.pixelsPerGram * other.graph.yearsInAll() / shown.yearsInAll();
        this.names.addAll(other.names);
        this.height = other.height;
        this.middle = other.middle;
        this.bottom = other.bottom;
        this.reachWithin = other.reachWithin;
        this.columnLeft = other.columnLeft;
        this.width = other.width;
    }

    private Layout(FlowGraph graph, Look look, double pixelsPerTonneAYear) {
        this.laidOut = graph;
        this.graph = graph;
        this.look = look;
        this.grid = new Grid(graph.nodes().size(), Bundle.of(graph));
        this.pixelsPerGram = pixelsPerTonneAYear > 0 ? pixelsPerTonneAYear * graph.tonnesPerYear(1) : scale();
        Ordering.arrange(grid);
        double text = look.cardWidth() - 2 * TEXT_PADDING;
        for (Node node : graph.nodes()) {
            names.add(TextWidth.lines(node.name(), look.fontSize(), text, look.nameLines()));
        }
        this.height = heights();
        this.middle = Heights.middles(grid, look, height);
        double lowest = 0;
        for (int slot = 0; slot < middle.length; slot++) {
            middle[slot] += MARGIN;
            lowest = Math.max(lowest, middle[slot] + height[slot] / 2);
        }
        this.bottom = lowest + MARGIN;
        this.reachWithin = new double[grid.bundles.size()];
        this.columnLeft = new double[grid.layers.size()];
        this.width = spread() + MARGIN;
    }

    /** The layout of a graph in a look. Nodes without any link stand there too; leave them out of the graph if unwanted. */
    public static Layout of(FlowGraph graph, Look look) {
        return new Layout(graph, look, 0);
    }

    /**
     * The layout of a graph at the scale of others, so that their diagrams can be compared.
     *
     * @param pixelsPerTonneAYear how high a tonne a year is drawn, above 0
     */
    public static Layout of(FlowGraph graph, Look look, double pixelsPerTonneAYear) {
        return new Layout(graph, look, pixelsPerTonneAYear);
    }

    /**
     * This layout for other masses of the same links, such as those of one year: nodes stay where they are, and a tonne a year
     * is as wide as before.
     *
     * @param shown with the same nodes, materials and links, none of which carries more a year than in the graph that is laid out
     */
    public Layout showing(FlowGraph shown) {
        return new Layout(this, shown);
    }

    /** The graph that is shown. */
    public FlowGraph graph() {
        return graph;
    }

    /** The graph that places, scale and colours are made for. */
    FlowGraph laidOut() {
        return laidOut;
    }

    Look look() {
        return look;
    }

    Grid grid() {
        return grid;
    }

    /** The width of all. */
    public double width() {
        return width;
    }

    /** The height of all. */
    public double height() {
        return bottom;
    }

    /** How high a tonne a year is drawn, in pixels; 0 where nothing moves. */
    public double pixelsPerTonneAYear() {
        return pixelsPerGram / graph.tonnesPerYear(1);
    }

    /** How many pixels a gram is high. */
    public double pixelsPerGram() {
        return pixelsPerGram;
    }

    /** The card of a node. */
    public Box card(int node) {
        int slot = grid.slotOf(node);
        return new Box(left(grid.layerOf[node]), middle[slot] - height[slot] / 2, look.cardWidth(), height[slot]);
    }

    List<String> nameLines(int node) {
        return names.get(node);
    }

    double left(int layer) {
        return columnLeft[layer];
    }

    double right(int layer) {
        return columnLeft[layer] + look.cardWidth();
    }

    double middle(int slot) {
        return middle[slot];
    }

    /** So that the fullest column has the height that the look gives to mass. */
    private double scale() {
        double[] grams = new double[grid.layers.size()];
        for (int slot = 0; slot < grid.slots.size(); slot++) {
            grams[grid.slots.get(slot).layer()] += grams(slot);
        }
        double most = 0;
        for (double each : grams) {
            most = Math.max(most, each);
        }
        return most > 0 ? look.flowHeight() / most : 0;
    }

    private double grams(int slot) {
        Grid.Slot what = grid.slots.get(slot);
        if (!what.isNode()) {
            return grid.bundles.get(what.bundle()).grams();
        }
        double in = 0;
        double out = 0;
        for (Bundle bundle : grid.bundles) {
            in += bundle.to() == what.node() ? bundle.grams() : 0;
            out += bundle.from() == what.node() ? bundle.grams() : 0;
        }
        return Math.max(in, out);
    }

    private double[] heights() {
        double[] heights = new double[grid.slots.size()];
        for (int slot = 0; slot < heights.length; slot++) {
            heights[slot] = grams(slot) * pixelsPerGram;
            int node = grid.slots.get(slot).node();
            if (node != Grid.NONE) {
                int lines = names.get(node).size() + (look.showsMass() ? 1 : 0);
                heights[slot] = Math.max(heights[slot], look.cardHeight(lines));
            }
        }
        return heights;
    }

    /** Sets the columns beside each other, with room for curves and for bundles that turn round; where the last one ends. */
    private double spread() {
        double slope = Math.min(150, Math.max(look.gap(), bottom / 7));
        double x = MARGIN + turns(0, false);
        for (int layer = 0; layer < columnLeft.length; layer++) {
            columnLeft[layer] = x;
            x += look.cardWidth() + turns(layer, true);
            if (layer + 1 < columnLeft.length) {
                x += slope + turns(layer + 1, false);
            }
        }
        return x;
    }

    /** The room that bundles need which turn round to the right of a layer, or to the left. */
    private double turns(int layer, boolean right) {
        double[] above = new double[graph.nodes().size()];
        double[] below = new double[graph.nodes().size()];
        double most = 0;
        List<Integer> within = new ArrayList<>();
        for (int i = 0; i < grid.bundles.size(); i++) {
            Bundle bundle = grid.bundles.get(i);
            int node = right ? bundle.from() : bundle.to();
            if (!grid.back[i] || grid.layerOf[node] != layer) {
                continue;
            }
            if (right && grid.staysInLayer(i)) {
                within.add(i);
                continue;
            }
            double[] side = turnsAbove(i, right) ? above : below;
            side[node] += bundle.grams() * pixelsPerGram + TURN_GAP;
            most = Math.max(most, side[node] + 2 * TURN);
        }
        for (int i : within) {
            double thick = grid.bundles.get(i).grams() * pixelsPerGram;
            double inner = Math.max(most, TURN);
            reachWithin[i] = inner + thick / 2;
            most = inner + thick + TURN_GAP;
        }
        return within.isEmpty() ? most : most + TURN;
    }

    /** How far beyond its layer the middle of a bundle turns round that joins two nodes of one layer. */
    double reachWithin(int bundle) {
        return reachWithin[bundle];
    }

    /** Whether a bundle turns round above its sender, or its receiver. */
    boolean turnsAbove(int bundle, boolean atSender) {
        Bundle ends = grid.bundles.get(bundle);
        List<Integer> passes = grid.passes(bundle);
        int pass = passes.get(atSender ? 0 : passes.size() - 1);
        return middle[pass] < middle[grid.slotOf(atSender ? ends.from() : ends.to())];
    }
}
