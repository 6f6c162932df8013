package org.circlab.report.graph;

import org.circlab.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * A party of the flows.
 *
 * @param id of the actor or of a party outside the lab; with {@code /disposal} or {@code /backfill} behind it,
 *     what ends at the sites of that actor
 * @param name for people
 * @param kind what it stands for
 * @param place where it is; null where unknown and for parties outside the lab
 */
public record Node(
        String id, String name, Kind kind, @Nullable Place place) {

    /** What a node stands for. */
    public enum Kind {
        /** An actor of the lab. */
        ACTOR,
        /** Sites of an actor for disposal or for backfilling, where material ends. */
        SITE,
        /** A party that stands for the world outside the lab. */
        OUTSIDE
    }

    /** A node whose place does not matter. */
    public Node(String id, String name, Kind kind) {
        this(id, name, kind, null);
    }
}
