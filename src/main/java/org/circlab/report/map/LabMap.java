package org.circlab.report.map;

import java.util.Comparator;
import java.util.List;
import org.circlab.model.Place;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;

/**
 * Labs on one map: a ring for each, whose area is an amount, and within it a disc whose area is a part of that amount. All are
 * of one scale.
 */
public final class LabMap {

    private static final double WIDTH = 860;
    private static final double WIDEST = 34;

    /**
     * A lab.
     *
     * @param name for people
     * @param place where it is
     * @param whole the amount of the ring, not negative
     * @param part the amount of the disc, not negative
     * @param words what both are
     */
    public record Spot(String name, Place place, double whole, double part, String words) {}

    private LabMap() {}

    /**
     * The map as an SVG element for a page.
     *
     * @param spots at least one
     */
    public static String element(List<Spot> spots) {
        Projection window = new Projection(spots.stream().map(Spot::place).toList(), WIDTH);
        double most = spots.stream()
                .mapToDouble(spot -> Math.max(spot.whole(), spot.part()))
                .max()
                .orElse(0);
        StringBuilder text =
                new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sankey map\" role=\"img\""
                        + " aria-label=\"Where the labs are\" viewBox=\"0 0 " + n(window.width) + ' ' + n(window.height)
                        + "\" width=\"" + n(window.width) + "\" height=\"" + n(window.height)
                        + "\">\n<title>Where the labs are</title>\n<path class=\"land\" d=\"" + Outlines.path(window)
                        + "\"/>\n");
        Labels labels = new Labels(window);
        spots.forEach(
                spot -> labels.keepFree(window.x(spot.place()), window.y(spot.place()), radius(spot.whole(), most)));
        List<Spot> largestFirst = spots.stream()
                .sorted(Comparator.comparingDouble((Spot spot) -> -spot.whole()))
                .toList();
        for (Spot spot : largestFirst) {
            double x = window.x(spot.place());
            double y = window.y(spot.place());
            text.append("<g class=\"lab\"><title>" + Markup.escape(spot.name() + ": " + spot.words()) + "</title>");
            circle(text, "ring", x, y, Math.max(2, radius(spot.whole(), most)));
            circle(text, "disc", x, y, radius(spot.part(), most));
            text.append("</g>\n");
        }
        for (Spot spot : largestFirst) {
            text.append(labels.beside(
                    window.x(spot.place()), window.y(spot.place()), radius(spot.whole(), most), spot.name()));
        }
        return text.append(Labels.scaleBar(window)).append("</svg>\n").toString();
    }

    private static void circle(StringBuilder text, String kind, double x, double y, double radius) {
        text.append("<circle class=\"" + kind + "\" cx=\"" + n(x) + "\" cy=\"" + n(y) + "\" r=\"" + n(radius) + "\"/>");
    }

    private static double radius(double amount, double most) {
        return most > 0 ? WIDEST * Math.sqrt(Math.max(0, amount) / most) : 0;
    }

    private static String n(double value) {
        return Shape.number(value);
    }
}
