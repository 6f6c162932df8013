package org.circlab.model;

/** The standard normal law, by {@link StrictMath} so that every JDK gives the same. */
final class NormalLaw {

    private static final double SQRT_2_PI = 2.5066282746310002;
    private static final double FAR = 9;

    private NormalLaw() {}

    /**
     * The probability below x, to about 1e-16 (Marsaglia, "Evaluating the normal distribution", J. Stat. Software 11(4), 2004);
     * beyond 9 deviations 0 or 1.
     */
    static double below(double x) {
        double size = Math.abs(x);
        if (size > FAR) {
            return x < 0 ? 0 : 1;
        }
        double term = size;
        double sum = size;
        for (int odd = 3; term > sum * 1e-18; odd += 2) {
            term *= size * size / odd;
            sum += term;
        }
        double half = Math.min(0.5, sum * StrictMath.exp(-0.5 * size * size) / SQRT_2_PI);
        return x < 0 ? 0.5 - half : 0.5 + half;
    }
}
