package org.circlab.experiment.synergy;

import java.util.List;
import org.circlab.experiment.Outcome;
import org.circlab.score.Estimate;
import org.circlab.score.Joining;

/**
 * What was found.
 *
 * @param outcome the variant and its baseline
 * @param realised the synergies
 * @param joining who of those who take part in them would join
 * @param credits what each brings, in the order of the synergies; of the largest only where there are many
 * @param together what all of them bring together, by kind of {@link Gain}, over {@code shapleyReplications}; empty where no
 *     Shapley values were reckoned
 * @param shapleyReplications over how many replications Shapley values were reckoned; 0 for none
 * @param breakEvens of the largest synergies, in their order
 * @param runs how many replications were run beside those of the outcome
 */
public record Assessment(
        Outcome outcome,
        Realised realised,
        Joining joining,
        List<Credit> credits,
        List<Estimate> together,
        int shapleyReplications,
        List<BreakEven> breakEvens,
        int runs) {

    /** Shapley values take two to the power of the number of synergies many labs; this is the most for which they are asked. */
    public static final int MOST_PLAYERS = 8;

    public Assessment {
        credits = List.copyOf(credits);
        together = List.copyOf(together);
        breakEvens = List.copyOf(breakEvens);
    }
}
