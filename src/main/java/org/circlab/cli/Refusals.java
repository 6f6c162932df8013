package org.circlab.cli;

import java.util.ArrayList;
import java.util.List;
import org.circlab.experiment.study.Answer;
import org.circlab.experiment.study.PointRuns;
import org.circlab.experiment.study.StudyPlan;
import org.circlab.experiment.study.StudyStore;

/**
 * What a study could not run.
 *
 * @param lines what to tell, a line for each of the first points
 * @param areAll whether nothing was run
 */
record Refusals(List<String> lines, boolean areAll) {

    private static final int MOST = 5;

    /** Those of a plan; what else the store has is not looked at. */
    static Refusals of(StudyStore store, StudyPlan plan) {
        List<String> lines = new ArrayList<>();
        long[] counts = new long[2];
        store.read(List.of(), stored -> {
            if (!plan.variantIds().contains(stored.variant())) {
                return;
            }
            PointRuns point = stored.upTo(plan.replications());
            counts[0] += point.refused();
            counts[1] += point.runs().size();
            if (point.refused() > 0 && lines.size() < MOST) {
                lines.add("circlab: point " + point.point() + " (" + String.join(", ", point.values()) + "), variant '"
                        + point.variant() + "', is left out: " + reason(point));
            }
        });
        if (counts[0] > 0) {
            lines.add("circlab: " + counts[0] + " of " + counts[1] + " runs are left out; refused.csv says why");
        }
        return new Refusals(List.copyOf(lines), counts[0] > 0 && counts[0] == counts[1]);
    }

    private static String reason(PointRuns point) {
        for (PointRuns.Run run : point.runs()) {
            if (run.answer() instanceof Answer.Refused refused) {
                return refused.findings().get(0);
            }
        }
        return "";
    }
}
