package org.circlab.experiment.select;

import java.util.List;
import org.circlab.score.Estimate;

/**
 * What a race found.
 *
 * @param best the candidate that is left, or of those left the one with the least mean
 * @param decided whether it is proved: the others are out, or not better by anything that matters
 * @param probability of {@code best} being the best, at least: what was asked for if decided, what the evidence allows to state if
 *     not, down to 0
 * @param replications of those that stayed to the end
 * @param standings one for each candidate
 */
public record Selection(int best, boolean decided, double probability, int replications, List<Standing> standings) {

    /** Stands for the candidate that a candidate was dropped for, where it was not dropped. */
    public static final int NOBODY = -1;

    public Selection {
        standings = List.copyOf(standings);
    }

    /**
     * One candidate.
     *
     * @param replications that it got
     * @param droppedFor the one that was proved better, or {@link #NOBODY}
     * @param value its estimate over them
     * @param behind its paired difference to {@link Selection#best} over them
     */
    public record Standing(int replications, int droppedFor, Estimate value, Estimate behind) {}

    /** Replications of all candidates together. */
    public int spent() {
        return standings.stream().mapToInt(Standing::replications).sum();
    }

    /** What it would have taken to give as many to each as the last pair needed to be told apart by the same rule. */
    public int withEqualShares() {
        return replications * standings.size();
    }
}
