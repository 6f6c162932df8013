package org.circlab.score;

import java.util.List;
import org.circlab.ledger.Channel;

/** What actors hand to one another instead of disposing of it. */
final class Synergies {

    private static final String BETWEEN =
            "received by the lines and needs of one actor from another; an actor's own transfers and"
                    + " disposal sites are left out, material that is handed on twice is counted twice";

    /** All that actors hand to one another for use. */
    static final Amount EXCHANGED =
            Amount.flows("exchanged", flow -> flow.route().isSynergy());

    static final List<Indicator> ALL = List.of(
            new Indicator(measure("exchanged", "Exchanged between actors", BETWEEN), EXCHANGED),
            new Indicator(
                    measure("exchanged-by-contract", "of this, by contract", BETWEEN + ", under a standing contract"),
                    exchanged(Channel.CONTRACT)),
            new Indicator(
                    measure(
                            "exchanged-by-match",
                            "of this, matched on the exchange",
                            BETWEEN + ", by a match on the exchange"),
                    exchanged(Channel.EXCHANGE)));

    private Synergies() {}

    private static Measure measure(String id, String title, String formula) {
        return new Measure(id, title, "t/yr", Sense.HIGHER_IS_BETTER, "exchange", formula, "");
    }

    private static Amount exchanged(Channel channel) {
        return Amount.flows(
                "exchanged",
                flow -> flow.route().channel() == channel && flow.route().isSynergy());
    }
}
