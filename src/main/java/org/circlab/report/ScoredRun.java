package org.circlab.report;

import java.util.List;
import org.circlab.experiment.Outcome;
import org.circlab.scenario.Effective;

/**
 * A finished run as every report shows it.
 *
 * @param version of the program
 * @param scenario the variant that ran
 * @param sets the overrides {@code path=value} it was given, in order
 * @param outcome what was found
 */
public record ScoredRun(String version, Effective scenario, List<String> sets, Outcome outcome) {
    public ScoredRun {
        sets = List.copyOf(sets);
    }
}
