package org.circlab.kernel;

/**
 * A probability distribution that values are drawn from; {@link Samplers} makes them. Immutable, so streams may
 * share one.
 */
public interface Sampler {

    /**
     * Draws a value.
     *
     * @param stream where the chance comes from; how many numbers a draw takes from it is up to the distribution
     */
    double sample(RandomStream stream);

    /** The expected value, exact but for rounding. */
    double mean();
}
