package org.circlab.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A standing agreement, served before anything is exchanged.
 *
 * @param id as the scenario names it
 * @param from id of the donor
 * @param to id of the receiver, which takes the material in a line, a need or a disposal site
 * @param material id of the material
 * @param volumeGramsPerYear the most that moves in a year of 365.25 d, at least 0
 * @param gateFeeEurosPerTonne what the donor pays (negative: the receiver pays), instead of the posted fee
 * @param terms how long it runs, and what is owed for what is not delivered
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
        Terms terms,
        boolean existing,
        Source source) {

    /**
     * How long a contract runs, and what is owed for what is not delivered.
     *
     * @param from the first day on which it is in force, on whose anniversaries its years begin; null if it has been in force
     *     before the run, and its years begin on the anniversaries of the start date
     * @param until the first day on which it is in force no more, after {@code from}; null for no end
     * @param leastShare the share of a year's volume that must be delivered, from 0 for nothing to 1
     * @param penaltyEurosPerTonne what is paid for each missing tonne, at least 0; null for as much as the gate fee in force,
     *     whoever pays that
     * @param indexPerYear by what share the gate fee rises on each anniversary beyond the general rise of prices, at least 0
     * @param breach how it can be broken; null if nobody breaks it
     */
    public record Terms(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            double leastShare,
            @Nullable Double penaltyEurosPerTonne,
            double indexPerYear,
            @Nullable Breach breach) {

        /** Without end, minimum and index. */
        public static final Terms OPEN = new Terms(null, null, 0, null, 0, null);

        public Terms {
            if (from != null && until != null && !from.isBefore(until)) {
                throw new IllegalArgumentException(
                        "a contract runs from " + from + " until " + until + "; it must end after it begins");
            }
            if (!(leastShare >= 0 && leastShare <= 1)) {
                throw new IllegalArgumentException("the least share of a contract's volume is " + leastShare
                        + "; it must be from 0 to 1. Maybe it is in %?");
            }
            if (penaltyEurosPerTonne != null) {
                Bounds.atLeast(0.0, "penalty of a contract", penaltyEurosPerTonne);
            }
            Bounds.atLeast(0.0, "index of a contract", indexPerYear);
        }

        /** Whether less than a minimum must be paid for. */
        public boolean hasMinimum() {
            return leastShare > 0;
        }
    }

    public Contract {
        Bounds.atLeast(0, "volume of contract '" + id + "'", volumeGramsPerYear);
    }

    /** A contract without end, minimum and index. */
    public Contract(
            String id,
            String from,
            String to,
            String material,
            long volumeGramsPerYear,
            Timed gateFeeEurosPerTonne,
            boolean existing,
            Source source) {
        this(id, from, to, material, volumeGramsPerYear, gateFeeEurosPerTonne, Terms.OPEN, existing, source);
    }
}
