package org.circlab.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Partners partners = Partners.of(draft);
        Map<String, Actor> actors = draft.actorsById();
        boolean table = !draft.distances().equals(DistanceTable.NONE);
        for (Actor actor : draft.actors()) {
            String path = "actors." + actor.id();
            if (actor.place() != null
                    || !reporter.sound(path + ".at")
                    || !reporter.sound("distances")
                    || !reporter.sound("haulage")) {
                continue;
            }
            List<String> unknown = !table
                    ? List.of()
                    : partners.of(actor).stream()
                            .filter(id -> {
                                Actor other = Objects.requireNonNull(actors.get(id));
                                return !isKnown(draft, actor, other) || !isKnown(draft, other, actor);
                            })
                            .toList();
            if (!table || !unknown.isEmpty()) {
                reporter.report(
                        FindingCode.NO_PLACE,
                        path,
                        "'" + actor.id() + "' has no place"
                                + (unknown.isEmpty() ? "." : " and no distance to " + named(unknown) + "."),
                        "Add its latitude and longitude, such as 'at: [46.380, 15.049]'.");
            }
        }
    }

    /** Who can exchange with whom: the actors that give and take each material, and the partners of contracts. */
    private record Partners(
            Map<String, Set<String>> givers, Map<String, Set<String>> takers, Map<String, Set<String>> contracts) {

        static Partners of(Draft draft) {
            Partners partners = new Partners(new HashMap<>(), new HashMap<>(), new HashMap<>());
            for (Actor actor : draft.actors()) {
                Draft.gives(actor).forEach(material -> add(partners.givers, material, actor.id()));
                Draft.takes(actor).forEach(material -> add(partners.takers, material, actor.id()));
            }
            for (Contract contract : draft.contracts()) {
                add(partners.contracts, contract.from(), contract.to());
                add(partners.contracts, contract.to(), contract.from());
            }
            return partners;
        }

        private static void add(Map<String, Set<String>> sets, String key, String id) {
            sets.computeIfAbsent(key, none -> new TreeSet<>()).add(id);
        }

        /** The ids of those with whom an actor can exchange, in order, without itself. */
        Set<String> of(Actor actor) {
            Set<String> ids = new TreeSet<>(contracts.getOrDefault(actor.id(), Set.of()));
            Draft.gives(actor).forEach(material -> ids.addAll(takers.getOrDefault(material, Set.of())));
            Draft.takes(actor).forEach(material -> ids.addAll(givers.getOrDefault(material, Set.of())));
            ids.remove(actor.id());
            return ids;
        }
    }

    private static String named(List<String> ids) {
        String first = ids.stream().limit(NAMED).map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        return ids.size() > NAMED ? first + " and " + (ids.size() - NAMED) + " more" : first;
    }

    /** Whether the way is known of all that a donor could give to a receiver. */
    private static boolean isKnown(Draft draft, Actor donor, Actor receiver) {
        if (donor.id().equals(receiver.id())
                || draft.distances().between(donor.id(), receiver.id()).isPresent()) {
            return true;
        }
        Set<String> contracted = draft.contracts().stream()
                .filter(contract ->
                        contract.from().equals(donor.id()) && contract.to().equals(receiver.id()))
                .map(Contract::material)
                .collect(Collectors.toSet());
        return Stream.concat(
                        donor.generates().stream().map(each -> new Given(each.material(), each.by())),
                        donor.lines().stream()
                                .flatMap(line -> line.recipe().outputs().stream())
                                .map(each -> new Given(each.material(), each.by())))
                .filter(given -> receiver.takes(given.material()) || contracted.contains(given.material()))
                .map(given ->
                        draft.haulage().carrier(given.by(), donor.id()).mode().id())
                .allMatch(mode -> draft.distances()
                        .between(mode, donor.id(), receiver.id())
                        .isPresent());
    }

    /** A material that an actor gives away, and who carries it. */
    private record Given(String material, String by) {}

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
