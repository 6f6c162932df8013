package org.circlab.report.chart;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.DoubleStream;
import org.circlab.report.Rounded;

/**
 * What is drawn over months.
 *
 * @param title what it shows, in words
 * @param unit of the numbers
 * @param months one after the other, without a gap
 * @param when where in its month a number belongs
 * @param lines with a number for each month; those drawn last lie on top
 */
public record TimeChart(String title, String unit, List<YearMonth> months, When when, List<Line> lines) {

    /** Where in its month a number belongs. */
    public enum When {
        /** It is of the whole month, such as what has arisen. */
        DURING(0.5),
        /** It is as of the month's end, such as what is in store. */
        AT_END(1);

        private final double place;

        When(double place) {
            this.place = place;
        }

        /** From 0 at the month's beginning to 1 at its end. */
        double place() {
            return place;
        }
    }

    public TimeChart {
        months = List.copyOf(months);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            if (line.points().size() != months.size()) {
                throw new IllegalArgumentException("the line '" + line.name() + "' has "
                        + line.points().size() + " points; it needs one for each of " + months.size() + " months");
            }
        }
    }

    /** Whether there is anything to draw: a month, and a number that is not 0 in a line that is no limit. */
    public boolean tells() {
        return lines.stream()
                .filter(line -> line.look() != Line.Look.LIMIT)
                .flatMap(line -> line.points().stream())
                .anyMatch(point -> point.low() != 0 || point.high() != 0);
    }

    /** All numbers that the axis must cover. */
    DoubleStream values() {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .flatMapToDouble(point -> DoubleStream.of(point.low(), point.mean(), point.high()));
    }

    /** The chart in words, for who does not see it. */
    String description() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            if (line.points().isEmpty()) {
                continue;
            }
            double first = line.points().get(0).mean();
            double last = line.points().get(line.points().size() - 1).mean();
            double most = line.points().stream().mapToDouble(Band::mean).max().orElse(0);
            text.append(text.isEmpty() ? "" : " ").append(line.name() + ": ");
            if (first == last && first == most) {
                text.append(amount(first) + " throughout.");
            } else {
                text.append(amount(first) + " in " + months.get(0) + ", " + amount(last) + " in "
                        + months.get(months.size() - 1) + ", at most " + amount(most) + ".");
            }
        }
        return text.toString();
    }

    /** The number of a line in a month, with the range of its replications. */
    String words(Line line, int month) {
        Band point = line.points().get(month);
        String range = point.high() > point.low()
                ? " (" + Rounded.of(point.low()) + " to " + Rounded.of(point.high()) + ")"
                : "";
        return line.name() + " " + amount(point.mean()) + range;
    }

    private String amount(double value) {
        return Rounded.of(value) + " " + unit;
    }
}
