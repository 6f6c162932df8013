package org.circlab.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layer of substances on the network of goods (P. H. Brunner and H. Rechberger, Handbook of Material Flow Analysis, 2nd
 * ed., 2017): what materials consist of, where processes send it, and what receivers ask of it. What is not in the layer is not
 * known and not limited.
 *
 * @param names of all substances, in order, without moisture and heating value
 * @param streams composition of what arises, by stream
 * @param transfers by recipe, then substance, moisture or heating value: the share of the input that goes to each output, by its
 *     material, to {@link #AIR} and to {@link #WATER}; the shares add up to 1. What is not named goes where the mass goes
 * @param limits by line, need or disposal site
 * @param blending lines and needs that mix what they take, so that the mix must keep their limits and not each lot
 * @param halfLives by material, then substance: milliseconds in which half of it decays
 * @param keptByLoop by need, then material: the part of its ratio that is left after each time the material has been through a
 *     line, above 0 and at most 1
 * @param piles stores that mix what is put in them, by actor and material
 */
public record Substances(
        List<String> names,
        Map<Part, Composition> streams,
        Map<String, Map<String, Map<String, Double>>> transfers,
        Map<Part, List<Limit>> limits,
        Set<Part> blending,
        Map<String, Map<String, Double>> halfLives,
        Map<Part, Map<String, Double>> keptByLoop,
        Set<Part> piles) {

    /** Water in the wet mass. */
    public static final String MOISTURE = "moisture";

    /** Lower heating value of the wet mass. */
    public static final String HEATING_VALUE = "heating-value";

    /** The air as a destination of transfers. */
    public static final String AIR = "air";

    /** Water bodies as a destination of transfers. */
    public static final String WATER = "water";

    /** Nothing is known of any material. */
    public static final Substances NONE =
            new Substances(List.of(), Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), Set.of());

    private static final double TOLERANCE = 1e-9;

    public Substances {
        names = List.copyOf(names);
        streams = Map.copyOf(streams);
        transfers = Map.copyOf(transfers);
        limits = Map.copyOf(limits);
        blending = Set.copyOf(blending);
        halfLives = Map.copyOf(halfLives);
        keptByLoop = Map.copyOf(keptByLoop);
        piles = Set.copyOf(piles);
        transfers.forEach((recipe, bySubstance) ->
                bySubstance.forEach((substance, shares) -> requireWhole(recipe, substance, shares)));
        halfLives
                .values()
                .forEach(byName -> byName.forEach((name, millis) -> Bounds.above0("half-life of " + name, millis)));
        keptByLoop
                .values()
                .forEach(byName -> byName.forEach((name, kept) -> Bounds.share("kept by loop of " + name, kept)));
    }

    private static void requireWhole(String recipe, String substance, Map<String, Double> shares) {
        double sum = 0;
        for (double share : shares.values()) {
            Bounds.atLeast(0.0, "transfer of '" + substance + "' in '" + recipe + "'", share);
            sum += share;
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("transfers of '" + substance + "' in '" + recipe + "' add up to " + sum
                    + "; they must add up to 1, since substances are conserved");
        }
    }

    /** Whether anything is known of any material. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
