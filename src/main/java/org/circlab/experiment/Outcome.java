package org.circlab.experiment;

import java.util.List;
import org.circlab.ledger.Accounts;
import org.circlab.score.Scorecard;

/**
 * What an experiment found.
 *
 * @param plan what was run
 * @param variant accounts of the variant in the order of replications
 * @param baseline accounts of the baseline in the order of replications
 * @param scorecard the comparison
 */
public record Outcome(Plan plan, List<Accounts> variant, List<Accounts> baseline, Scorecard scorecard) {
    public Outcome {
        variant = List.copyOf(variant);
        baseline = List.copyOf(baseline);
    }
}
