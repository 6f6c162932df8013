package org.circlab.score;

import org.circlab.ledger.FactKind;
import org.jspecify.annotations.Nullable;

/** Takes the entries of the books that an amount counts. */
@FunctionalInterface
interface Tally {

    /**
     * One entry.
     *
     * @param kind of the facts that it adds up; null where it adds up none, such as a counted stock
     * @param from index of the party that gives, pays or emits
     * @param to index of the party that gets
     * @param subject as in the facts: index of the material, or ordinal of the kind of payment or emission
     * @param amount signed, in the smallest unit of the books: grams, micro-euros, milligrams of CO2e; else whatever the amount
     *     that is tallied says
     */
    void add(@Nullable FactKind kind, int from, int to, int subject, double amount);
}
