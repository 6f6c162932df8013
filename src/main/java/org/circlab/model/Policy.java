package org.circlab.model;

/**
 * What the state asks, in constant euros of the start year.
 *
 * @param landfillTaxEurosPerTonne paid by the deliverer at taxed disposal sites, at least 0
 * @param carbonPriceEurosPerTonne paid by the actor that emits, for each tonne of CO2e of haulage, processes and disposal;
 *     at least 0
 * @param discountRatePerYear for annuities, at least 0
 */
public record Policy(Timed landfillTaxEurosPerTonne, Timed carbonPriceEurosPerTonne, double discountRatePerYear) {
    public Policy {
        Bounds.atLeast0("landfill tax", landfillTaxEurosPerTonne);
        Bounds.atLeast0("carbon price", carbonPriceEurosPerTonne);
        Bounds.atLeast(0.0, "discount rate", discountRatePerYear);
    }
}
