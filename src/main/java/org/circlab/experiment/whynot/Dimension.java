package org.circlab.experiment.whynot;

import org.circlab.network.Gate;

/** What kind of change might open a way; at most one change of each is proposed. */
public enum Dimension {
    PERMIT("permit", Gate.PERMIT),
    BORDER("border", Gate.BORDER),
    LIMIT("limit", Gate.COMPOSITION),
    DISTANCE("distance", Gate.DISTANCE),
    BAN("ban", Gate.BAN),
    HAULAGE("haulage price", Gate.PRICE),
    FEE("gate fee", Gate.PRICE),
    VIRGIN_PRICE("price of virgin material", Gate.PRICE),
    HURDLE("hurdle", Gate.PRICE),
    LANDFILL_TAX("landfill tax", Gate.PRICE),
    CARBON_PRICE("carbon price", Gate.PRICE),
    SUBSIDY("subsidy", Gate.PRICE),
    QUOTA("quota of disposal", Gate.PRICE),
    TRUST_PREMIUM("premium for trust", Gate.TRUST),
    KEEPING("time it keeps", Gate.EXPIRY),
    DONOR_STORE("store of the donor", Gate.EXPIRY),
    CAPACITY("capacity", Gate.CAPACITY),
    LOOK_AHEAD("rounds looked ahead", Gate.CAPACITY),
    ROOM("store of the receiver", Gate.CAPACITY),
    NEED("amount needed", Gate.CAPACITY),
    CONTRACT("contract volume", Gate.CONTRACT),
    SUPPLY("amount arising", Gate.MATERIAL);

    private final String word;
    private final Gate gate;

    Dimension(String word, Gate gate) {
        this.word = word;
        this.gate = gate;
    }

    /** As results name it. */
    public String word() {
        return word;
    }

    /** The first gate that such a change can open; of no use where everything was stopped before. */
    Gate gate() {
        return gate;
    }
}
