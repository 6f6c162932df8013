package org.circlab.model;

/**
 * A standing agreement, served before anything is exchanged.
 *
 * @param id as the scenario names it
 * @param from id of the donor
 * @param to id of the receiver, which takes the material in a line, a need or a disposal site
 * @param material id of the material
 * @param volumeGramsPerYear the most that moves in a year of 365.25 d, at least 0
 * @param gateFeeEurosPerTonne what the donor pays (negative: the receiver pays), instead of the posted fee
 * @param existing whether business as usual has it too
 * @param source where the figures come from
 */
public record Contract(
        String id,
        String from,
        String to,
        String material,
        long volumeGramsPerYear,
        Timed gateFeeEurosPerTonne,
        boolean existing,
        Source source) {
    public Contract {
        Bounds.atLeast(0, "volume of contract '" + id + "'", volumeGramsPerYear);
    }
}
