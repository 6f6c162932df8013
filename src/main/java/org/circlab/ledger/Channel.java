package org.circlab.ledger;

import java.util.Locale;

/** By what arrangement a flow comes about. */
public enum Channel {
    /** A standing contract between donor and receiver. */
    CONTRACT,
    /** A match on the exchange. */
    EXCHANGE,
    /** What nobody took goes to final treatment. */
    DISPOSAL,
    /** Virgin material bought from outside the lab. */
    PURCHASE,
    /** A product sold out of the lab. */
    MARKET,
    /** Drawn from or lost to air or water. */
    NATURE;

    /** The word used in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
