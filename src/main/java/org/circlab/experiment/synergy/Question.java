package org.circlab.experiment.synergy;

/**
 * What is asked.
 *
 * @param top for how many of the largest synergies break-even values are looked for and, where there are more than {@value
 *     Assessment#MOST_PLAYERS}, what each brings; at least 0
 * @param creditReplications over how many replications Shapley values are reckoned at most, at least 0 for none
 */
public record Question(int top, int creditReplications) {
    public Question {
        if (top < 0 || creditReplications < 0) {
            throw new IllegalArgumentException("a question is about " + top + " synergies and " + creditReplications
                    + " replications; both must be at least 0");
        }
    }
}
