package org.circlab.model;

/**
 * How a quantity scatters around its stated mean: a dimensionless law whose own mean is 1, by which the mean is multiplied.
 * Used for the mass of a batch, the time between batches, the time of a service and the size of a need.
 */
public sealed interface Spread {

    /** No scatter: always the mean. */
    record None() implements Spread {}

    /** The exponential law; between batches it makes a Poisson process. */
    record Exponential() implements Spread {}

    /**
     * The log-normal law.
     *
     * @param cv coefficient of variation, from 1e-6 to 1000
     */
    record Lognormal(double cv) implements Spread {
        public Lognormal {
            requireCv("lognormal", cv);
        }
    }

    /**
     * The gamma law.
     *
     * @param cv coefficient of variation, from 1e-6 to 1000
     */
    record Gamma(double cv) implements Spread {
        public Gamma {
            requireCv("gamma", cv);
        }
    }

    /**
     * The normal law cut at 0 and scaled back to mean 1.
     *
     * @param cv coefficient of variation of the uncut law, from 1e-6 to 0.5 so that the cut stays small
     */
    record Normal(double cv) implements Spread {
        public Normal {
            requireCv("normal", cv);
            if (!(cv <= 0.5)) {
                throw new IllegalArgumentException(
                        "normal cv is " + cv + "; it must not exceed 0.5. Maybe lognormal, which never goes below 0?");
            }
        }
    }

    /**
     * The uniform law between two multiples of the mean.
     *
     * @param low at least 0
     * @param high above {@code low}; {@code (low + high) / 2} is 1
     */
    record Uniform(double low, double high) implements Spread {
        public Uniform {
            if (!(low >= 0 && high > low)) {
                throw new IllegalArgumentException(
                        "uniform from " + low + " to " + high + "; it needs 0 <= low < high");
            }
            requireMean1("uniform", (low + high) / 2);
        }
    }

    /**
     * The triangular law between two multiples of the mean.
     *
     * @param low at least 0
     * @param mode from {@code low} to {@code high}
     * @param high above {@code low}; {@code (low + mode + high) / 3} is 1
     */
    record Triangular(double low, double mode, double high) implements Spread {
        public Triangular {
            if (!(low >= 0 && low <= mode && mode <= high && low < high)) {
                throw new IllegalArgumentException("triangular " + low + ", " + mode + ", " + high
                        + "; it needs 0 <= low <= mode <= high and low < high");
            }
            requireMean1("triangular", (low + mode + high) / 3);
        }
    }

    private static void requireCv(String law, double value) {
        if (!(value >= 1e-6 && value <= 1000)) {
            throw new IllegalArgumentException(law + " cv is " + value + "; it must be from 0.000001 to 1000. Maybe "
                    + (value > 1000 ? "it is in %?" : "no spread is meant?"));
        }
    }

    private static void requireMean1(String name, double mean) {
        if (!(Math.abs(mean - 1) <= 1e-9)) {
            throw new IllegalArgumentException("the " + name + " spread has mean " + mean
                    + "; it must be 1, since a spread multiplies the stated mean");
        }
    }
}
