package org.circlab.model;

import java.util.List;

/**
 * A yearly pattern: by what factor each calendar month differs from the yearly mean.
 *
 * @param name as scenarios refer to it
 * @param factors twelve factors from January on, each at least 0, with mean 1 over the days of a year of 365.25 d
 */
public record Season(String name, List<Double> factors) {

    private static final double[] DAYS = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    public Season {
        factors = List.copyOf(factors);
        if (factors.size() != 12) {
            throw new IllegalArgumentException(
                    "season '" + name + "' has " + factors.size() + " factors; it needs 12, from January to December");
        }
        factors.forEach(factor -> Bounds.atLeast(0.0, "a factor of season '" + name + "'", factor));
        double mean = meanOf(factors);
        if (!(Math.abs(mean - 1) <= 1e-9)) {
            throw new IllegalArgumentException("season '" + name + "' has mean " + mean + "; it must be 1");
        }
    }

    /**
     * A season from relative weights, scaled so that a year keeps its mean.
     *
     * @throws IllegalArgumentException unless there are twelve weights, none negative, not all 0
     */
    public static Season ofWeights(String name, List<Double> weights) {
        if (weights.size() != 12 || weights.stream().anyMatch(weight -> !(weight >= 0 && weight < 1e12))) {
            throw new IllegalArgumentException("season '" + name + "' needs 12 weights of at least 0");
        }
        double mean = meanOf(weights);
        if (!(mean > 0)) {
            throw new IllegalArgumentException("season '" + name + "' has only zeros; some month must be above 0");
        }
        return new Season(name, weights.stream().map(weight -> weight / mean).toList());
    }

    private static double meanOf(List<Double> monthly) {
        double sum = 0;
        for (int month = 0; month < 12; month++) {
            sum += monthly.get(month) * DAYS[month];
        }
        return sum / 365.25;
    }
}
