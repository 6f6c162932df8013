package org.circlab.score;

import java.util.List;

/**
 * Profit and loss of one party, in EUR/yr; positive is a gain.
 *
 * @param actor id of the actor, or name of a party outside the lab such as {@code state}
 * @param name for people
 * @param lines one for each {@link org.circlab.ledger.PaymentKind} in its order, then {@code net}, their sum
 */
public record ActorResult(String actor, String name, List<Compared> lines) {
    public ActorResult {
        lines = List.copyOf(lines);
    }

    /** The last line: what remains of all gains and payments. */
    public Compared net() {
        return lines.get(lines.size() - 1);
    }
}
