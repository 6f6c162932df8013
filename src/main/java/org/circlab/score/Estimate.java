package org.circlab.score;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean over replications with its 95 % confidence interval, {@code mean +- t(0.975, n - 1) s / sqrt(n)} with Student's t and
 * the sample standard deviation s.
 *
 * @param mean over the replications; NaN where the value is NaN in any of them
 * @param low95 lower bound; NaN with a single replication
 * @param high95 upper bound; NaN with a single replication
 * @param replications how many, at least 1
 */
public record Estimate(double mean, double low95, double high95, int replications) {

    /** Of Student's t by degrees of freedom, since they take far longer than all else. */
    private static final Map<Integer, Double> QUANTILES = new ConcurrentHashMap<>();

    /** What degrees of freedom may be short of whole; far less than variances of a few runs can tell. */
    private static final double WHOLE = 0.05;

    public Estimate {
        if (replications < 1) {
            throw new IllegalArgumentException(
                    "an estimate rests on " + replications + " replications; it needs at least 1");
        }
        if (low95 > mean || mean > high95) {
            throw new IllegalArgumentException("the interval from " + low95 + " to " + high95
                    + " does not hold the mean " + mean + "; an interval is around its mean");
        }
    }

    /**
     * The estimate from one value per replication. Equal values give exactly that value and an interval of width zero.
     *
     * @throws IllegalArgumentException without any value
     */
    public static Estimate of(double... values) {
        int n = values.length;
        if (n == 0) {
            throw new IllegalArgumentException("an estimate has no value; it needs at least one replication");
        }
        double mean = mean(values);
        if (n == 1) {
            return new Estimate(mean, Double.NaN, Double.NaN, 1);
        }
        double deviation = standardDeviation(values, mean);
        double half = deviation == 0 ? 0 : quantile(n - 1) * deviation / Math.sqrt(n);
        return new Estimate(mean, mean - half, mean + half, n);
    }

    /**
     * The difference of the means of two that share no random numbers, {@code +- t(0.975, f) sqrt(s1^2 / n1 + s2^2 / n2)} (B. L. Welch,
     * Biometrika 34, 1947), where f is rounded down to whole degrees of freedom, at least 1: the wider interval is the safe one. What is
     * short of whole by less than a twentieth counts as whole. Its replications are those of the fewer.
     *
     * @throws IllegalArgumentException without any value of either
     */
    static Estimate ofIndependent(double[] values, double[] others) {
        Estimate one = of(values);
        Estimate other = of(others);
        double mean = one.mean - other.mean;
        int least = Math.min(values.length, others.length);
        if (least == 1) {
            return new Estimate(mean, Double.NaN, Double.NaN, 1);
        }
        double first = squaredError(values, one.mean);
        double second = squaredError(others, other.mean);
        double both = first + second;
        if (!(both > 0)) {
            return new Estimate(mean, mean, mean, least);
        }
        double half = quantile(freedom(first / both, values.length, second / both, others.length)) * Math.sqrt(both);
        return new Estimate(mean, mean - half, mean + half, least);
    }

    /** Whole degrees of freedom from the shares in the squared error, whose squares do not underflow together. */
    private static int freedom(double share, int size, double otherShare, int otherSize) {
        double freedom = 1 / (share * share / (size - 1) + otherShare * otherShare / (otherSize - 1));
        return Math.max(1, (int) Math.floor(freedom + WHOLE));
    }

    /** The variance of a mean. */
    private static double squaredError(double[] values, double mean) {
        double deviation = standardDeviation(values, mean);
        return deviation * deviation / values.length;
    }

    /** Half the width of the interval; NaN with a single replication. */
    public double halfWidth() {
        return (high95 - low95) / 2;
    }

    /** Taken from the first value, so that equal values have exactly that mean. */
    private static double mean(double[] values) {
        double first = values[0];
        double sum = 0;
        for (double value : values) {
            sum += value - first;
        }
        return first + sum / values.length;
    }

    private static double standardDeviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    /** Student's t(0.975, degrees of freedom). */
    static double quantile(int degreesOfFreedom) {
        return QUANTILES.computeIfAbsent(
                degreesOfFreedom, degrees -> new TDistribution(null, degrees).inverseCumulativeProbability(0.975));
    }
}
