package org.circlab.score;

import java.util.function.IntToDoubleFunction;

/**
 * The interval of a figure that is no mean of values, such as a ratio of two means, by leaving out one replication at a time.
 *
 * <p>With T the figure of all n replications and T(k) that without the k-th, the variance is {@code (n - 1) / n} times the sum of
 * {@code (T(k) - mean of all T(k))^2}, and the interval is T plus and minus Student's t(0.975, n - 1) times its root: J. W. Tukey,
 * Bias and confidence in not quite large samples, Annals of Mathematical Statistics 29 (1958) 614; for ratios R. G. Miller, The
 * jackknife: a review, Biometrika 61 (1974) 1-15.
 */
final class Jackknife {

    /** Stands for leaving out none. */
    static final int NONE = -1;

    private Jackknife() {}

    /**
     * The estimate of a figure.
     *
     * @param replications how many there are, at least 1; one gives no interval
     * @param figure without the replication of that number, from 0, or of all for {@link #NONE}
     * @return NaN throughout where the figure of all is NaN; without an interval where another is
     */
    static Estimate of(int replications, IntToDoubleFunction figure) {
        double all = figure.applyAsDouble(NONE);
        if (replications == 1 || Double.isNaN(all)) {
            return new Estimate(all, Double.NaN, Double.NaN, replications);
        }
        double[] without = new double[replications];
        double mean = 0;
        for (int k = 0; k < replications; k++) {
            without[k] = figure.applyAsDouble(k);
            mean += (without[k] - without[0]) / replications;
        }
        mean += without[0];
        double squares = 0;
        for (double value : without) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares * (replications - 1) / replications);
        double half = error == 0 ? 0 : Estimate.quantile(replications - 1) * error;
        return new Estimate(all, all - half, all + half, replications);
    }

    /** The mean of values, one left out. */
    static double mean(double[] values, int leftOut) {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < values.length; k++) {
            if (k != leftOut) {
                sum += values[k];
                count++;
            }
        }
        return sum / count;
    }
}
