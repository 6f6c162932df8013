package org.circlab.score;

import java.util.List;
import org.circlab.ledger.Flow;

/** How much is carried how far. */
final class Transport {

    private static final String GROUP = "haulage";

    private static final Amount WORK = Amount.ofFlows("tonne-kilometres", "tkm/yr", Flow::tonneKilometres);

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
                    WORK),
            new Indicator(
                    new Measure(
                            "haulage-trips",
                            "Journeys",
                            "trips/yr",
                            Sense.LOWER_IS_BETTER,
                            GROUP,
                            "journeys with a load; empty returns are left out",
                            ""),
                    Amount.ofFlows("journeys", "trips/yr", flow -> (double) flow.trips())),
            new Indicator(
                    new Measure(
                            "mean-haul",
                            "Mean haul",
                            "km",
                            Sense.LOWER_IS_BETTER,
                            GROUP,
                            "haulage / mass carried, so a mean weighted by mass. Does not apply where nothing is carried.",
                            ""),
                    new Reckoning.Ratio(1, WORK, Amount.flows("carried", flow -> flow.trips() > 0))));

    private Transport() {}
}
