package org.circlab.network;

import java.util.OptionalDouble;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.circlab.model.Actor;
import org.circlab.model.Haulage.Mode;
import org.circlab.model.Lab;
import org.circlab.model.Place;

/**
 * Distances between actors by mode of transport: given ones as they are, others from the geodesic on the WGS84 ellipsoid times
 * the detour factor of the mode, rounded to the metre so that every platform computes the same (C. F. F. Karney, Algorithms for
 * geodesics, Journal of Geodesy 87, 2013). A given distance by road stands in for another mode only where a place is unknown.
 */
public final class Distances {

    private final Lab lab;

    /** The distances of a lab. */
    public Distances(Lab lab) {
        this.lab = lab;
    }

    /**
     * Distance between two actors in kilometres; 0 from an actor to itself.
     *
     * @param mode how the way is gone
     * @param from index of the one
     * @param to index of the other
     * @throws IllegalArgumentException if there is neither a given distance nor a place for both
     */
    public double kilometres(Mode mode, int from, int to) {
        return find(mode, from, to)
                .orElseThrow(() -> unknown(lab.actors().get(from), lab.actors().get(to)));
    }

    /** The same, or nothing where the distance is unknown. */
    OptionalDouble find(Mode mode, int from, int to) {
        return from == to
                ? OptionalDouble.of(0)
                : between(mode, lab.actors().get(from), lab.actors().get(to));
    }

    private OptionalDouble between(Mode mode, Actor from, Actor to) {
        OptionalDouble given = lab.distances().between(mode.id(), from.id(), to.id());
        if (given.isPresent()) {
            return given;
        }
        Place a = from.place();
        Place b = to.place();
        if (a == null || b == null) {
            return lab.distances().between(from.id(), to.id());
        }
        double metres = Geodesic.WGS84.Inverse(
                        a.latitude(), a.longitude(), b.latitude(), b.longitude(), GeodesicMask.DISTANCE)
                .s12;
        return OptionalDouble.of(Math.rint(metres * mode.detour()) / 1000);
    }

    private static IllegalArgumentException unknown(Actor from, Actor to) {
        return new IllegalArgumentException("the distance from '" + from.id() + "' to '" + to.id()
                + "' is unknown: give both a place (at: [latitude, longitude]) or list it in the distances");
    }
}
