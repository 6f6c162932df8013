package org.circlab.report.chart;

import java.util.Arrays;

/**
 * What the replications of a run say of one number.
 *
 * @param mean over the replications
 * @param low not more than 2.5 % of the replications are below it
 * @param high not more than 2.5 % of them are above it
 */
public record Band(double mean, double low, double high) {

    private static final double TAIL = 0.025;

    public Band {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "a band runs from " + low + " to " + high + "; it must not run backward");
        }
    }

    /** A number that chance does not change. */
    public static Band exactly(double value) {
        return new Band(value, value, value);
    }

    /**
     * The mean of replications and the range between the 2.5 and the 97.5 percentile (linear between neighbours, as most
     * statistics programs do it); of a few dozen replications that is nearly the lowest and the highest.
     *
     * @param replications at least one finite value; left as it is
     */
    public static Band of(double[] replications) {
        double[] sorted = replications.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        return new Band(mean, percentile(sorted, TAIL), percentile(sorted, 1 - TAIL));
    }

    private static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
