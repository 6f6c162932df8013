package org.circlab.experiment.sensitivity;

import java.util.Arrays;
import java.util.List;

/**
 * How the variance of a response is shared out among the factors.
 *
 * @param factors in the order of the design
 * @param variance of the response over the factors' ranges, in its unit squared; NaN without any sample
 * @param samples how many samples had a response at each of their points
 */
public record SobolIndices(List<OfFactor> factors, double variance, int samples) {
    public SobolIndices {
        factors = List.copyOf(factors);
    }

    /**
     * The share of one factor.
     *
     * @param first S, what of the variance would go on average if the factor were known (Sobol' 1993)
     * @param total ST, what of it would be left on average if all other factors were known (Homma and Saltelli 1996); the excess over
     *     the first is from interactions with other factors
     */
    public record OfFactor(Share first, Share total) {}

    /**
     * A share of the variance, from 0 to 1 but for its error.
     *
     * @param value NaN where the response does not vary
     * @param low95 lower bound of the 95 % bootstrap percentile interval (Efron and Tibshirani 1993; Archer, Saltelli, Sobol' 1997)
     * @param high95 its upper bound
     */
    public record Share(double value, double low95, double high95) {

        /** From the value and its resamples, which stand in the same column of each row. */
        static Share of(double[] values, double[][] resampled, int column) {
            double[] sorted = Arrays.stream(resampled)
                    .mapToDouble(row -> row[column])
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            return new Share(values[column], quantile(sorted, 0.025), quantile(sorted, 0.975));
        }

        /** Between the two values around it, in proportion. */
        private static double quantile(double[] sorted, double share) {
            if (sorted.length == 0) {
                return Double.NaN;
            }
            double place = share * (sorted.length - 1);
            int below = (int) place;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        }
    }
}
