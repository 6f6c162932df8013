package org.circlab.experiment.sensitivity;

import java.util.Arrays;
import java.util.List;

/**
 * The estimators of Sobol' indices after Jansen (<i>Computer Physics Communications</i> 117, 1999), where every variance is half a
 * mean square of differences: with {@code V = mean((f_A - f_B)^2) / 2} the first order is {@code 1 - mean((f_B - f_ABi)^2) / 2V}, the
 * total order {@code mean((f_A - f_ABi)^2) / 2V}. They are the ones that Saltelli et al. (<i>Computer Physics Communications</i>
 * 181(2), 2010) compare, but for V: taken from the same pairs it makes both exactly 0 for a factor that does nothing, and exactly 1
 * for the only one that does anything, however few samples there are and however A and B happen to correlate.
 */
final class VarianceShares {

    private final int factors;
    /** By sample: f_A, f_B, then f_ABi of each factor. */
    private final List<double[]> rows;

    VarianceShares(int factors, List<double[]> rows) {
        this.factors = factors;
        this.rows = rows;
    }

    /**
     * First-order, then total indices of all factors.
     *
     * @param picked which samples they are estimated from
     * @return NaN where the responses do not vary
     */
    double[] of(int... picked) {
        double[] shares = new double[2 * factors];
        double all = 0;
        for (int n : picked) {
            double[] row = rows.get(n);
            all += square(row[0] - row[1]);
            for (int i = 0; i < factors; i++) {
                shares[i] += square(row[1] - row[2 + i]);
                shares[factors + i] += square(row[0] - row[2 + i]);
            }
        }
        for (int i = 0; i < factors; i++) {
            shares[i] = all > 0 ? 1 - shares[i] / all : Double.NaN;
            shares[factors + i] = all > 0 ? shares[factors + i] / all : Double.NaN;
        }
        return shares;
    }

    private static double square(double difference) {
        return difference * difference;
    }

    /** Variance of the responses to A and B; NaN without any. */
    double variance() {
        double[] values =
                rows.stream().flatMapToDouble(row -> Arrays.stream(row, 0, 2)).toArray();
        double origin = values.length == 0 ? Double.NaN : values[0];
        double mean =
                Arrays.stream(values).map(value -> value - origin).average().orElse(Double.NaN);
        return Arrays.stream(values)
                .map(value -> square(value - origin - mean))
                .average()
                .orElse(Double.NaN);
    }
}
