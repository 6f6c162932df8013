package org.circlab.report;

import org.circlab.score.Comparison.Entry;
import org.circlab.score.Estimate;

/** Where a candidate of a comparison stands by an indicator, against the one that is best on average. */
public enum Standing {
    /** It is the best on average, or exactly as good. */
    BEST("best on average"),
    /** The interval of the difference from the best holds 0: it may be noise. */
    NO_CLEAR_DIFFERENCE("no clear difference"),
    /** It is clearly behind the best. */
    WORSE("worse"),
    /** It differs, but one replication tells nothing of chance. */
    ONE_RUN("one run only");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** The words used on screens and in results. */
    public String words() {
        return words;
    }

    /** The standing of a candidate. */
    public static Standing of(Entry entry) {
        Estimate behind = entry.behind();
        if (behind.mean() == 0 && !(behind.halfWidth() > 0)) {
            return BEST;
        }
        if (behind.replications() == 1) {
            return ONE_RUN;
        }
        return behind.low95() <= 0 && behind.high95() >= 0 ? NO_CLEAR_DIFFERENCE : WORSE;
    }
}
