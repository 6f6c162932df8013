package org.circlab.experiment.study;

import java.util.List;
import java.util.Locale;
import org.circlab.score.Measure;

/**
 * All that decides the results of a study.
 *
 * @param name of the study, which names its store
 * @param version of the program
 * @param lab id of the scenario
 * @param shipment what all tasks share
 * @param design the points
 * @param variants those that run, in the order of the scenario
 * @param indicators definitions of those that the shipment names, in its order
 * @param replications of each variant at each point, at least 1
 * @param tables those that values of factors name; their contents are in the hash of no variant
 */
public record StudyPlan(
        String name,
        String version,
        String lab,
        Shipment shipment,
        Design design,
        List<Variant> variants,
        List<Measure> indicators,
        int replications,
        List<Table> tables) {

    private static final int MOST_RUNS = Integer.MAX_VALUE;

    /**
     * A plan.
     *
     * @throws StudyException if it is too large
     */
    public StudyPlan {
        variants = List.copyOf(variants);
        indicators = List.copyOf(indicators);
        tables = List.copyOf(tables);
        if (variants.isEmpty() || replications < 1) {
            throw new IllegalArgumentException("a study has " + variants.size() + " variants and " + replications
                    + " replications; it needs at least one of each");
        }
        Designs.requirePoints(design.points());
        long runs = (long) design.points() * variants.size() * replications;
        if (runs > MOST_RUNS) {
            throw new StudyException(String.format(
                    Locale.ROOT,
                    "%d points x %d variants x %d replications are %d runs; at most %d can be. Give fewer of them",
                    design.points(),
                    variants.size(),
                    replications,
                    runs,
                    MOST_RUNS));
        }
    }

    /**
     * A variant that runs.
     *
     * @param id in the scenario
     * @param position in the scenario, from 0
     * @param text the effective scenario before a point changes it
     * @param hash SHA-256 in hexadecimal digits of that text and that of its baseline
     */
    public record Variant(String id, int position, String text, String hash) {}

    /**
     * A table that a value of a factor names.
     *
     * @param setting the factor and its value, as {@code path=value}
     * @param hash SHA-256 in hexadecimal digits of its text
     */
    public record Table(String setting, String hash) {}

    /** How many tasks there are in all. */
    public int tasks() {
        return design.points() * variants.size() * replications;
    }

    /** The ids of the variants. */
    public List<String> variantIds() {
        return variants.stream().map(Variant::id).toList();
    }
}
