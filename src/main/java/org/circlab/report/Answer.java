package org.circlab.report;

import java.util.List;
import org.circlab.experiment.whynot.Explanation;
import org.circlab.experiment.whynot.Question;
import org.circlab.scenario.Effective;

/**
 * Why not, as every report shows it.
 *
 * @param version of the program
 * @param scenario the variant that was asked about
 * @param sets the overrides {@code path=value} it was given, in order
 * @param question what was asked
 * @param explanation what was found
 */
public record Answer(
        String version, Effective scenario, List<String> sets, Question question, Explanation explanation) {
    public Answer {
        sets = List.copyOf(sets);
    }
}
