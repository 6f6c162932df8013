package org.circlab.experiment.study;

import java.util.List;

/**
 * All that a store has of one variant at one point.
 *
 * @param point its number in the design, from 1
 * @param values of the factors, as a scenario writes them
 * @param variant its id
 * @param runs in the order of replications
 */
public record PointRuns(int point, List<String> values, String variant, List<Run> runs) {

    public PointRuns {
        values = List.copyOf(values);
        runs = List.copyOf(runs);
    }

    /**
     * One run.
     *
     * @param replication from 1
     * @param answer what became of it
     */
    public record Run(int replication, Answer answer) {}
}
