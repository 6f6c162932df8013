package org.circlab.experiment.study;

import org.circlab.scenario.Factor;

/** The value of a factor at a probability, by which samples of the unit cube become points of a design. */
public final class Quantiles {

    private Quantiles() {}

    /**
     * The value below which a share of the factor's values lies, as a scenario writes it.
     *
     * @param probability from 0 to 1; of levels each takes an equal part of it
     */
    public static String at(Factor.Domain domain, double probability) {
        throw new UnsupportedOperationException(domain + " at " + probability);
    }
}
