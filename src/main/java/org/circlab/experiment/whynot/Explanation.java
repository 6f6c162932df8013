package org.circlab.experiment.whynot;

import java.util.List;
import org.circlab.model.Lab;

/**
 * The answer.
 *
 * @param lab that ran
 * @param funnel how far everything came that was asked for
 * @param explained the largest unmatched streams, then the largest unmet needs
 * @param runs how often the lab was run for it
 */
public record Explanation(Lab lab, Funnel funnel, List<Explained> explained, int runs) {
    public Explanation {
        explained = List.copyOf(explained);
    }
}
