package org.circlab.report.map;

import java.util.List;
import org.circlab.model.Place;

/**
 * A window onto the globe: equirectangular, with degrees of longitude as wide as they are at its middle latitude. Good for a
 * region, not for the world.
 */
final class Projection {

    private static final double KILOMETRES_PER_DEGREE = 111.2;
    private static final double LEAST_KILOMETRES = 12;
    private static final double MARGIN = 0.2;

    final double width;
    final double height;
    private final double west;
    private final double north;
    private final double pixelsPerDegreeEast;
    private final double pixelsPerDegreeNorth;

    /**
     * A window that holds all places with a margin around them.
     *
     * @param places at least one
     * @param width in pixels
     */
    Projection(List<Place> places, double width) {
        double south = places.stream().mapToDouble(Place::latitude).min().orElse(0);
        double top = places.stream().mapToDouble(Place::latitude).max().orElse(0);
        double left = places.stream().mapToDouble(Place::longitude).min().orElse(0);
        double right = places.stream().mapToDouble(Place::longitude).max().orElse(0);
        double middle = (south + top) / 2;
        double shrink = Math.max(0.05, StrictMath.cos(StrictMath.toRadians(middle)));
        double least = LEAST_KILOMETRES / KILOMETRES_PER_DEGREE;
        double eastKm = Math.max(right - left, least / shrink) * (1 + 2 * MARGIN);
        double northKm = Math.max(top - south, least) * (1 + 2 * MARGIN);
        northKm = Math.max(northKm, eastKm * shrink * 0.45);
        eastKm = Math.max(eastKm, northKm * 1.25 / shrink);
        this.width = width;
        this.pixelsPerDegreeEast = width / eastKm;
        this.pixelsPerDegreeNorth = pixelsPerDegreeEast / shrink;
        this.height = northKm * pixelsPerDegreeNorth;
        this.west = (left + right - eastKm) / 2;
        this.north = middle + northKm / 2;
    }

    double x(Place place) {
        return (place.longitude() - west) * pixelsPerDegreeEast;
    }

    double y(Place place) {
        return (north - place.latitude()) * pixelsPerDegreeNorth;
    }

    /** How many pixels a kilometre is. */
    double pixelsPerKilometre() {
        return pixelsPerDegreeNorth / KILOMETRES_PER_DEGREE;
    }

    /** Whether a straight line between two places may run through the window. */
    boolean maySee(Place one, Place other) {
        return between(x(one), x(other), width) && between(y(one), y(other), height);
    }

    private static boolean between(double one, double other, double end) {
        return Math.max(one, other) >= 0 && Math.min(one, other) <= end;
    }
}
