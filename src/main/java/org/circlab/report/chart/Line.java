package org.circlab.report.chart;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name short, to stand at its end
 * @param look how it is drawn
 * @param points a number for each month; none for a level that has none
 */
public record Line(String name, Look look, List<Band> points) {

    /** How a line is drawn; each differs from the others by its dashes as well as its colour. */
    public enum Look {
        /** Solid and strong: what the chart is about. */
        MAIN("main"),
        /** Dashed: what it is compared with. */
        USUAL("usual"),
        /** Long dashes with dots: something else of the same kind. */
        OTHER("other"),
        /** Dotted and without a band: a level that must not be passed. */
        LIMIT("limit");

        private final String word;

        Look(String word) {
            this.word = word;
        }

        /** Its class in SVG. */
        String word() {
            return word;
        }
    }

    public Line {
        points = List.copyOf(points);
    }

    /** Whether chance changes any of its points. */
    boolean hasBand() {
        return look != Look.LIMIT && points.stream().anyMatch(point -> point.high() > point.low());
    }
}
