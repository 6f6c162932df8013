package org.circlab.score;

import org.circlab.ledger.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * What one account adds to a term of an indicator.
 *
 * @param kind of the facts behind it; null where there are none, such as for a counted stock
 * @param from name of the party that gives, pays or emits
 * @param to name of the party that gets; that of {@code from} where there is only one
 * @param subject name of the material, or of the kind of payment or emission
 * @param value in the unit of the term; the parts of a term add up to its value
 */
public record Part(@Nullable FactKind kind, String from, String to, String subject, double value) {}
