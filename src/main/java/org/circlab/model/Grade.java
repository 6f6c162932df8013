package org.circlab.model;

import java.util.Locale;

/** How well a figure is known, from best to weakest; results say what share of the mass rests on each. */
public enum Grade {
    /** Weighed or metered by the actor itself. */
    MEASURED,
    /** Published by an operator, an authority or a statistical office. */
    REPORTED,
    /** Computed from reported figures by a stated formula. */
    DERIVED,
    /** Not known: assumed, with the reasoning given. */
    ASSUMED;

    /** The word used in scenario files and results, such as {@code assumed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The weaker of two grades: a result is no better known than the worst figure behind it. */
    public Grade weaker(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
