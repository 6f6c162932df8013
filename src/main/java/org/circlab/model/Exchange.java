package org.circlab.model;

import java.util.Locale;

/**
 * How offers meet requests.
 *
 * @param rule whom an offer goes to first
 * @param everyMillis time between rounds; 0 to match each lot on arrival
 */
public record Exchange(Rule rule, long everyMillis) {

    /** Whom an offer goes to first. */
    public enum Rule {
        /** No exchange: business as usual. */
        NONE,
        /** To the nearest receiver with room, whatever it costs. */
        NEAREST,
        /** To the receiver with the least haulage + gate fee, unless disposal is cheaper. */
        CHEAPEST,
        /** To the receivers that the donor prefers, in its order and at any price, then as {@link #CHEAPEST}. */
        PREFERENCE;

        /** The word used in scenario files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Exchange {
        Bounds.atLeast(0, "time between rounds of the exchange", everyMillis);
    }

    /** No exchange at all. */
    public static final Exchange NONE = new Exchange(Rule.NONE, 0);

    /** Whether each lot is matched at the instant it arises. */
    public boolean onArrival() {
        return everyMillis == 0;
    }
}
