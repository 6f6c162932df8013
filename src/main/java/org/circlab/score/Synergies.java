package org.circlab.score;

import java.util.List;
import org.circlab.ledger.Channel;

/** What actors hand to one another instead of disposing of it. */
final class Synergies {

    private static final String BETWEEN =
            "received by the lines and needs of one actor from another; an actor's own transfers and"
                    + " disposal sites are left out, material that is handed on twice is counted twice";

    static final List<Indicator> ALL = List.of(
            new Indicator(
                    measure("exchanged", "Exchanged between actors", BETWEEN),
                    window -> window.tonnesPerYear(
                            window.grams(flow -> flow.route().isSynergy()))),
            new Indicator(
                    measure("exchanged-by-contract", "of this, by contract", BETWEEN + ", under a standing contract"),
                    window -> exchanged(window, Channel.CONTRACT)),
            new Indicator(
                    measure(
                            "exchanged-by-match",
                            "of this, matched on the exchange",
                            BETWEEN + ", by a match on the exchange"),
                    window -> exchanged(window, Channel.EXCHANGE)));

    private Synergies() {}

    private static Measure measure(String id, String title, String formula) {
        return new Measure(id, title, "t/yr", Sense.HIGHER_IS_BETTER, "exchange", formula, "");
    }

    private static double exchanged(Window window, Channel channel) {
        return window.tonnesPerYear(window.grams(
                flow -> flow.route().channel() == channel && flow.route().isSynergy()));
    }
}
