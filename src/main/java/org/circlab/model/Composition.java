package org.circlab.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a material consists of.
 *
 * @param fractions share of each substance in the dry matter, by its name; each from 0 to 1 and together at most 1
 * @param moisture share of water in the wet mass, from 0 to below 1
 * @param gigajoulesPerTonne lower heating value of the wet mass; 0 where none is known
 */
public record Composition(Map<String, Double> fractions, double moisture, double gigajoulesPerTonne) {

    /** Nothing is known. */
    public static final Composition UNKNOWN = new Composition(Map.of(), 0, 0);

    private static final double TOLERANCE = 1e-9;

    public Composition {
        fractions = Map.copyOf(fractions);
        double sum = 0;
        for (Map.Entry<String, Double> fraction : new TreeMap<>(fractions).entrySet()) {
            Bounds.atLeast(0.0, "fraction of '" + fraction.getKey() + "'", fraction.getValue());
            sum += fraction.getValue();
        }
        Bounds.atLeast(0.0, "moisture", moisture);
        Bounds.finite("heating value", gigajoulesPerTonne);
        if (!(moisture < 1) || !(sum <= 1 + TOLERANCE)) {
            throw new IllegalArgumentException("a composition has " + sum + " of substances in its dry matter and "
                    + moisture + " of water in its wet mass; the former must be at most 1, the latter below 1");
        }
    }
}
