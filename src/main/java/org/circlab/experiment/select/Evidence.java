package org.circlab.experiment.select;

/**
 * How much paired differences say against a mean of 0, however often one looks at them: the likelihood ratio of Student's t, mixed
 * over a standardised mean that is normal with variance 1, against 0. If the mean is 0 it is a martingale that begins at 1, so
 * whatever the standard deviation it ever exceeds 1 / p with a probability of at most p (Ville 1939).
 *
 * <p>The mixture is by Robbins (<i>Annals of Mathematical Statistics</i> 41(5), 1970), for an unknown standard deviation by Lai
 * (<i>Annals of Statistics</i> 4(2), 1976). With the sum S and the sum of squares V of n differences it is {@code (n + 1)^(-1/2) ((n + 1) V /
 * ((n + 1) V - S^2))^(n/2)}. It is exact for normal differences; means over a long simulation are nearly so.
 */
final class Evidence {

    private int differences;
    private double sum;
    private double squares;

    void add(double difference) {
        differences++;
        sum += difference;
        squares += difference * difference;
    }

    /**
     * Its natural logarithm: 0 without any differences, and where all are 0.
     *
     * @param added to each difference
     */
    double logarithm(double added) {
        double n = differences;
        double shiftedSum = sum + n * added;
        double shiftedSquares = squares + 2 * added * sum + n * added * added;
        if (shiftedSquares <= 0) {
            return 0;
        }
        double explained = shiftedSum * shiftedSum / ((n + 1) * shiftedSquares);
        return -n / 2 * StrictMath.log1p(-explained) - StrictMath.log(n + 1) / 2;
    }

    /** The mean so far; 0 without any differences. */
    double mean() {
        return differences == 0 ? 0 : sum / differences;
    }
}
