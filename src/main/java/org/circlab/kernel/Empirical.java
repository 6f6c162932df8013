package org.circlab.kernel;

import java.util.Arrays;

/** A finite number of weighted values, drawn by searching the running sums of the weights. */
final class Empirical implements Sampler {

    private final double[] values;
    private final double[] sums;
    private final double mean;

    private Empirical(double[] values, double[] sums, double mean) {
        this.values = values;
        this.sums = sums;
        this.mean = mean;
    }

    static Empirical of(double[] values, double[] weights) {
        if (values.length == 0 || values.length != weights.length) {
            throw new IllegalArgumentException("empirical has " + values.length + " values and " + weights.length
                    + " weights; there must be at least one value, and a weight for each");
        }
        double[] sums = new double[values.length];
        double sum = 0;
        double moment = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) || !(weights[i] >= 0)) {
                throw new IllegalArgumentException("pair " + (i + 1) + " of empirical is value " + values[i]
                        + ", weight " + weights[i] + "; the value must be finite and the weight at least 0");
            }
            sum += weights[i];
            moment += weights[i] * values[i];
            sums[i] = sum;
        }
        if (!(sum > 0 && Double.isFinite(sum) && Double.isFinite(moment))) {
            throw new IllegalArgumentException(
                    "weights of empirical add up to " + sum + "; the sum must be above 0 and finite");
        }
        return new Empirical(values.clone(), sums, moment / sum);
    }

    @Override
    public double sample(RandomStream stream) {
        double total = sums[sums.length - 1];
        double target = Math.min(stream.nextDouble() * total, Math.nextDown(total));
        int found = Arrays.binarySearch(sums, target);
        int at = found < 0 ? -found - 1 : found;
        while (sums[at] <= target) {
            at++;
        }
        return values[at];
    }

    @Override
    public double mean() {
        return mean;
    }
}
