package org.circlab.experiment.resilience;

import java.util.List;
import org.circlab.model.Lab;
import org.circlab.score.Estimate;

/**
 * What was found.
 *
 * @param lab as it is
 * @param exchanged what actors hand to one another for use, in t/yr
 * @param removals of single actors, what is lost without them falling
 * @param endured what became of the outages, in their order
 */
public record Resilience(Lab lab, Estimate exchanged, List<Removal> removals, List<Endured> endured) {
    public Resilience {
        removals = List.copyOf(removals);
        endured = List.copyOf(endured);
    }
}
