package org.circlab.score;

/**
 * A target in a calendar year.
 *
 * @param year the calendar year
 * @param share of its days that lie in the window, above 0 and at most 1
 * @param standing of the target in that year
 * @param rate over the replications in which the stream arises, in %
 * @param met in how many of them the rate meets the target
 */
public record TargetYear(int year, double share, Standing standing, Estimate rate, Proportion met) {

    /** What a target is in some year. */
    public enum Standing {
        /** A later target of its kind is in force. */
        SUPERSEDED("superseded"),
        /** It must be met. */
        IN_FORCE("in force"),
        /** The next of its kind to be in force. */
        NEXT("next"),
        /** It will be in force after another of its kind. */
        LATER("later");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /** The words used on screens and in results. */
        public String words() {
            return words;
        }
    }
}
