package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.circlab.report.Rounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Node;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;

/**
 * A diagram as SVG. Colours are classes: {@link SankeyStyle} says what they look like, in the light and in the dark. Each
 * ribbon carries its exact grams in {@code data-grams}, and a title for whoever points at it or listens.
 */
public final class SankeySvg {

    private static final double BAR = 5;
    private static final double LEGEND_LINE = 22;
    private static final double HAIRLINE = 0.75;
    private static final double THINNEST_WHISKER = 1;

    private final Layout layout;
    private final View view;
    private final FlowGraph graph;
    private final List<Ribbons.Ribbon> ribbons;
    private final Palette palette;
    private final Notes notes;
    private final Cards cards;
    private final StringBuilder text = new StringBuilder();

    private SankeySvg(Layout layout, Palette palette, View view, Notes notes, Cards cards) {
        this.notes = notes;
        this.cards = cards;
        this.layout = layout;
        this.view = view;
        this.graph = layout.graph();
        this.ribbons = Ribbons.of(layout, view);
        this.palette = palette;
    }

    /** A file of its own, in colours that every reader of SVG understands. */
    public static String file(Layout layout, View view) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + Inked.of(new SankeySvg(layout, Palette.of(layout.laidOut()), view, Notes.NONE, Cards.ALONE)
                        .element(Inked.HEAD));
    }

    /**
     * An element for a page that has the style already.
     *
     * @param notes what else there is to tell of a link
     * @param cards whether it draws them for others of the page, or takes theirs
     */
    public static String element(Layout layout, View view, Notes notes, Cards cards) {
        return element(layout, Palette.of(layout.laidOut()), view, notes, cards);
    }

    /** The same in colours that other diagrams of the page share. */
    public static String element(Layout layout, Palette palette, View view, Notes notes, Cards cards) {
        return new SankeySvg(layout, palette, view, notes, cards).element("");
    }

    private String element(String style) {
        double width = width(layout);
        Legend legend = new Legend(palette, view, layout.laidOut(), width - 28);
        double height = layout.height() + LEGEND_LINE * (legend.lines() + 1) + 8;
        String title = Markup.escape(view.title(graph));
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sankey\" role=\"img\" aria-label=\"Flows: " + title
                + "\" viewBox=\"0 0 " + n(width) + ' ' + n(height) + "\" width=\"" + n(width) + "\" height=\""
                + n(height)
                + "\">");
        add("<title>" + title + "</title>");
        add("<desc>" + Markup.escape(description()) + "</desc>");
        text.append(style);
        drawRibbons();
        drawCards();
        key(legend);
        double lastLine = layout.height() + 8 + LEGEND_LINE * legend.lines();
        if (ribbons.isEmpty()) {
            add("<text class=\"none\" x=\"14\" y=\"" + n(lastLine + LEGEND_LINE / 2 + 4) + "\">"
                    + (view.isDifference() ? "No flow differs." : "No material moves.") + "</text>");
        } else {
            scaleBar(lastLine);
        }
        return text.append("</svg>\n").toString();
    }

    /** What the colours of materials mean, the same in all diagrams of a layout; those of a difference are its own. */
    private void key(Legend legend) {
        boolean ofMaterials = !view.isDifference();
        if (ofMaterials && !cards.own()) {
            add("<use href=\"#" + cards.key() + "\"/>");
            return;
        }
        boolean shared = ofMaterials && cards.isShared();
        text.append(shared ? "<g id=\"" + cards.key() + "\" class=\"key\">" : "");
        legend.draw(text, 14, layout.height() + 8);
        text.append(shared ? "</g>" : "");
    }

    private String description() {
        long grams = ribbons.stream()
                .mapToLong(ribbon -> view.grams(graph.links().get(ribbon.link())))
                .sum();
        return ribbons.size() + (ribbons.size() == 1 ? " flow" : " flows") + ", together " + tonnes(grams)
                + "."
                + (cards.own()
                        ? " Widths are proportional to mass; flows thinner than a hairline are drawn as one."
                        : "");
    }

    /** The thin ones last, so that they lie on the thick ones. */
    private void drawRibbons() {
        List<Ribbons.Ribbon> thickFirst = new ArrayList<>(ribbons);
        thickFirst.sort(Comparator.comparingDouble((Ribbons.Ribbon ribbon) -> -ribbon.width()));
        add("<g class=\"ribbons\">");
        for (Ribbons.Ribbon ribbon : thickFirst) {
            Link link = graph.links().get(ribbon.link());
            boolean thin = ribbon.width() < HAIRLINE;
            String hair = !thin ? "" : cards.own() ? " hair" : " hair edge";
            String number = cards.own() ? " data-link=\"" + ribbon.link() + '"' : "";
            add("<path class=\"r " + colour(link) + hair + '"' + number + " data-m=\"" + link.material()
                    + "\" data-grams=\"" + view.grams(link) + "\" d=\"" + d(ribbon, thin)
                    + "\"><title>"
                    + Markup.escape(title(link) + notes.words(ribbon.link())) + "</title></path>");
        }
        for (Ribbons.Ribbon ribbon : thickFirst) {
            if (ribbon.runsBack()) {
                String x = n(ribbon.markX() - 3);
                add("<path class=\"mark\" data-m=\"" + material(ribbon) + "\" d=\"M" + n(ribbon.markX() + 3) + ' '
                        + n(ribbon.markY() - 4) + 'L' + x + ' ' + n(ribbon.markY()) + 'L' + n(ribbon.markX() + 3) + ' '
                        + n(ribbon.markY() + 4) + "\"/>");
            }
        }
        thickFirst.forEach(this::drawWhisker);
        add("</g>");
    }

    /** In full where the diagram may be taken out of the page; else in brief, and a hairline by one of its edges. */
    private String d(Ribbons.Ribbon ribbon, boolean thin) {
        if (cards.own()) {
            return ribbon.outline().text(new Shape());
        }
        return thin ? ribbon.outline().edge(Shape.brief()) : ribbon.outline().text(Shape.brief());
    }

    /** A bar beside the beginning of a ribbon, as long as the interval of its width, where that is wider than a line. */
    private void drawWhisker(Ribbons.Ribbon ribbon) {
        double half = notes.halfWidthGrams(ribbon.link()) * layout.pixelsPerGram();
        if (half >= THINNEST_WHISKER) {
            double edge = ribbon.startY() + ribbon.width() / 2;
            String ends = n(ribbon.startX() + 4) + ' ' + n(edge - half) + "h6m-3 0V" + n(edge + half) + "m-3 0h6";
            add("<path class=\"whisker\" data-m=\"" + material(ribbon) + "\" d=\"M" + ends + "\"/>");
        }
    }

    private int material(Ribbons.Ribbon ribbon) {
        return graph.links().get(ribbon.link()).material();
    }

    private String colour(Link link) {
        if (view.isDifference()) {
            return view.change(link) > 0 ? "more" : "less";
        }
        return palette.colour(graph.materials().get(link.material()));
    }

    private String title(Link link) {
        String ends = graph.nodes().get(link.from()).name() + " \u2192 "
                + graph.nodes().get(link.to()).name() + ", " + graph.material(link) + ": ";
        if (!view.isDifference()) {
            return ends + tonnes(link.grams(view.side()));
        }
        return ends + Rounded.signed(graph.tonnesPerYear(view.change(link))) + " t/yr, from "
                + tonnes(link.grams(view.against())) + " to " + tonnes(link.grams(view.side()));
    }

    private void drawCards() {
        double[] in = new double[graph.nodes().size()];
        double[] out = new double[graph.nodes().size()];
        long[] inGrams = new long[in.length];
        long[] outGrams = new long[in.length];
        for (Ribbons.Ribbon ribbon : ribbons) {
            Link link = graph.links().get(ribbon.link());
            out[link.from()] += ribbon.width();
            in[link.to()] += ribbon.width();
            outGrams[link.from()] += view.grams(link);
            inGrams[link.to()] += view.grams(link);
        }
        add("<g class=\"nodes\">");
        IntStream.range(0, in.length).forEach(node -> {
            Layout.Box card = layout.card(node);
            Node.Kind kind = graph.nodes().get(node).kind();
            boolean idle = in[node] == 0 && out[node] == 0;
            add("<g class=\"node " + kind.name().toLowerCase(Locale.ROOT) + (idle ? " idle" : "") + "\"><title>"
                    + Markup.escape(graph.nodes().get(node).name()
                            + (view.isDifference()
                                    ? ": " + change(node)
                                    : ": " + throughput(inGrams[node], outGrams[node])))
                    + "</title>");
            card(node, card);
            bars(card, in[node], out[node]);
            if (layout.look().showsMass()) {
                mass(node, card, view.isDifference() ? change(node) : tonnes(Math.max(inGrams[node], outGrams[node])));
            }
            add("</g>");
        });
        add("</g>");
    }

    private String throughput(long in, long out) {
        String receives = "receives " + tonnes(in);
        String gives = "gives " + tonnes(out);
        return out == 0 ? receives : in == 0 ? gives : receives + ", " + gives;
    }

    /** How much more or less a node receives, or gives where it receives nothing on either side. */
    private String change(int node) {
        boolean receives = graph.links().stream().anyMatch(link -> link.to() == node && link.most() > 0);
        long grams = graph.links().stream()
                .filter(link -> (receives ? link.to() : link.from()) == node)
                .mapToLong(view::change)
                .sum();
        return (receives ? "in " : "out ") + Rounded.signed(graph.tonnesPerYear(grams)) + " t/yr";
    }

    private void rect(String name, double x, double y, double width, double height) {
        add("<rect class=\"" + name + "\" x=\"" + n(x) + "\" y=\"" + n(y) + "\" width=\"" + n(width) + "\" height=\""
                + n(height) + "\"" + (name.equals("card") ? " rx=\"3\"" : "") + "/>");
    }

    /** The frame of a node and its name, or a reference to them. */
    private void card(int node, Layout.Box card) {
        if (!cards.own()) {
            add("<use href=\"#" + cards.id(node) + "\"/>");
            return;
        }
        if (cards.isShared()) {
            String kind = graph.nodes().get(node).kind().name().toLowerCase(Locale.ROOT);
            add("<g id=\"" + cards.id(node) + "\" class=\"" + kind + "\">");
        }
        rect("card", card.x(), card.y(), card.width(), card.height());
        List<String> lines = layout.nameLines(node);
        for (int i = 0; i < lines.size(); i++) {
            line("name", card, baseline(node, card, i), lines.get(i));
        }
        if (cards.isShared()) {
            add("</g>");
        }
    }

    /** How much comes in and goes out, at the edges of a card; in one path where no diagram takes them from this one. */
    private void bars(Layout.Box card, double in, double out) {
        if (cards.own()) {
            rect("bar", card.x(), card.middle() - in / 2, BAR, in);
            rect("bar", card.right() - BAR, card.middle() - out / 2, BAR, out);
        } else if (in > 0 || out > 0) {
            Shape shape = Shape.brief();
            bar(shape, card.x(), card.middle(), in);
            bar(shape, card.right() - BAR, card.middle(), out);
            add("<path class=\"bar\" d=\"" + shape.text() + "\"/>");
        }
    }

    private static void bar(Shape shape, double x, double middle, double height) {
        if (height > 0) {
            shape.move(x, middle - height / 2)
                    .line(x + BAR, middle - height / 2)
                    .line(x + BAR, middle + height / 2)
                    .line(x, middle + height / 2)
                    .close();
        }
    }

    private void mass(int node, Layout.Box card, String throughput) {
        line("mass", card, baseline(node, card, layout.nameLines(node).size()), throughput);
    }

    /** Where a line of a card stands; all of them stand around its middle. */
    private double baseline(int node, Layout.Box card, int number) {
        int lines = layout.nameLines(node).size() + (layout.look().showsMass() ? 1 : 0);
        double line = layout.look().lineHeight();
        return card.middle() - (lines - 1) * line / 2 + layout.look().fontSize() * 0.35 + number * line;
    }

    private void line(String name, Layout.Box card, double y, String words) {
        String size = cards.own() ? " font-size=\"" + n(layout.look().fontSize()) + '"' : "";
        add("<text class=\"" + name + "\" x=\"" + n(card.x() + Layout.TEXT_PADDING) + "\" y=\"" + n(y) + '"' + size
                + ">" + Markup.escape(words) + "</text>");
    }

    /** How wide the element is that shows a layout, in pixels. */
    public static double width(Layout layout) {
        return Math.max(layout.width(), 360);
    }

    /** A bar beside a mass, so that widths can be read. */
    private void scaleBar(double y) {
        if (layout.pixelsPerGram() == 0) {
            return;
        }
        double tonnes = Rounded.keyOf(graph.tonnesPerYear(1) * 14 / layout.pixelsPerGram());
        double pixels = tonnes / graph.tonnesPerYear(1) * layout.pixelsPerGram();
        rect("bar", 14, y + LEGEND_LINE / 2 - pixels / 2, BAR, pixels);
        add("<text class=\"legend\" x=\"28\" y=\"" + n(y + LEGEND_LINE / 2 + 4) + "\">This height is "
                + Rounded.of(tonnes) + " t a year.</text>");
    }

    private String tonnes(long grams) {
        return Rounded.of(graph.tonnesPerYear(grams)) + " t/yr";
    }

    private static String n(double value) {
        return Shape.number(value);
    }

    private void add(String line) {
        text.append(line).append('\n');
    }
}
