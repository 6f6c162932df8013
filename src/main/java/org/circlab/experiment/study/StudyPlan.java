package org.circlab.experiment.study;

import java.util.List;
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
 */
public record StudyPlan(
        String name,
        String version,
        String lab,
        Shipment shipment,
        Design design,
        List<Variant> variants,
        List<Measure> indicators,
        int replications) {

    public StudyPlan {
        variants = List.copyOf(variants);
        indicators = List.copyOf(indicators);
        if (variants.isEmpty() || replications < 1) {
            throw new IllegalArgumentException("a study has " + variants.size() + " variants and " + replications
                    + " replications; it needs at least one of each");
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

    /** How many tasks there are in all. */
    public long tasks() {
        return Math.multiplyExact((long) design.points() * variants.size(), (long) replications);
    }
}
