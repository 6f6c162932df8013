package org.circlab.ledger;

import java.util.Locale;

/** Where greenhouse gases come from. */
public enum EmissionKind {
    /** Trucks. */
    HAULAGE,
    /** Processing lines. */
    PROCESS,
    /** Disposal sites, booked in full on arrival. */
    DISPOSAL,
    /** Making the virgin material that is bought. */
    VIRGIN_MATERIAL,
    /** Products that leave the lab and displace others there: negative. */
    AVOIDED,
    /** Carbon dioxide from biomass of processes and sites that state it: told apart, in no sum and without a price. */
    BIOGENIC;

    /** Whether it is a greenhouse gas that adds up with the others. */
    public boolean counts() {
        return this != BIOGENIC;
    }

    /** The word used in results, such as {@code virgin-material}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
