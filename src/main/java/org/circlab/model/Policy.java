package org.circlab.model;

/**
 * What the state asks, in constant euros of the start year.
 *
 * @param landfillTaxEurosPerTonne paid by the deliverer at taxed disposal sites, at least 0
 * @param carbonPriceEurosPerTonne paid by the actor that emits, for each tonne of CO2e of haulage, processes and disposal;
 *     at least 0
 * @param discountRatePerYear for annuities, at least 0
 * @param borders what waste may cross
 * @param interventions what the state pays for, forbids and caps
 */
public record Policy(
        Timed landfillTaxEurosPerTonne,
        Timed carbonPriceEurosPerTonne,
        double discountRatePerYear,
        Borders borders,
        Interventions interventions) {

    /** A policy under which waste crosses every border and the state leaves all to prices. */
    public Policy(Timed landfillTaxEurosPerTonne, Timed carbonPriceEurosPerTonne, double discountRatePerYear) {
        this(landfillTaxEurosPerTonne, carbonPriceEurosPerTonne, discountRatePerYear, Borders.OPEN, Interventions.NONE);
    }

    public Policy {
        Bounds.atLeast0("landfill tax", landfillTaxEurosPerTonne);
        Bounds.atLeast0("carbon price", carbonPriceEurosPerTonne);
        Bounds.atLeast(0.0, "discount rate", discountRatePerYear);
    }

    /** The same policy with rules for borders. */
    public Policy with(Borders rules) {
        return new Policy(
                landfillTaxEurosPerTonne, carbonPriceEurosPerTonne, discountRatePerYear, rules, interventions);
    }

    /** The same policy with other interventions. */
    public Policy with(Interventions others) {
        return new Policy(landfillTaxEurosPerTonne, carbonPriceEurosPerTonne, discountRatePerYear, borders, others);
    }
}
