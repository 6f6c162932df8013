package org.circlab.score;

import java.util.List;
import org.circlab.ledger.Flow;

/** How much is carried how far. */
final class Transport {

    private static final String GROUP = "haulage";

    static final List<Indicator> ALL = List.of(
            new Indicator(
                    new Measure(
                            "haulage-work",
                            "Haulage",
                            "tkm/yr",
                            Sense.LOWER_IS_BETTER,
                            GROUP,
                            "mass times distance of every consignment received; empty returns are left out",
                            ""),
                    window -> window.perYear(tonneKilometres(window))),
            new Indicator(
                    new Measure(
                            "haulage-trips",
                            "Journeys",
                            "trips/yr",
                            Sense.LOWER_IS_BETTER,
                            GROUP,
                            "journeys with a load; empty returns are left out",
                            ""),
                    window -> window.perYear((double) window.sum(Flow::trips))),
            new Indicator(
                    new Measure(
                            "mean-haul",
                            "Mean haul",
                            "km",
                            Sense.LOWER_IS_BETTER,
                            GROUP,
                            "haulage / mass carried, so a mean weighted by mass. Does not apply where nothing is carried.",
                            ""),
                    window -> {
                        long carried = window.grams(flow -> flow.trips() > 0);
                        return carried == 0 ? Double.NaN : tonneKilometres(window) / (carried / 1e6);
                    }));

    private Transport() {}

    private static double tonneKilometres(Window window) {
        double sum = 0;
        for (Flow flow : window.accounts().flows()) {
            sum += flow.tonneKilometres();
        }
        return sum;
    }
}
