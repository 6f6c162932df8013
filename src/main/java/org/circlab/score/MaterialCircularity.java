package org.circlab.score;

/**
 * The Material Circularity Indicator of the Ellen MacArthur Foundation and Granta Design, Circularity Indicators: An Approach to
 * Measuring Circularity, Methodology (2015, revised 2019). Fractions are of the mass of a product, from 0 to 1.
 *
 * @param feedstock where its material comes from
 * @param afterUse where its material goes
 * @param utility {@code X = (L / L_av) (U / U_av)}, lifetime and use against the average; above 0
 */
record MaterialCircularity(Feedstock feedstock, AfterUse afterUse, double utility) {

    private static final double LINEAR = 0.9;

    /**
     * Where material comes from.
     *
     * @param recycled F_R
     * @param reused F_U
     * @param biological F_S, biological material from sustained production
     * @param efficiency E_F of the recycling that made it, above 0
     */
    record Feedstock(double recycled, double reused, double biological, double efficiency) {}

    /**
     * Where material goes.
     *
     * @param recycled C_R, collected for recycling
     * @param reused C_U
     * @param composted C_C
     * @param burnt C_E, biological material used for energy
     * @param efficiency E_C of its recycling
     */
    record AfterUse(double recycled, double reused, double composted, double burnt, double efficiency) {}

    /** V, virgin feedstock for each unit of mass. */
    double virgin() {
        return 1 - feedstock.recycled - feedstock.reused - feedstock.biological;
    }

    /** W_0, waste that goes to landfill or is burnt. */
    double uncollected() {
        return 1 - afterUse.recycled - afterUse.reused - afterUse.composted - afterUse.burnt;
    }

    /** W_F, waste of making the recycled feedstock. */
    double wasteOfFeedstock() {
        return (1 - feedstock.efficiency) * feedstock.recycled / feedstock.efficiency;
    }

    /** W_C, waste of recycling what is collected. */
    double wasteOfRecycling() {
        return (1 - afterUse.efficiency) * afterUse.recycled;
    }

    /** W, unrecoverable waste. */
    double waste() {
        return uncollected() + (wasteOfFeedstock() + wasteOfRecycling()) / 2;
    }

    /** The linear flow index of the full variant, {@code (V + W) / (2M + (W_F - W_C) / 2)}. */
    double linearFlow() {
        return (virgin() + waste()) / (2 + (wasteOfFeedstock() - wasteOfRecycling()) / 2);
    }

    /** The indicator in its full variant, from 0 to 1. */
    double full() {
        return of(linearFlow());
    }

    /** The variant with the linear flow index {@code (V + W) / 2M}, which is right only where W_F = W_C. */
    double simple() {
        return of((virgin() + waste()) / 2);
    }

    private double of(double linearFlow) {
        return Math.max(0, 1 - linearFlow * LINEAR / utility);
    }
}
