package org.circlab.model;

import org.jspecify.annotations.Nullable;

/**
 * How a contract can be broken before it ends. Who breaks it pays, on that day, the penalty of the contract for the volume of
 * {@code damagesMillis}, and the contract is over for good.
 *
 * <p>That a party leaves when it gains more elsewhere than it owes is the theory of efficient breach: where damages make good
 * what the other party loses, a contract is broken only if that is worth more than it harms (S. Shavell, "Damage measures for
 * breach of contract", Bell Journal of Economics 11(2), 1980).
 *
 * @param by who may break it
 * @param chancePerYear the chance that a party that may breaks it within a year of 365.25 d, for reasons that the lab does not
 *     know, each independently of the other, from 0 to below 1
 * @param betterEurosPerTonne by how many euros a tonne another offer must be better, damages deducted, for a party to leave,
 *     at least 0; null if nobody ever leaves for an offer
 * @param damagesMillis for how long the volume is paid for, at most for the rest of the term, at least 0
 */
public record Breach(
        Party by, double chancePerYear, @Nullable Double betterEurosPerTonne, long damagesMillis) {

    /** A party of a contract. */
    public enum Party {
        /** Who gives. */
        DONOR("donor"),
        /** Who takes. */
        RECEIVER("receiver"),
        /** Both of them. */
        EITHER("either");

        private final String word;

        Party(String word) {
            this.word = word;
        }

        /** The word used in scenario files. */
        public String word() {
            return word;
        }
    }

    public Breach {
        if (!(chancePerYear >= 0 && chancePerYear < 1)) {
            throw new IllegalArgumentException("the chance that a contract is broken is " + chancePerYear
                    + " a year; it must be from 0 to below 1. Maybe it is in %?");
        }
        if (betterEurosPerTonne != null) {
            Bounds.atLeast(0.0, "better offer that ends a contract", betterEurosPerTonne);
        }
        Bounds.atLeast(0, "time that damages of a contract cover", damagesMillis);
    }

    /** Whether the donor ({@code donor}) or the receiver may break it. */
    public boolean isOpenTo(boolean donor) {
        return by == Party.EITHER || donor == (by == Party.DONOR);
    }
}
