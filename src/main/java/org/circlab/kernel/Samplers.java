package org.circlab.kernel;

/**
 * The distributions a scenario can name. All are of the units of their parameters; {@code cv} is the coefficient of
 * variation, standard deviation over mean. With a cv of 0 the value is the mean, and no number is taken from the
 * stream.
 *
 * <p>Parameters that are out of range or not finite throw {@link IllegalArgumentException}.
 */
public final class Samplers {

    private Samplers() {}

    /** Always the same value, any finite one. */
    public static Sampler constant(double value) {
        return new Constant(finite("value of constant", value));
    }

    /** Uniform in [low, high), low below high. */
    public static Sampler uniform(double low, double high) {
        finite("low of uniform", low);
        require(finite("high of uniform", high) > low, "high of uniform", high, "be above low, " + low);
        finite("high - low of uniform", high - low);
        return new Uniform(low, high);
    }

    /** Exponential with a mean above 0. */
    public static Sampler exponential(double mean) {
        return new Exponential(positive("mean of exponential", mean));
    }

    /** Lognormal with a mean above 0 and a cv of at least 0, both of the value itself, not of its logarithm. */
    public static Sampler lognormal(double mean, double cv) {
        positive("mean of lognormal", mean);
        return spread("cv of lognormal", cv) == 0 ? new Constant(mean) : Lognormal.of(mean, cv);
    }

    /**
     * Normal, drawn again while not above 0.
     *
     * @param mean of the normal law before it is cut, above 0
     * @param cv of the normal law before it is cut, at least 0
     * @return whose mean is that of the cut law: 1.8 % above the given one at a cv of 0.5, 29 % at a cv of 1
     */
    public static Sampler normalAbove0(double mean, double cv) {
        positive("mean of normal", mean);
        return spread("cv of normal", cv) == 0 ? new Constant(mean) : new NormalAbove0(mean, mean * cv);
    }

    /** Gamma with a mean above 0 and a cv of at least 0. */
    public static Sampler gamma(double mean, double cv) {
        positive("mean of gamma", mean);
        return spread("cv of gamma", cv) == 0 ? new Constant(mean) : Gamma.of(1 / (cv * cv), mean);
    }

    /** Triangular over [low, high] with its peak at the mode, low at most mode at most high, low below high. */
    public static Sampler triangular(double low, double mode, double high) {
        finite("low of triangular", low);
        require(finite("high of triangular", high) > low, "high of triangular", high, "be above low, " + low);
        finite("high - low of triangular", high - low);
        require(mode >= low && mode <= high, "mode of triangular", mode, "be in " + low + " to " + high);
        return new Triangular(low, mode, high);
    }

    /** Weibull: survival beyond x is exp(-(x / scale)^shape); the shape in 0.01 to 1e6, the scale above 0. */
    public static Sampler weibull(double shape, double scale) {
        require(shape >= 0.01 && shape <= 1e6, "shape of weibull", shape, "be in 0.01 to 1e6");
        return new Weibull(1 / shape, positive("scale of weibull", scale));
    }

    /** Erlang: the sum of k exponential phases, k at least 1, with the given mean of the sum, above 0. */
    public static Sampler erlang(int k, double mean) {
        require(k >= 1, "phases of erlang", k, "be at least 1");
        return Gamma.of(k, positive("mean of erlang", mean));
    }

    /**
     * One of the values, each with the probability of its weight over the sum of weights. A draw takes one number
     * and grows with it in the order given.
     *
     * @param values finite, at least one
     * @param weights as many, none negative, not all 0
     */
    public static Sampler empirical(double[] values, double[] weights) {
        return Empirical.of(values, weights);
    }

    private static double finite(String name, double value) {
        require(Double.isFinite(value), name, value, "be finite");
        return value;
    }

    private static double positive(String name, double value) {
        require(value > 0 && Double.isFinite(value), name, value, "be above 0 and finite");
        return value;
    }

    /** The bounds keep gamma shapes and logarithmic variances in range; beyond them a spread means nothing anyway. */
    private static double spread(String name, double cv) {
        require(cv == 0 || (cv >= 1e-6 && cv <= 1e3), name, cv, "be 0 or in 1e-6 to 1000. Maybe it is in %?");
        return cv;
    }

    private static void require(boolean holds, String name, double value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + "; it must " + rule);
        }
    }

    private record Constant(double mean) implements Sampler {
        @Override
        public double sample(RandomStream stream) {
            return mean;
        }
    }

    private record Uniform(double low, double high) implements Sampler {
        @Override
        public double sample(RandomStream stream) {
            return Math.min(low + (high - low) * stream.nextDouble(), Math.nextDown(high));
        }

        @Override
        public double mean() {
            return low + 0.5 * (high - low);
        }
    }

    private record Exponential(double mean) implements Sampler {
        @Override
        public double sample(RandomStream stream) {
            return mean * stream.nextExponential();
        }
    }

    private record Lognormal(double mean, double logMean, double logDeviation) implements Sampler {
        static Lognormal of(double mean, double cv) {
            double logVariance = StrictMath.log1p(cv * cv);
            return new Lognormal(mean, StrictMath.log(mean) - 0.5 * logVariance, Math.sqrt(logVariance));
        }

        @Override
        public double sample(RandomStream stream) {
            return StrictMath.exp(logMean + logDeviation * stream.nextGaussian());
        }
    }

    private record NormalAbove0(double centre, double deviation) implements Sampler {
        @Override
        public double sample(RandomStream stream) {
            double value;
            do {
                value = centre + deviation * stream.nextGaussian();
            } while (value <= 0);
            return value;
        }

        @Override
        public double mean() {
            double cut = centre / deviation;
            return centre + deviation * SpecialFunctions.normalDensity(cut) / SpecialFunctions.normalBelow(cut);
        }
    }

    /**
     * Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000; a shape below 1
     * is raised by one and the draw shrunk by a power of a uniform number, as they propose.
     */
    private record Gamma(double mean, double shape, double scale, double d, double c) implements Sampler {
        static Gamma of(double shape, double mean) {
            double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
            return new Gamma(mean, shape, mean / shape, d, 1 / (3 * Math.sqrt(d)));
        }

        @Override
        public double sample(RandomStream stream) {
            double value = scale * d * cube(stream);
            return shape < 1 ? value * StrictMath.exp(-stream.nextExponential() / shape) : value;
        }

        private double cube(RandomStream stream) {
            while (true) {
                double x = stream.nextGaussian();
                double root = 1 + c * x;
                if (root > 0) {
                    double v = root * root * root;
                    double u = stream.nextOpenDouble();
                    boolean inside = u < 1 - 0.0331 * (x * x) * (x * x);
                    if (inside || StrictMath.log(u) < 0.5 * x * x + d * (1 - v + StrictMath.log(v))) {
                        return v;
                    }
                }
            }
        }
    }

    private record Triangular(double low, double mode, double high) implements Sampler {
        @Override
        public double sample(RandomStream stream) {
            double u = stream.nextDouble();
            double width = high - low;
            double rise = (mode - low) / width;
            return u < rise ? low + width * Math.sqrt(u * rise) : high - width * Math.sqrt((1 - u) * (1 - rise));
        }

        @Override
        public double mean() {
            return low / 3 + mode / 3 + high / 3;
        }
    }

    private record Weibull(double exponent, double scale) implements Sampler {
        @Override
        public double sample(RandomStream stream) {
            return scale * StrictMath.pow(stream.nextExponential(), exponent);
        }

        @Override
        public double mean() {
            return scale * SpecialFunctions.gamma(1 + exponent);
        }
    }
}
