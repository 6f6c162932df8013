package org.circlab.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * The chart of accounts: who and what the books are kept for. Parties are the actors in the order of their ids, then those
 * that stand for the world outside the lab.
 *
 * @param parties names; the actors come first
 * @param actors how many of the parties are actors
 * @param materials names of materials, bought virgin materials included
 */
public record Chart(List<String> parties, int actors, List<String> materials) {

    /** Sells virgin material. */
    public static final String VIRGIN = "virgin";
    /** Buys products of the lab. */
    public static final String EXPORT = "export";
    /** Stands for disposal routes outside the lab. */
    public static final String DISPOSAL = "disposal";
    /** The atmosphere. */
    public static final String AIR = "air";
    /** Rivers and lakes. */
    public static final String WATER = "water";
    /** Gets taxes and the carbon price. */
    public static final String STATE = "state";
    /** Everybody else who is paid or pays: hauliers, suppliers, lenders. */
    public static final String OUTSIDE = "outside";

    private static final List<String> WORLD = List.of(VIRGIN, EXPORT, DISPOSAL, AIR, WATER, STATE, OUTSIDE);

    public Chart {
        parties = List.copyOf(parties);
        materials = List.copyOf(materials);
    }

    /** The chart of a lab with these actors and materials. */
    public static Chart of(List<String> actorIds, List<String> materials) {
        return new Chart(Stream.concat(actorIds.stream(), WORLD.stream()).toList(), actorIds.size(), materials);
    }

    /** Names that no actor may have, since they stand for the world outside the lab. */
    public static List<String> reservedNames() {
        return WORLD;
    }

    /** Index of one of the parties that stand for the world outside. */
    public int world(String name) {
        return actors + WORLD.indexOf(name);
    }

    /** Whether a party is an actor of the lab. */
    public boolean isActor(int party) {
        return party < actors;
    }
}
