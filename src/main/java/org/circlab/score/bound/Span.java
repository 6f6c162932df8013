package org.circlab.score.bound;

/**
 * All that a value can be during a run.
 *
 * @param low the least
 * @param high the most
 */
record Span(double low, double high) {

    static Span of(double value) {
        return new Span(value, value);
    }

    /** The smallest span that holds this and a value. */
    Span and(double value) {
        return new Span(Math.min(low, value), Math.max(high, value));
    }

    /** The smallest span that holds this and all multiples of it. */
    Span andTimes(double factor) {
        return and(low * factor).and(high * factor);
    }

    /** The least that a multiple of it can be. */
    double least(double factor) {
        return Math.min(low * factor, high * factor);
    }
}
