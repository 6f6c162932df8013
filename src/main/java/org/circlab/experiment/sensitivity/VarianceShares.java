package org.circlab.experiment.sensitivity;

import java.util.Arrays;
import java.util.List;

/**
 * The estimators of Sobol' indices. With the mean and variance V of the responses to A and B together: first order {@code mean((f_B
 * - mean)(f_ABi - f_A)) / V} (Saltelli et al. 2010, table 2 b, centred as Sobol' and Myshetskaya 2007 advise), total order {@code
 * mean((f_A - f_ABi)^2) / 2V} (Jansen, <i>Computer Physics Communications</i> 117, 1999). Of a factor that does nothing both are
 * exactly 0.
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
        double mean = mean(picked);
        double variance = variance(mean, picked);
        double[] shares = new double[2 * factors];
        for (int n : picked) {
            double[] row = rows.get(n);
            for (int i = 0; i < factors; i++) {
                double moved = row[2 + i] - row[0];
                shares[i] += (row[1] - mean) * moved;
                shares[factors + i] += moved * moved / 2;
            }
        }
        for (int j = 0; j < shares.length; j++) {
            shares[j] = variance > 0 ? shares[j] / picked.length / variance : Double.NaN;
        }
        return shares;
    }

    /** Variance of the responses to A and B. */
    double variance() {
        int[] all = new int[rows.size()];
        Arrays.setAll(all, n -> n);
        return variance(mean(all), all);
    }

    /** Taken from the first response, so that equal responses have no variance. */
    private double mean(int... picked) {
        double first = picked.length == 0 ? Double.NaN : rows.get(picked[0])[0];
        double sum = 0;
        for (int n : picked) {
            sum += rows.get(n)[0] - first + (rows.get(n)[1] - first);
        }
        return first + sum / (2.0 * picked.length);
    }

    private double variance(double mean, int... picked) {
        double squares = 0;
        for (int n : picked) {
            double a = rows.get(n)[0] - mean;
            double b = rows.get(n)[1] - mean;
            squares += a * a + b * b;
        }
        return squares / (2.0 * picked.length);
    }
}
