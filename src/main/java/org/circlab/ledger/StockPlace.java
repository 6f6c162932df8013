package org.circlab.ledger;

import java.util.Locale;

/** Where material can be between arising and its end. */
public enum StockPlace {
    /** In the donor's store. */
    STORE,
    /** At the donor without a store: until the round's end, for a truck, or gathered to a load. */
    WAITING,
    /** On the road; counted at the actor that sent it. */
    ROAD,
    /** In the receiver's inlet store. */
    INLET,
    /** In service on a line. */
    PROCESS;

    /** The word used in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
