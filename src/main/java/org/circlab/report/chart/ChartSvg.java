package org.circlab.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.circlab.report.Rounded;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;
import org.circlab.report.svg.TextWidth;

/** Draws a chart over months as SVG, of a size that can be read on a phone. */
public final class ChartSvg {

    /** Width of all charts. */
    public static final double WIDTH = 440;

    private static final double HEIGHT = 270;
    private static final double FONT = 13;
    private static final double TOP = 30;
    private static final double BELOW = 26;
    private static final double EDGE = 4;
    private static final double GAP = 6;
    private static final double LABEL_LINE = 16;
    private static final double LONGEST_LABEL = 118;
    private static final int MOST_STEPS = 5;
    private static final int MOST_YEARS = 6;
    private static final int MOST_HITS = 72;

    private final TimeChart chart;
    private final Axis axis;
    private final boolean alone;
    private final double left;
    private final double right;
    private final double bottom = HEIGHT - BELOW;
    private final StringBuilder text = new StringBuilder();

    private ChartSvg(TimeChart chart, List<TimeChart> sameScale) {
        this.chart = chart;
        this.alone = sameScale.size() == 1;
        double[] values =
                sameScale.stream().flatMapToDouble(TimeChart::values).sorted().toArray();
        this.axis = values.length == 0
                ? Axis.covering(0, 0, MOST_STEPS)
                : Axis.covering(values[0], values[values.length - 1], MOST_STEPS);
        double widest = axis.ticks().stream()
                .mapToDouble(tick -> TextWidth.of(tickWords(tick), FONT))
                .max()
                .orElse(0);
        double labels = chart.lines().stream()
                .mapToDouble(line -> TextWidth.of(label(line), FONT))
                .max()
                .orElse(0);
        this.left = EDGE + widest + GAP;
        this.right = WIDTH - EDGE - labels - 2 * GAP;
    }

    /** The chart as an element for a page that has {@link ChartStyle#RULES}. */
    public static String element(TimeChart chart) {
        return element(chart, List.of(chart));
    }

    /**
     * The same at a scale that it shares with others.
     *
     * @param sameScale all that have the scale, this one among them
     */
    public static String element(TimeChart chart, List<TimeChart> sameScale) {
        return new ChartSvg(chart, sameScale).draw();
    }

    private String draw() {
        String title = Markup.escape(chart.title() + ", " + chart.unit());
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" aria-label=\"" + title
                + "\" viewBox=\"0 0 " + n(WIDTH) + ' ' + n(HEIGHT) + "\">");
        add("<title>" + title + "</title>");
        add("<desc>" + Markup.escape(chart.description()) + "</desc>");
        words("unit", EDGE, FONT + 2, "start", TextWidth.cut(chart.unit(), FONT, WIDTH - 2 * EDGE));
        drawAxes();
        chart.lines().stream().filter(Line::hasBand).forEach(this::drawBand);
        chart.lines().forEach(this::drawLine);
        drawLabels();
        if (alone) {
            drawHits();
        }
        return text.append("</svg>\n").toString();
    }

    private void drawAxes() {
        for (BigDecimal tick : axis.ticks()) {
            double y = y(tick.doubleValue());
            add("<path class=\"" + (tick.signum() == 0 ? "zero" : "grid") + "\" d=\"M" + n(left) + ' ' + n(y) + "H"
                    + n(right) + "\"/>");
            words("tick", left - GAP, y + FONT * 0.35, "end", tickWords(tick));
        }
        double free = EDGE;
        for (Years.Tick tick : Years.ticks(chart.months(), MOST_YEARS)) {
            double x = left + tick.at() * perMonth();
            double half = TextWidth.of(tick.words(), FONT) / 2;
            double middle = Math.min(Math.max(x, EDGE + half), WIDTH - EDGE - half);
            add("<path class=\"zero\" d=\"M" + n(x) + ' ' + n(bottom) + "v5\"/>");
            if (middle - half >= free) {
                words("tick", middle, HEIGHT - GAP, "middle", tick.words());
                free = middle + half + GAP;
            }
        }
    }

    private void drawBand(Line line) {
        Shape shape = alone ? new Shape() : Shape.brief();
        for (int i = 0; i < line.points().size(); i++) {
            to(shape, i, line.points().get(i).high());
        }
        for (int i = line.points().size() - 1; i >= 0; i--) {
            shape.line(x(i), y(line.points().get(i).low()));
        }
        add("<path class=\"band " + line.look().word() + "\" d=\""
                + shape.close().text() + "\"/>");
    }

    private void drawLine(Line line) {
        Shape shape = alone ? new Shape() : Shape.brief();
        for (int i = 0; i < line.points().size(); i++) {
            to(shape, i, line.points().get(i).mean());
        }
        if (line.points().size() == 1) {
            shape.line(x(0) + 1, y(line.points().get(0).mean()));
        }
        add("<path class=\"line " + line.look().word() + "\" d=\"" + shape.text() + "\"/>");
    }

    private void to(Shape shape, int month, double value) {
        if (month == 0) {
            shape.move(x(month), y(value));
        } else {
            shape.line(x(month), y(value));
        }
    }

    /** The names of the lines at their ends, moved apart where they would lie on each other. */
    private void drawLabels() {
        List<Line> lines = new ArrayList<>(chart.lines());
        lines.removeIf(line -> line.points().isEmpty());
        lines.sort(Comparator.comparingDouble((Line line) -> y(end(line))));
        double[] at = apart(lines.stream().mapToDouble(line -> y(end(line))).toArray());
        for (int i = 0; i < at.length; i++) {
            double x = x(chart.months().size() - 1);
            add("<path class=\"lead\" d=\"M" + n(x) + ' ' + n(y(end(lines.get(i)))) + 'L' + n(right + GAP) + ' '
                    + n(at[i]) + "\"/>");
            words("name", right + 2 * GAP, at[i] + FONT * 0.35, "start", label(lines.get(i)));
        }
    }

    /** Places at least a line apart and within the plot, each as near to where it was as going from the top allows. */
    private double[] apart(double[] sorted) {
        double[] at = sorted.clone();
        for (int i = 0; i < at.length; i++) {
            double free = i == 0 ? TOP : at[i - 1] + LABEL_LINE;
            at[i] = Math.max(at[i], free);
        }
        for (int i = at.length - 1; i >= 0; i--) {
            double free = i == at.length - 1 ? bottom : at[i + 1] - LABEL_LINE;
            at[i] = Math.min(at[i], free);
        }
        return at;
    }

    /** A strip for each month that says its numbers to whoever points at it; not where strips would be too thin. */
    private void drawHits() {
        if (chart.months().size() > MOST_HITS) {
            return;
        }
        for (int month = 0; month < chart.months().size(); month++) {
            int at = month;
            String told =
                    chart.lines().stream().map(line -> chart.words(line, at)).collect(Collectors.joining("; "));
            add("<rect class=\"hit\" x=\"" + n(left + month * perMonth()) + "\" y=\"" + n(TOP) + "\" width=\""
                    + n(perMonth()) + "\" height=\"" + n(bottom - TOP) + "\"><title>"
                    + Markup.escape(chart.months().get(month) + ": " + told) + "</title></rect>");
        }
    }

    private void words(String name, double x, double y, String anchor, String words) {
        add("<text class=\"" + name + "\" x=\"" + n(x) + "\" y=\"" + n(y) + "\" text-anchor=\"" + anchor + "\">"
                + Markup.escape(words) + "</text>");
    }

    private static double end(Line line) {
        return line.points().get(line.points().size() - 1).mean();
    }

    private static String label(Line line) {
        return TextWidth.cut(line.name(), FONT, LONGEST_LABEL);
    }

    private static String tickWords(BigDecimal tick) {
        return Rounded.of(tick.doubleValue());
    }

    private double perMonth() {
        return (right - left) / Math.max(1, chart.months().size());
    }

    private double x(int month) {
        return left + (month + chart.when().place()) * perMonth();
    }

    private double y(double value) {
        return bottom - (bottom - TOP) * axis.share(value);
    }

    private static String n(double value) {
        return Shape.number(value);
    }

    private void add(String line) {
        text.append(line).append('\n');
    }
}
