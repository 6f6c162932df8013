package org.circlab.experiment.study;

import java.util.List;
import org.circlab.score.Sense;

/**
 * What a store is about.
 *
 * @param name of the study
 * @param version of the program that wrote it
 * @param lab id of the scenario
 * @param seed where chance started
 * @param sets what is changed at every point, as {@code path=value}
 * @param paths of the factors
 * @param variants in the order of the scenario
 * @param indicators in the order of {@link Answer.Values}
 * @param points how many points the design has
 * @param replications how many of each variant at each point are wanted
 */
public record Stored(
        String name,
        String version,
        String lab,
        long seed,
        List<String> sets,
        List<String> paths,
        List<Variant> variants,
        List<Indicator> indicators,
        int points,
        int replications) {

    public Stored {
        sets = List.copyOf(sets);
        paths = List.copyOf(paths);
        variants = List.copyOf(variants);
        indicators = List.copyOf(indicators);
    }

    /**
     * A variant.
     *
     * @param key in the store
     * @param id in the scenario
     * @param hash of its effective scenario and baseline
     */
    public record Variant(int key, String id, String hash) {}

    /**
     * An indicator.
     *
     * @param id short name
     * @param title for people
     * @param unit of its values
     * @param sense which way is better
     */
    public record Indicator(String id, String title, String unit, Sense sense) {}

    /** How many tasks there are in all. */
    public long tasks() {
        return (long) points * variants.size() * replications;
    }
}
