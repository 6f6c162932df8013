package org.circlab.ledger;

import java.util.Locale;

/** What a payment is for. */
public enum PaymentKind {
    /** Donor to haulier, or an own fleet's running cost. */
    HAULAGE(true),
    /** Donor to receiver or disposal site; a negative amount flows the other way. */
    GATE_FEE(true),
    /** Deliverer to the state at taxed disposal sites. */
    LANDFILL_TAX(true),
    /** Receiver to the seller of virgin material. */
    VIRGIN_MATERIAL(true),
    /** Buyer outside the lab to the maker of a product. */
    SALES(true),
    /** Running cost of a processing line or a disposal site. */
    TREATMENT(false),
    /** Emitting actor to the state. */
    CARBON_PRICE(false),
    /** Annuity of an investment and fixed yearly cost. */
    CAPITAL(false),
    /** Who falls short of what a contract must bring at least in a year to the other party of it. */
    CONTRACT_PENALTY(false),
    /** The state to who gives or receives what it subsidises. */
    SUBSIDY(false),
    /** Deliverer to the state for what is disposed of beyond a quota. */
    QUOTA_PENALTY(false);

    private final boolean followsFlow;

    PaymentKind(boolean followsFlow) {
        this.followsFlow = followsFlow;
    }

    /** Whether each such payment belongs to a flow of material, and is a cost column of it. */
    public boolean followsFlow() {
        return followsFlow;
    }

    /** The word used in results, such as {@code gate-fee}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
