package org.circlab.model;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Given distances between actors, used as they are; a pair that is given in one direction only holds in both.
 *
 * @param kilometres by road: by the id of the first and then of the second actor
 * @param otherwise by other modes: by the id of the mode, then as by road
 */
public record DistanceTable(
        Map<String, Map<String, Double>> kilometres, Map<String, Map<String, Map<String, Double>>> otherwise) {

    public DistanceTable {
        check(kilometres);
        otherwise.values().forEach(DistanceTable::check);
    }

    /** Distances by road alone. */
    public DistanceTable(Map<String, Map<String, Double>> kilometres) {
        this(kilometres, Map.of());
    }

    private static void check(Map<String, Map<String, Double>> rows) {
        rows.forEach((from, row) ->
                row.forEach((to, km) -> Bounds.atLeast(0.0, "distance from '" + from + "' to '" + to + "'", km)));
    }

    /** No distance is given. */
    public static final DistanceTable NONE = new DistanceTable(Map.of());

    /** The given distance by road between two actors in kilometres, if any. */
    public OptionalDouble between(String from, String to) {
        return between(kilometres, from, to);
    }

    /** The distance between two actors in kilometres that is given for a mode and no other, if any. */
    public OptionalDouble between(String mode, String from, String to) {
        return mode.equals(Haulage.TRUCK)
                ? between(from, to)
                : between(otherwise.getOrDefault(mode, Map.of()), from, to);
    }

    private static OptionalDouble between(Map<String, Map<String, Double>> rows, String from, String to) {
        Double there = rows.getOrDefault(from, Map.of()).get(to);
        Double back = rows.getOrDefault(to, Map.of()).get(from);
        Double found = there != null ? there : back;
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
    }
}
