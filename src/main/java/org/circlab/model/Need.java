package org.circlab.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A demand for material, met first from secondary material in store, the rest with virgin material bought at that instant.
 *
 * @param id unique within its actor; also the name of the virgin material in the results
 * @param meanTonnesPerYear mean demand in tonnes of virgin material a year of 365.25 d, at least 0
 * @param every the time between draws; the first comes one such time after the run begins
 * @param spread how single draws scatter
 * @param season the yearly pattern, or null
 * @param hours when it draws; null for always. A year takes the same mean either way
 * @param virginPriceEurosPerTonne price of virgin material, at least 0
 * @param virginGhgKilogramsPerTonne kilograms of CO2e for each tonne of virgin material
 * @param accepts the secondary materials that can take its place
 * @param operation the recovery operation that secondary material undergoes by its use
 * @param storeGrams room for secondary material on the way and waiting; 0 for the default of what is needed between two
 *     rounds of the exchange
 * @param source where the figures come from
 */
public record Need(
        String id,
        Timed meanTonnesPerYear,
        Interval every,
        Spread spread,
        @Nullable Season season,
        @Nullable WorkCalendar hours,
        Timed virginPriceEurosPerTonne,
        double virginGhgKilogramsPerTonne,
        List<Accepted> accepts,
        Operation operation,
        long storeGrams,
        Source source) {

    /**
     * A secondary material that can take the place of virgin material.
     *
     * @param material its id
     * @param ratio tonnes of virgin material that a tonne of it displaces, above 0
     * @param gateFeeEurosPerTonne what the donor pays (negative: the receiver pays)
     * @param withinKilometres the furthest that it is drawn from on the exchange, at least 0; infinite for any distance
     */
    public record Accepted(String material, double ratio, Timed gateFeeEurosPerTonne, double withinKilometres) {

        /** A material that is drawn from any distance. */
        public Accepted(String material, double ratio, Timed gateFeeEurosPerTonne) {
            this(material, ratio, gateFeeEurosPerTonne, Double.POSITIVE_INFINITY);
        }

        public Accepted {
            Bounds.above0("ratio of '" + material + "'", ratio);
            Bounds.reach("reach of '" + material + "'", withinKilometres);
        }

        /** The same material, drawn from no further than so far. */
        public Accepted within(double kilometres) {
            return new Accepted(material, ratio, gateFeeEurosPerTonne, kilometres);
        }
    }

    public Need {
        accepts = List.copyOf(accepts);
        Bounds.atLeast0("mean of need '" + id + "'", meanTonnesPerYear);
        Bounds.atLeast0("virgin price of need '" + id + "'", virginPriceEurosPerTonne);
        Bounds.finite("virgin ghg of need '" + id + "'", virginGhgKilogramsPerTonne);
        Bounds.atLeast(0, "store of need '" + id + "'", storeGrams);
    }
}
