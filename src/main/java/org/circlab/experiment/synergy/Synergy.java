package org.circlab.experiment.synergy;

import java.util.List;

/**
 * What one actor hands to another because of the exchange: by a match, or by a contract that business as usual does not have.
 *
 * @param donor id of who gives
 * @param receiver id of who takes it for use
 * @param material id of what
 * @param tonnesPerYear what it takes beyond the baseline, mean over the replications, above 0
 * @param without changes {@code path=value} by which the exchange goes without it: the pair is kept apart, and contracts that
 *     the baseline does not have bring nothing
 */
public record Synergy(String donor, String receiver, String material, double tonnesPerYear, List<String> without) {
    public Synergy {
        without = List.copyOf(without);
    }
}
