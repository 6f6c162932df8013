package org.circlab.scenario;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.circlab.model.Actor;
import org.circlab.model.Contract;
import org.circlab.model.DistanceTable;
import org.circlab.model.Place;

/** Every pair of actors that can exchange is some way apart, and not half the globe. */
final class PlaceRules {

    static final double FARTHEST_KM = 3000;

    private static final double EARTH_RADIUS_KM = 6371;
    private static final int NAMED = 3;

    private PlaceRules() {}

    static void everyDistanceIsKnown(Draft draft, Reporter reporter) {
        for (Actor actor : draft.actors()) {
            String path = "actors." + actor.id();
            if (actor.place() != null || !reporter.sound(path + ".at") || !reporter.sound("distances")) {
                continue;
            }
            List<String> unknown = draft.distances().equals(DistanceTable.NONE)
                    ? List.of()
                    : draft.actors().stream()
                            .filter(other -> canExchange(draft, actor, other))
                            .map(Actor::id)
                            .filter(other ->
                                    draft.distances().between(actor.id(), other).isEmpty())
                            .toList();
            if (draft.distances().equals(DistanceTable.NONE) || !unknown.isEmpty()) {
                reporter.report(
                        FindingCode.NO_PLACE,
                        path,
                        "'" + actor.id() + "' has no place"
                                + (unknown.isEmpty() ? "." : " and no distance to " + named(unknown) + "."),
                        "Add its latitude and longitude, such as 'at: [46.380, 15.049]'.");
            }
        }
    }

    private static String named(List<String> ids) {
        String first = ids.stream().limit(NAMED).map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        return ids.size() > NAMED ? first + " and " + (ids.size() - NAMED) + " more" : first;
    }

    private static boolean canExchange(Draft draft, Actor one, Actor other) {
        return !one.id().equals(other.id())
                && (canGive(one, other)
                        || canGive(other, one)
                        || draft.contracts().stream().anyMatch(contract -> joins(contract, one, other)));
    }

    private static boolean canGive(Actor donor, Actor receiver) {
        return Draft.gives(donor).anyMatch(material -> receiver.takes(material));
    }

    private static boolean joins(Contract contract, Actor one, Actor other) {
        return List.of(contract.from(), contract.to()).containsAll(List.of(one.id(), other.id()));
    }

    static void actorsAreNear(Draft draft, Reporter reporter) {
        List<Place> places = draft.actors().stream()
                .map(Actor::place)
                .filter(Objects::nonNull)
                .toList();
        if (places.isEmpty()) {
            return;
        }
        Place middle = new Place(median(places, Place::latitude), median(places, Place::longitude));
        for (Actor actor : draft.actors()) {
            if (actor.place() != null && kilometres(actor.place(), middle) > FARTHEST_KM) {
                reporter.report(
                        FindingCode.UNLIKELY_MAGNITUDE,
                        "actors." + actor.id() + ".at",
                        "'" + actor.id() + "' is more than 3000 km from most other actors.",
                        "Maybe latitude and longitude are swapped, or a sign is wrong?");
            }
        }
    }

    /** The coordinate with as many places above as below; it stays where most are, however far a mistake leads. */
    private static double median(List<Place> places, ToDoubleFunction<Place> coordinate) {
        double[] sorted = places.stream().mapToDouble(coordinate).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Great-circle distance on a sphere, near enough to tell a region from half the globe. */
    private static double kilometres(Place one, Place other) {
        double fromNorth = Math.toRadians(one.latitude());
        double toNorth = Math.toRadians(other.latitude());
        double halfNorth = StrictMath.sin((toNorth - fromNorth) / 2);
        double halfEast = StrictMath.sin(Math.toRadians(other.longitude() - one.longitude()) / 2);
        double square =
                halfNorth * halfNorth + StrictMath.cos(fromNorth) * StrictMath.cos(toNorth) * halfEast * halfEast;
        return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, Math.sqrt(square)));
    }
}
