package org.circlab.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What a study varies and repeats.
 *
 * @param id its name, which names its store of results
 * @param about what it asks, in a sentence; empty where it does not say
 * @param factors what it varies, in order; none where {@code points} has them
 * @param points a table of points, instead of factors
 * @param sample how ranges and distributions are sampled; without it levels are combined with each other
 * @param variants ids of those that it runs, in order, at least one
 * @param replications of each, at least 1; nothing where it does not say
 * @param indicators ids of those that its tables show; none where it does not say
 */
public record Study(
        String id,
        String about,
        List<Factor> factors,
        Optional<PointTable> points,
        Optional<Sample> sample,
        List<String> variants,
        Optional<Integer> replications,
        List<String> indicators) {

    public Study {
        factors = List.copyOf(factors);
        variants = List.copyOf(variants);
        indicators = List.copyOf(indicators);
    }

    /** How points are spread over the factors. */
    public enum Method {
        /** Latin hypercube: each of as many equal parts of every factor has one point, drawn at random (McKay and others 1979). */
        LHS,
        /** Sobol' sequence: points that fill the space evenly, without chance; the first n of 2n points are those of n. */
        SOBOL
    }

    /**
     * A sample.
     *
     * @param method how points are spread
     * @param points how many, at least 1
     */
    public record Sample(Method method, int points) {}
}
