package org.circlab.report.chart;

import java.util.List;
import org.circlab.report.Rounded;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;
import org.circlab.report.svg.TextWidth;

/**
 * From all that came in to what got through, step by step: the first bar is everything, each loss is cut from the right end of
 * what was left, and what got through stays at the left. So the bars below the first one lie end to end and fill its width.
 *
 * @param title what it shows, in words
 * @param unit of the amounts
 * @param all what the first bar is called
 * @param steps losses from first to last, then what got through
 */
public record Funnel(String title, String unit, String all, List<Step> steps) {

    private static final double WIDTH = 440;
    private static final double ROW = 38;
    private static final double BAR = 12;
    private static final double FONT = 13;
    private static final double EDGE = 4;
    private static final double THINNEST = 1;

    /**
     * A loss, or what got through.
     *
     * @param words why, or where to
     * @param amount 0 or more
     * @param lost whether it is a loss
     */
    public record Step(String words, double amount, boolean lost) {
        public Step {
            if (!(amount >= 0)) {
                throw new IllegalArgumentException("'" + words + "' takes " + amount + "; it must take 0 or more");
            }
        }
    }

    public Funnel {
        steps = List.copyOf(steps);
    }

    /** All that came in. */
    public double total() {
        return steps.stream().mapToDouble(Step::amount).sum();
    }

    /** The funnel as an element for a page that has {@link ChartStyle#RULES}; there must be something that came in. */
    public String element() {
        StringBuilder text = new StringBuilder();
        String name = Markup.escape(title);
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" aria-label=\"" + name
                + "\" viewBox=\"0 0 " + Shape.number(WIDTH) + ' ' + Shape.number(ROW * (steps.size() + 1) + EDGE)
                + "\">\n<title>" + name + "</title>\n<desc>" + Markup.escape(description()) + "</desc>\n");
        row(text, 0, new Step(all, total(), false), "all", 0);
        double left = total();
        for (int i = 0; i < steps.size(); i++) {
            left -= steps.get(i).amount();
            row(text, i + 1, steps.get(i), steps.get(i).lost() ? "lost" : "kept", Math.max(0, left));
        }
        return text.append("</svg>\n").toString();
    }

    private void row(StringBuilder text, int row, Step step, String look, double from) {
        double perUnit = (WIDTH - 2 * EDGE) / total();
        double y = row * ROW + FONT + EDGE;
        String amount = amount(step.amount());
        double room = WIDTH - 3 * EDGE - TextWidth.of(amount, FONT);
        double width = Math.max(THINNEST, step.amount() * perUnit);
        double x = Math.min(EDGE + from * perUnit, WIDTH - EDGE - width);
        text.append("<text x=\"" + Shape.number(EDGE) + "\" y=\"" + Shape.number(y) + "\">"
                        + Markup.escape(TextWidth.cut(step.words(), FONT, room)) + "</text>")
                .append("<text x=\"" + Shape.number(WIDTH - EDGE) + "\" y=\"" + Shape.number(y)
                        + "\" text-anchor=\"end\">" + Markup.escape(amount) + "</text>")
                .append("<rect class=\"step " + look + "\" x=\"" + Shape.number(x) + "\" y=\""
                        + Shape.number(y + EDGE) + "\" width=\"" + Shape.number(width) + "\" height=\""
                        + Shape.number(BAR) + "\"/>\n");
    }

    private String amount(double amount) {
        return Rounded.of(amount) + " " + unit + ", " + Rounded.percent(amount / total());
    }

    private String description() {
        StringBuilder text = new StringBuilder(all + ": " + Rounded.of(total()) + " " + unit + ".");
        for (Step step : steps) {
            text.append(' ').append(step.words() + ": " + amount(step.amount()) + ".");
        }
        return text.toString();
    }
}
