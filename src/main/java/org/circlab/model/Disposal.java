package org.circlab.model;

/** Where material goes that nobody takes. */
public sealed interface Disposal {

    /** To the disposal site with the least haulage + fee + tax, the next one when its void is full. */
    record Cheapest() implements Disposal {}

    /** To the nearest disposal site, the next one when its void is full. */
    record Nearest() implements Disposal {}

    /**
     * To the sites of one actor, the cheapest first.
     *
     * @param actor its id
     */
    record At(String actor) implements Disposal {}

    /**
     * To a route outside the lab that is not an actor.
     *
     * @param feeEurosPerTonne what the deliverer pays
     * @param taxEurosPerTonne what the deliverer pays to the state, at least 0
     * @param ghgKilogramsPerTonne kilograms of CO2e for each tonne
     * @param kilometres haulage distance by the mode of what is disposed of, at least 0
     */
    record Outside(double feeEurosPerTonne, double taxEurosPerTonne, double ghgKilogramsPerTonne, double kilometres)
            implements Disposal {
        public Outside {
            Bounds.finite("fee of a disposal route", feeEurosPerTonne);
            Bounds.atLeast(0.0, "tax of a disposal route", taxEurosPerTonne);
            Bounds.finite("ghg of a disposal route", ghgKilogramsPerTonne);
            Bounds.atLeast(0.0, "distance of a disposal route", kilometres);
        }
    }
}
