package org.circlab.report;

import java.util.List;
import org.circlab.experiment.resilience.Question;
import org.circlab.experiment.resilience.Resilience;
import org.circlab.scenario.Effective;

/**
 * The resilience of an exchange, as every report shows it.
 *
 * @param version of the program
 * @param scenario the variant that was asked about
 * @param sets the overrides {@code path=value} it was given, in order
 * @param question what was asked
 * @param resilience what was found
 */
public record Tested(String version, Effective scenario, List<String> sets, Question question, Resilience resilience) {
    public Tested {
        sets = List.copyOf(sets);
    }
}
