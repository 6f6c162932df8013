package org.circlab.experiment.study;

import java.util.List;
import java.util.Optional;
import org.circlab.score.Estimate;

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
     * An indicator over the runs that were not refused.
     *
     * @param variant mean and interval of the variant
     * @param baseline the same of business as usual
     * @param difference variant minus business as usual, paired run by run
     */
    public record Summary(Estimate variant, Estimate baseline, Estimate difference) {}

    /**
     * The indicator at a place of the study's; nothing where every run was refused.
     *
     * @param indicator its place, from 0
     */
    public Optional<Summary> summary(int indicator) {
        List<Answer.Values> answered = runs.stream()
                .map(Run::answer)
                .filter(Answer.Values.class::isInstance)
                .map(Answer.Values.class::cast)
                .toList();
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        double[] variant = answered.stream()
                .mapToDouble(each -> each.variant().get(indicator))
                .toArray();
        double[] baseline = answered.stream()
                .mapToDouble(each -> each.baseline().get(indicator))
                .toArray();
        double[] difference = new double[variant.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = variant[i] - baseline[i];
        }
        return Optional.of(new Summary(Estimate.of(variant), Estimate.of(baseline), Estimate.of(difference)));
    }

    /** The same without later replications. */
    public PointRuns upTo(int replication) {
        return new PointRuns(
                point,
                values,
                variant,
                runs.stream().filter(run -> run.replication() <= replication).toList());
    }

    /** How many runs were refused. */
    public int refused() {
        return (int) runs.stream()
                .filter(run -> run.answer() instanceof Answer.Refused)
                .count();
    }

    /**
     * One run.
     *
     * @param replication from 1
     * @param answer what became of it
     */
    public record Run(int replication, Answer answer) {}
}
