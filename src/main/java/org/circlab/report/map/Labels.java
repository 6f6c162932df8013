package org.circlab.report.map;

import java.util.ArrayList;
import java.util.List;
import org.circlab.report.Rounded;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;
import org.circlab.report.svg.TextWidth;

/** Names on a map: each where there is room for it beside those that came before. */
final class Labels {

    private static final double FONT = 12;
    /** Names are cut to the first of these widths that finds room. */
    private static final double[] LONGEST = {280, 150};

    private record Area(double x, double y, double width, double height) {
        boolean meets(Area other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    private final Projection window;
    private final List<Area> taken = new ArrayList<>();

    Labels(Projection window) {
        this.window = window;
    }

    /** Lets no name lie on a dot. */
    void keepFree(double x, double y, double radius) {
        taken.add(new Area(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** The name of a dot as an element, cut if it is long; empty where there is no room. */
    String beside(double x, double y, double radius, String name) {
        for (double longest : LONGEST) {
            String placed = placed(x, y, radius, TextWidth.cut(name, FONT, longest));
            if (!placed.isEmpty()) {
                return placed;
            }
        }
        return "";
    }

    private String placed(double x, double y, double radius, String words) {
        double width = TextWidth.of(words, FONT);
        double[] east = {x + radius + 4, y + 4};
        double[] west = {x - radius - 4 - width, y + 4};
        boolean outwardsIsEast = x > window.width / 2;
        double[][] spots = {
            outwardsIsEast ? east : west,
            {x - width / 2, y + radius + 16},
            {x - width / 2, y - radius - 8},
            outwardsIsEast ? west : east
        };
        for (double[] spot : spots) {
            Area area = new Area(spot[0], spot[1] - 11, width, 15);
            boolean inside =
                    area.x() > 2 && area.x() + width < window.width - 2 && area.y() > 2 && spot[1] < window.height - 6;
            if (inside && taken.stream().noneMatch(area::meets)) {
                taken.add(area);
                return "<text class=\"place\" font-size=\"12\" x=\"" + n(spot[0]) + "\" y=\"" + n(spot[1]) + "\">"
                        + Markup.escape(words) + "</text>\n";
            }
        }
        return "";
    }

    /** A bar beside a round number of kilometres. */
    static String scaleBar(Projection window) {
        double kilometres = 1000;
        for (double shorter : new double[] {500, 200, 100, 50, 20, 10, 5, 2, 1}) {
            kilometres = kilometres * window.pixelsPerKilometre() > window.width / 5 ? shorter : kilometres;
        }
        double length = kilometres * window.pixelsPerKilometre();
        double y = window.height - 12;
        return "<path class=\"rule\" d=\"M14 " + n(y - 4) + "V" + n(y) + "H" + n(14 + length) + "V" + n(y - 4)
                + "\"/><text class=\"place\" font-size=\"12\" x=\"" + n(20 + length) + "\" y=\"" + n(y) + "\">"
                + Rounded.of(kilometres) + " km</text>\n";
    }

    private static String n(double value) {
        return Shape.number(value);
    }
}
