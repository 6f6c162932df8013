package org.circlab.model;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Given road distances between actors, used as they are; a pair that is given in one direction only holds in both.
 *
 * @param kilometres by the id of the first and then of the second actor
 */
public record DistanceTable(Map<String, Map<String, Double>> kilometres) {

    public DistanceTable {
        kilometres.forEach((from, row) ->
                row.forEach((to, km) -> Bounds.atLeast(0.0, "distance from '" + from + "' to '" + to + "'", km)));
    }

    /** No distance is given. */
    public static final DistanceTable NONE = new DistanceTable(Map.of());

    /** The given distance between two actors in kilometres, if any. */
    public OptionalDouble between(String from, String to) {
        Double there = kilometres.getOrDefault(from, Map.of()).get(to);
        Double back = kilometres.getOrDefault(to, Map.of()).get(from);
        Double found = there != null ? there : back;
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
    }
}
