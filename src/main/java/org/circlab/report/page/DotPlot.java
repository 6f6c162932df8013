package org.circlab.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.report.Scale;
import org.circlab.report.Standing;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;
import org.circlab.report.svg.TextWidth;
import org.circlab.score.Comparison.Entry;
import org.circlab.score.Comparison.Row;
import org.circlab.score.Estimate;
import org.circlab.score.Sense;

/** All candidates by one indicator: a dot and its 95 % interval for each on one scale, with a line where nothing changes. */
final class DotPlot {

    private static final double WIDTH = 360;
    private static final double MARGIN = 8;
    private static final double ROW = 36;
    private static final double FONT = 12;

    private final Row row;
    private final Per per;
    private final List<String> labels;
    private final Scale scale;
    private double low;
    private double high;

    DotPlot(Row row, Per per, List<String> labels) {
        this.row = row;
        this.per = per;
        this.labels = labels;
        this.scale = per.scale(row);
        for (Entry entry : row.entries()) {
            Estimate estimate = per.of(entry);
            boolean sure = Double.isFinite(estimate.halfWidth());
            low = Math.min(low, sure ? estimate.low95() : estimate.mean());
            high = Math.max(high, sure ? estimate.high95() : estimate.mean());
        }
        if (low == high) {
            low = -1;
            high = 1;
        }
    }

    String unit() {
        return scale.unit();
    }

    String svg() {
        double height = ROW * row.entries().size() + 2;
        StringBuilder text = new StringBuilder("<svg class=\"dots\" role=\"img\" aria-label=\"");
        text.append(Markup.escape(words()))
                .append("\" viewBox=\"0 0 360 " + n(height) + "\" width=\"360\" height=\"" + n(height) + "\">\n")
                .append("<path class=\"zero\" d=\"M" + n(x(0)) + " 0V" + n(height) + "\"/>\n");
        for (int i = 0; i < row.entries().size(); i++) {
            candidate(text, i, 15 + i * ROW);
        }
        return text.append("</svg>\n").toString();
    }

    private void candidate(StringBuilder text, int index, double y) {
        Entry entry = row.entries().get(index);
        Estimate estimate = per.of(entry);
        String value = value(estimate);
        boolean best = Standing.of(entry) == Standing.BEST;
        double room = WIDTH - 2 * MARGIN - 26 - TextWidth.of(value, FONT);
        text.append("<g class=\"" + look(estimate) + "\"><title>"
                        + Markup.escape(labels.get(index) + ": " + value + " " + scale.unit()) + "</title>")
                .append("<text class=\"" + (best ? "who best" : "who") + "\" x=\"14\" y=\"" + n(y) + "\">"
                        + Markup.escape(TextWidth.cut(labels.get(index), FONT, room)) + "</text>")
                .append("<text class=\"value\" text-anchor=\"end\" x=\"346\" y=\"" + n(y) + "\">" + Markup.escape(value)
                        + "</text>");
        double dot = y + 12;
        double mean = x(estimate.mean());
        text.append("<path class=\"stem\" d=\"M" + n(x(0)) + ' ' + n(dot) + 'H' + n(mean) + "\"/>");
        if (Double.isFinite(estimate.halfWidth())) {
            text.append("<path class=\"range\" d=\"M" + n(x(estimate.low95())) + ' ' + n(dot) + 'H'
                    + n(x(estimate.high95())) + "\"/>");
        }
        text.append("<circle cx=\"" + n(mean) + "\" cy=\"" + n(dot) + "\" r=\"4.5\"/></g>\n");
    }

    /** Whether the change is clearly for the better, clearly for the worse, or neither. */
    private String look(Estimate estimate) {
        boolean unclear = estimate.replications() > 1 && estimate.low95() <= 0 && estimate.high95() >= 0;
        if (estimate.mean() == 0 || unclear) {
            return "unclear";
        }
        return estimate.mean() > 0 == (row.measure().sense() == Sense.HIGHER_IS_BETTER) ? "better" : "worse";
    }

    private String value(Estimate estimate) {
        return scale.difference(estimate.mean(), estimate.halfWidth());
    }

    private String words() {
        List<String> parts = new ArrayList<>();
        IntStream.range(0, labels.size())
                .forEach(i -> parts.add(
                        labels.get(i) + " " + value(per.of(row.entries().get(i)))));
        return row.measure().title() + ", change in " + scale.unit() + ": " + String.join("; ", parts);
    }

    private double x(double value) {
        return MARGIN + (WIDTH - 2 * MARGIN) * (value - low) / (high - low);
    }

    private static String n(double value) {
        return Shape.number(value);
    }
}
