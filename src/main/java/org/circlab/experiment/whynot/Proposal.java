package org.circlab.experiment.whynot;

/**
 * A change that was tried and does: with it at least 95 % of what was unmatched is traded, in replication 1.
 *
 * @param dimension what kind of change it is
 * @param set the change as {@code path=value}
 * @param now what stands at that path without it, for people; empty where nothing does
 * @param tradedGrams how much more is traded with it
 */
public record Proposal(Dimension dimension, String set, String now, long tradedGrams) {

    /** Where the change is made. */
    public String path() {
        return set.substring(0, set.indexOf('='));
    }

    /** What is to stand there. */
    public String value() {
        return set.substring(set.indexOf('=') + 1);
    }
}
