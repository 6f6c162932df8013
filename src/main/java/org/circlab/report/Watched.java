package org.circlab.report;

import java.util.List;
import org.circlab.simulation.Unmatched;

/**
 * What was seen of a run while it lasted and is not in its accounts.
 *
 * @param variant its months
 * @param baseline the months of what it is compared with
 * @param unmatched what became of the variant's offers, by replication
 */
public record Watched(Chronicle variant, Chronicle baseline, List<Unmatched> unmatched) {
    public Watched {
        unmatched = List.copyOf(unmatched);
    }
}
