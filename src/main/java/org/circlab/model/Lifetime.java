package org.circlab.model;

/**
 * How long products stay in use before they become waste. Times in years of 365.25 d; means and scales above 0 and at most
 * {@value #MOST_YEARS}.
 */
public sealed interface Lifetime {

    /** The longest mean, deviation or scale, in years. */
    double MOST_YEARS = 1000;

    /**
     * The share of products that are still in use.
     *
     * @param years age, at least 0
     * @return from 0 to 1, not rising with age but for rounding
     */
    double survival(double years);

    /**
     * Every product is used for the same time.
     *
     * @param years the time
     */
    record Fixed(double years) implements Lifetime {
        public Fixed {
            requireTime("fixed lifetime", years);
        }

        @Override
        public double survival(double age) {
            return age < years ? 1 : 0;
        }
    }

    /**
     * The normal law, not cut: what it puts below an age of 0 leaves at once.
     *
     * @param mean the mean
     * @param sd standard deviation, at most the mean
     */
    record Normal(double mean, double sd) implements Lifetime {
        public Normal {
            requireTime("mean of a normal lifetime", mean);
            requireTime("sd of a normal lifetime", sd);
            if (!(sd <= mean)) {
                throw new IllegalArgumentException("sd of a normal lifetime is " + sd + " years; it must not exceed"
                        + " the mean of " + mean + " years. Maybe lognormal, which never goes below 0?");
            }
        }

        @Override
        public double survival(double age) {
            return NormalLaw.below((mean - age) / sd);
        }
    }

    /**
     * The log-normal law.
     *
     * @param mean the mean of the lifetime itself, not of its logarithm
     * @param sd its standard deviation
     */
    record Lognormal(double mean, double sd) implements Lifetime {
        public Lognormal {
            requireTime("mean of a lognormal lifetime", mean);
            requireTime("sd of a lognormal lifetime", sd);
        }

        @Override
        public double survival(double age) {
            double cv = sd / mean;
            double variance = StrictMath.log1p(cv * cv);
            double logMean = StrictMath.log(mean) - variance / 2;
            return age > 0 ? NormalLaw.below((logMean - StrictMath.log(age)) / Math.sqrt(variance)) : 1;
        }
    }

    /**
     * The Weibull law, usual for appliances: {@code exp(-(age / scale) ^ shape)}.
     *
     * @param shape from 0.1 to 100; above 1 for what wears out
     * @param scale the age at which 1/e, 37 %, are still in use
     */
    record Weibull(double shape, double scale) implements Lifetime {
        public Weibull {
            if (!(shape >= 0.1 && shape <= 100)) {
                throw new IllegalArgumentException("shape of a weibull lifetime is " + shape
                        + "; it must be from 0.1 to 100. Maybe shape and scale are swapped?");
            }
            requireTime("scale of a weibull lifetime", scale);
        }

        @Override
        public double survival(double age) {
            return StrictMath.exp(-StrictMath.pow(age / scale, shape));
        }
    }

    private static void requireTime(String name, double years) {
        if (!(years > 0 && years <= MOST_YEARS)) {
            throw new IllegalArgumentException(name + " is " + years + " years; it must be above 0 and at most "
                    + (long) MOST_YEARS + " years. Maybe the unit is wrong?");
        }
    }
}
