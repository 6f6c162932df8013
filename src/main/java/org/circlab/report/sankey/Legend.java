package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.List;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;
import org.circlab.report.svg.TextWidth;

/** What the colours of a diagram mean, in as many lines as its width asks for. */
final class Legend {

    private static final double SIZE = 12;
    private static final double SWATCH = 14;
    private static final double LINE = 22;
    private static final double LONGEST = 300;

    private record Entry(String colour, String words, double x, int line) {}

    private final List<Entry> entries = new ArrayList<>();
    private double x;
    private int line;

    Legend(Palette palette, View view, FlowGraph graph, double width) {
        if (view.isDifference()) {
            add("more", "more than in " + graph.sides().get(view.against()), width);
            add("less", "less than in it", width);
            return;
        }
        for (FlowGraph.Named material : palette.coloured()) {
            if (palette.moves(graph, material)) {
                add(palette.colour(material), material.name(), width);
            }
        }
        if (palette.hasOthers(graph)) {
            add("m" + Palette.COLOURS, "other materials", width);
        }
    }

    private void add(String colour, String words, double width) {
        String shown = TextWidth.cut(words, SIZE, LONGEST);
        double needed = SWATCH + 6 + TextWidth.of(shown, SIZE) + 16;
        if (x > 0 && x + needed > width) {
            x = 0;
            line++;
        }
        entries.add(new Entry(colour, shown, x, line));
        x += needed;
    }

    int lines() {
        return entries.isEmpty() ? 0 : line + 1;
    }

    void draw(StringBuilder text, double left, double top) {
        for (Entry entry : entries) {
            double y = top + entry.line() * LINE;
            text.append("<rect class=\"r ")
                    .append(entry.colour())
                    .append("\" x=\"")
                    .append(n(left + entry.x()));
            text.append("\" y=\"").append(n(y + 4)).append("\" width=\"14\" height=\"14\"/>");
            text.append("<text class=\"legend\" x=\"")
                    .append(n(left + entry.x() + SWATCH + 6))
                    .append("\" y=\"");
            text.append(n(y + 15))
                    .append("\">")
                    .append(Markup.escape(entry.words()))
                    .append("</text>\n");
        }
    }

    private static String n(double value) {
        return Shape.number(value);
    }
}
