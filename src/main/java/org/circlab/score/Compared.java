package org.circlab.score;

/**
 * A measure in a variant, in business as usual, and between them.
 *
 * @param measure the definition
 * @param variant estimate with the exchange
 * @param baseline estimate without it
 * @param difference variant minus baseline, estimated from the differences within each replication: both ran under the same
 *     random numbers, so this interval is usually far narrower than the two others suggest
 */
public record Compared(Measure measure, Estimate variant, Estimate baseline, Estimate difference) {

    /**
     * Compares values of the same replications in the same order.
     *
     * @throws IllegalArgumentException if the numbers of replications differ or are 0
     */
    public static Compared of(Measure measure, double[] variant, double[] baseline) {
        if (variant.length != baseline.length) {
            throw new IllegalArgumentException("'" + measure.id() + "' has " + variant.length
                    + " replications of the variant and " + baseline.length
                    + " of the baseline; paired differences need as many of both");
        }
        double[] differences = new double[variant.length];
        for (int k = 0; k < differences.length; k++) {
            differences[k] = variant[k] - baseline[k];
        }
        return new Compared(measure, Estimate.of(variant), Estimate.of(baseline), Estimate.of(differences));
    }
}
