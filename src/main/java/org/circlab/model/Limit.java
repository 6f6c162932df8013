package org.circlab.model;

/**
 * What a receiver or a disposal site asks of the composition of what it takes.
 *
 * @param of name of a substance, {@link Substances#MOISTURE} or {@link Substances#HEATING_VALUE}
 * @param atLeast whether {@code value} is the least allowed, as opposed to the most
 * @param value share of the dry matter for a substance, share of the wet mass for moisture, gigajoules a tonne of wet mass for
 *     the heating value; at least 0
 */
public record Limit(String of, boolean atLeast, double value) {

    public Limit {
        Bounds.atLeast(0.0, "limit on '" + of + "'", value);
    }
}
