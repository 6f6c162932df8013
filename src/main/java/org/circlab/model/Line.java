package org.circlab.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A processing line: equal servers side by side, each with one lot at a time, first come first served.
 *
 * @param id unique within its actor
 * @param recipe what it does
 * @param capacityTonnesPerDay what one server takes in 24 hours of work, above 0; the service of a lot takes its mass divided
 *     by this
 * @param service how single service times scatter
 * @param parallel how many servers there are, at least 1
 * @param hours when it works, or null for always; a service rests between shifts
 * @param breakdown how each server fails, or null for never
 * @param storeGrams room for material on the way, waiting and in service; 0 for the default of the capacity of
 *     all servers times the exchange's interval
 * @param gateFeesEurosPerTonne what the donor pays, by material id (negative: the line pays); 0 where a material is absent
 * @param finance what it costs to have the line
 * @param existing whether business as usual has it too; a line that is yet to be invested in is not existing
 * @param source where the figures come from
 * @param withinKilometres the furthest that it draws from on the exchange, at least 0; infinite for any distance
 */
public record Line(
        String id,
        Recipe recipe,
        Timed capacityTonnesPerDay,
        Spread service,
        int parallel,
        @Nullable WorkCalendar hours,
        @Nullable Breakdown breakdown,
        long storeGrams,
        Map<String, Timed> gateFeesEurosPerTonne,
        Finance finance,
        boolean existing,
        Source source,
        double withinKilometres) {

    /** A line that draws from any distance. */
    public Line(
            String id,
            Recipe recipe,
            Timed capacityTonnesPerDay,
            Spread service,
            int parallel,
            @Nullable WorkCalendar hours,
            @Nullable Breakdown breakdown,
            long storeGrams,
            Map<String, Timed> gateFeesEurosPerTonne,
            Finance finance,
            boolean existing,
            Source source) {
        this(
                id,
                recipe,
                capacityTonnesPerDay,
                service,
                parallel,
                hours,
                breakdown,
                storeGrams,
                gateFeesEurosPerTonne,
                finance,
                existing,
                source,
                Double.POSITIVE_INFINITY);
    }

    /**
     * What it costs to have something, whether it is used or not.
     *
     * @param investmentEuros paid once, at least 0, charged as an annuity over the life at the policy's discount rate
     * @param lifeYears above 0 where there is an investment
     * @param fixedEurosPerYear every year, at least 0
     */
    public record Finance(double investmentEuros, double lifeYears, double fixedEurosPerYear) {

        public Finance {
            Bounds.atLeast(0.0, "investment", investmentEuros);
            Bounds.atLeast(0.0, "life", lifeYears);
            Bounds.atLeast(0.0, "fixed cost", fixedEurosPerYear);
            if (investmentEuros > 0) {
                Bounds.above0("life of an investment", lifeYears);
            }
        }

        /** Nothing to pay. */
        public static final Finance NONE = new Finance(0, 0, 0);

        /**
         * The yearly cost: fixed cost plus the annuity {@code I r / (1 - (1 + r)^-n)}, or {@code I / n} without discounting.
         *
         * @param discountRate a year, at least 0
         */
        public double eurosPerYear(double discountRate) {
            if (investmentEuros == 0) {
                return fixedEurosPerYear;
            }
            double annuity = discountRate == 0
                    ? investmentEuros / lifeYears
                    : investmentEuros * discountRate / (1 - StrictMath.pow(1 + discountRate, -lifeYears));
            return fixedEurosPerYear + annuity;
        }
    }

    public Line {
        gateFeesEurosPerTonne = Map.copyOf(gateFeesEurosPerTonne);
        Bounds.above0("capacity of line '" + id + "'", capacityTonnesPerDay);
        Bounds.atLeast(1, "servers of line '" + id + "'", parallel);
        Bounds.atLeast(0, "store of line '" + id + "'", storeGrams);
        Bounds.reach("reach of line '" + id + "'", withinKilometres);
    }

    /** The same line, which draws from no further than so far. */
    public Line within(double kilometres) {
        return new Line(
                id,
                recipe,
                capacityTonnesPerDay,
                service,
                parallel,
                hours,
                breakdown,
                storeGrams,
                gateFeesEurosPerTonne,
                finance,
                existing,
                source,
                kilometres);
    }
}
