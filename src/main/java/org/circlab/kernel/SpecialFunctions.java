package org.circlab.kernel;

/** The two functions that means of distributions need and {@link StrictMath} lacks. */
final class SpecialFunctions {

    private static final double SQRT_2_PI = 2.5066282746310002;

    private SpecialFunctions() {}

    /**
     * The gamma function for x of at least 1, to about 1e-14 relative; infinite beyond 171.6. Stirling's series
     * (Abramowitz and Stegun 6.1.37) after the recurrence has lifted the argument.
     */
    static double gamma(double x) {
        double divisor = 1;
        double z = x;
        while (z < 16) {
            divisor *= z;
            z++;
        }
        double w = 1 / (z * z);
        double series = (1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680 - w * (1.0 / 1188))))) / z;
        double halfPower = StrictMath.pow(z, 0.5 * (z - 0.5));
        return SQRT_2_PI * halfPower * StrictMath.exp(-z) * halfPower * StrictMath.exp(series) / divisor;
    }

    /** The density of the standard normal law. */
    static double normalDensity(double x) {
        return StrictMath.exp(-0.5 * x * x) / SQRT_2_PI;
    }

    /**
     * The standard normal law's probability below x, for x of at least 0 (Marsaglia, "Evaluating the normal
     * distribution", J. Stat. Software 11(4), 2004: all terms are positive, so nothing cancels).
     */
    static double normalBelow(double x) {
        if (x > 9) {
            return 1;
        }
        double term = x;
        double sum = x;
        for (int odd = 3; term > sum * 1e-18; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return 0.5 + sum * normalDensity(x);
    }
}
