package org.circlab.score;

import java.util.Locale;

/** Which way an indicator is better, all else equal. */
public enum Sense {
    /** More is better. */
    HIGHER_IS_BETTER,
    /** Less is better. */
    LOWER_IS_BETTER,
    /** Neither: a description, not a merit. */
    NEITHER;

    /** The word used in results, such as {@code higher-is-better}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
