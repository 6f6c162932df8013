package org.circlab.experiment.warmup;

import java.util.OptionalInt;

/**
 * How much of the beginning of a series to leave out: MSER-5, the marginal standard error rule on batches of five (White,
 * <i>Simulation</i> 69(6), 1997; White, Cobb, Spratt, <i>Proceedings of the Winter Simulation Conference</i>, 2000). Of n batch
 * means the first d are cut for which {@code sum (x_i - mean)^2 / (n - d)^2} of the rest is least.
 */
final class Mser {

    private static final int BATCH = 5;
    private static final int LEAST_BATCHES = 10;

    private Mser() {}

    /**
     * How many observations to cut, a multiple of 5.
     *
     * @param series in order of time, evenly spaced; what does not fill a batch at its end is not looked at
     * @return nothing where the series is too short to tell, below 50 observations, or where the least is in its second half: then
     *     it has not settled, and more of it is needed
     */
    static OptionalInt cut(double... series) {
        int batches = series.length / BATCH;
        if (batches < LEAST_BATCHES) {
            return OptionalInt.empty();
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double origin = series[series.length - 1];
        double sum = 0;
        double squares = 0;
        for (int d = batches - 1; d >= 0; d--) {
            double value = batchMean(series, d) - origin;
            sum += value;
            squares += value * value;
            int left = batches - d;
            double error = Math.max(0, squares - sum * sum / left) / left / left;
            if (left >= BATCH && error <= least) {
                least = error;
                best = d;
            }
        }
        return 2 * best > batches ? OptionalInt.empty() : OptionalInt.of(best * BATCH);
    }

    private static double batchMean(double[] series, int batch) {
        double sum = 0;
        for (int i = batch * BATCH; i < (batch + 1) * BATCH; i++) {
            sum += series[i];
        }
        return sum / BATCH;
    }
}
