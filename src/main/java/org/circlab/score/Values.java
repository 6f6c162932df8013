package org.circlab.score;

import java.util.List;

/**
 * What an indicator reads in each replication.
 *
 * @param measure the definition
 * @param variant one value for each replication, NaN where it does not apply
 * @param baseline as many of business as usual, under the same random numbers
 */
public record Values(Measure measure, List<Double> variant, List<Double> baseline) {

    public Values {
        variant = List.copyOf(variant);
        baseline = List.copyOf(baseline);
        if (variant.size() != baseline.size()) {
            throw new IllegalArgumentException("'" + measure.id() + "' has " + variant.size()
                    + " replications of the variant and " + baseline.size()
                    + " of the baseline; paired differences need as many of both");
        }
    }

    /** The comparison of both sides by paired differences. */
    Compared compared() {
        return Compared.of(
                measure,
                variant.stream().mapToDouble(Double::doubleValue).toArray(),
                baseline.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
