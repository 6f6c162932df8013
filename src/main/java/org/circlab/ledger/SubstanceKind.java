package org.circlab.ledger;

import java.util.Locale;

/** Where a substance comes from or goes to. */
public enum SubstanceKind {
    /** In the lab when the window opens. */
    OPENING(1),
    /** In what arises. */
    GENERATED(1),
    /** Water that recipes add. */
    ADDED(1),
    /** In secondary material that needs use. */
    CONSUMED(-1),
    /** In products that leave the lab by their market. */
    SOLD(-1),
    /** In what comes to final treatment. */
    DISPOSED(-1),
    /** From lines into the air. */
    TO_AIR(-1),
    /** From lines into water bodies. */
    TO_WATER(-1),
    /** Decayed while its lot waited or travelled. */
    DECAYED(-1),
    /** In the lab when the window closes. */
    CLOSING(-1);

    private final int sign;

    SubstanceKind(int sign) {
        this.sign = sign;
    }

    /** 1 where it adds to the lab, -1 where it takes away; over all kinds the sum is 0. */
    public int sign() {
        return sign;
    }

    /** The word used in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
