package org.circlab.model;

/**
 * An indicator that the scenario defines over others.
 *
 * @param id unique among all indicators
 * @param name for people
 * @param unit of the value, in words of the user
 * @param better which way is better
 * @param text the formula as it is written
 * @param formula over the ids of indicators, of the program or of the scenario before it in the order of the list
 */
public record OwnIndicator(String id, String name, String unit, Better better, String text, Formula formula) {

    /** Which way an indicator is better. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    public OwnIndicator {
        if (name.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException(
                    "indicator '" + id + "' has an empty name or unit; state both. Maybe its unit is 1?");
        }
    }
}
