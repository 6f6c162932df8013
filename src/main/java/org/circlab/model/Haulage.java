package org.circlab.model;

import java.util.List;

/**
 * How material is carried: a haulier without limit who ships by payload, and own fleets that queue.
 *
 * @param truck cost, speed and emissions of every truck
 * @param fleets own fleets, by id
 */
public record Haulage(Truck truck, List<Fleet> fleets) {

    /** The word that stands for the haulier without limit. */
    public static final String HAULIER = "haulier";

    /**
     * A truck.
     *
     * @param payloadGrams what one trip carries, above 0
     * @param costEurosPerTonneKilometre for each tonne and kilometre loaded, the empty return included; at least 0
     * @param kilometresPerHour door to door, above 0
     * @param detour road distance over great-circle distance, at least 1
     * @param ghgKilogramsPerTonneKilometre kilograms of CO2e for each tonne and kilometre, at least 0
     */
    public record Truck(
            long payloadGrams,
            double costEurosPerTonneKilometre,
            double kilometresPerHour,
            double detour,
            double ghgKilogramsPerTonneKilometre) {
        public Truck {
            Bounds.atLeast(1, "payload of the truck", payloadGrams);
            Bounds.atLeast(0.0, "cost of the truck", costEurosPerTonneKilometre);
            Bounds.above0("speed of the truck", kilometresPerHour);
            Bounds.atLeast(1.0, "detour of the truck", detour);
            Bounds.atLeast(0.0, "ghg of the truck", ghgKilogramsPerTonneKilometre);
        }
    }

    /**
     * Trucks of one actor; lots wait for them first come first served.
     *
     * @param id as the scenario names it
     * @param owner id of the actor
     * @param trucks how many, at least 1
     * @param payloadGrams what one trip carries; {@link Long#MAX_VALUE} for one trip a lot whatever its mass
     */
    public record Fleet(String id, String owner, int trucks, long payloadGrams) {
        public Fleet {
            Bounds.atLeast(1, "trucks of fleet '" + id + "'", trucks);
            Bounds.atLeast(1, "payload of fleet '" + id + "'", payloadGrams);
        }
    }

    public Haulage {
        fleets = List.copyOf(fleets);
    }
}
