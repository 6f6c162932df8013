package org.circlab.ledger;

/** Hears every fact as it is recorded, the warm-up's included. */
@FunctionalInterface
public interface FactListener {

    /**
     * One fact.
     *
     * @param kind what happened
     * @param from index of the party that gives, pays or emits
     * @param to index of the party that gets; equal to {@code from} where there is only one
     * @param subject index of the material, or ordinal of the {@link PaymentKind} or {@link EmissionKind}
     * @param amount grams, micro-euros or milligrams of CO2e
     */
    void fact(FactKind kind, int from, int to, int subject, long amount);

    /** The warm-up is over: the facts from now on, and only these, are in the accounts. Called once, without a warm-up too. */
    default void windowOpens() {}

    /** The window is over and the books have closed; no fact follows. */
    default void windowCloses() {}
}
