package org.circlab.report;

import org.circlab.experiment.synergy.Assessment;
import org.circlab.experiment.synergy.Question;

/**
 * The synergies of a lab, as every report shows them.
 *
 * @param run the variant and its baseline
 * @param question what was asked
 * @param assessment what was found
 */
public record Assessed(ScoredRun run, Question question, Assessment assessment) {}
