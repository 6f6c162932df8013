package org.circlab.network;

import java.util.OptionalDouble;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.circlab.model.Actor;
import org.circlab.model.Lab;
import org.circlab.model.Place;

/**
 * Road distances between actors: given ones as they are, others from the geodesic on the WGS84 ellipsoid times the detour
 * factor, rounded to the metre so that every platform computes the same (C. F. F. Karney, Algorithms for geodesics, Journal
 * of Geodesy 87, 2013).
 */
public final class Distances {

    private final Lab lab;

    /** The distances of a lab. */
    public Distances(Lab lab) {
        this.lab = lab;
    }

    /**
     * Distance by road between two actors in kilometres; 0 from an actor to itself.
     *
     * @param from index of the one
     * @param to index of the other
     * @throws IllegalArgumentException if there is neither a given distance nor a place for both
     */
    public double kilometres(int from, int to) {
        if (from == to) {
            return 0;
        }
        return between(lab.actors().get(from), lab.actors().get(to));
    }

    private double between(Actor from, Actor to) {
        OptionalDouble given = lab.distances().between(from.id(), to.id());
        if (given.isPresent()) {
            return given.getAsDouble();
        }
        Place a = from.place();
        Place b = to.place();
        if (a == null || b == null) {
            throw new IllegalArgumentException("the distance from '" + from.id() + "' to '" + to.id()
                    + "' is unknown: give both a place (at: [latitude, longitude]) or list it in the distances");
        }
        double metres = Geodesic.WGS84.Inverse(
                        a.latitude(), a.longitude(), b.latitude(), b.longitude(), GeodesicMask.DISTANCE)
                .s12;
        return Math.rint(metres * lab.haulage().truck().detour()) / 1000;
    }
}
