package org.circlab.report;

import java.util.List;
import org.circlab.experiment.select.Race;
import org.circlab.experiment.select.Selection;
import org.circlab.score.Measure;

/**
 * Variants ranked by one indicator.
 *
 * @param measure the indicator
 * @param variants ids, in the order of the race
 * @param rule when the race was over
 * @param selection what it found; in the race less is better
 */
public record Ranking(Measure measure, List<String> variants, Race.Rule rule, Selection selection) {
    public Ranking {
        variants = List.copyOf(variants);
    }
}
