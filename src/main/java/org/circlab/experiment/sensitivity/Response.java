package org.circlab.experiment.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.circlab.experiment.study.PointRuns;
import org.circlab.experiment.study.Stored;
import org.circlab.experiment.study.StudyStore;
import org.circlab.score.Estimate;

/**
 * What a study found of one indicator at each of its points: means over the replications, which are the same at all points.
 *
 * @param variant its id
 * @param indicator which one
 * @param subject of what
 * @param values one for each point; NaN where a run was refused, or the indicator does not apply
 */
public record Response(String variant, Stored.Indicator indicator, Subject subject, List<Double> values) {

    /** What is looked at. */
    public enum Subject {
        /** The variant minus its business as usual. */
        DIFFERENCE("difference to business as usual"),
        /** The variant by itself. */
        VARIANT("value of the variant");

        private final String words;

        Subject(String words) {
            this.words = words;
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    public Response {
        values = List.copyOf(values);
    }

    /**
     * Reads the responses of one variant of a study, whatever else its store has.
     *
     * @param variant its id
     * @param replications that the means are over, from the first; later ones, which some points may have, are not looked at
     * @param ids of the indicators
     */
    public static List<Response> of(
            StudyStore store, String variant, int replications, Subject subject, List<String> ids) {
        List<Stored.Indicator> all = store.about().indicators();
        List<Integer> places = ids.stream()
                .map(id -> all.stream().map(Stored.Indicator::id).toList().indexOf(id))
                .toList();
        double[][] values = new double[ids.size()][store.about().points()];
        Arrays.stream(values).forEach(each -> Arrays.fill(each, Double.NaN));
        store.read(ids, runs -> {
            for (int i = 0; runs.variant().equals(variant) && i < values.length; i++) {
                values[i][runs.point() - 1] = mean(runs.upTo(replications), i, subject);
            }
        });
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            responses.add(new Response(
                    variant,
                    all.get(places.get(i)),
                    subject,
                    Arrays.stream(values[i]).boxed().toList()));
        }
        return responses;
    }

    private static double mean(PointRuns runs, int indicator, Subject subject) {
        if (runs.refused() > 0) {
            return Double.NaN;
        }
        return runs.summary(indicator)
                .map(summary -> subject == Subject.VARIANT ? summary.variant() : summary.difference())
                .map(Estimate::mean)
                .orElse(Double.NaN);
    }

    /** All values. */
    public double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** How many points have none. */
    public int unknown() {
        return (int) values.stream().filter(value -> !Double.isFinite(value)).count();
    }
}
