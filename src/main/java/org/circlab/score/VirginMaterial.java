package org.circlab.score;

import java.util.List;
import org.circlab.ledger.Chart;

/** Virgin material bought, and secondary material in its place. */
final class VirginMaterial {

    private static final String GROUP = "virgin material";

    static final Amount BOUGHT = Amount.from("virgin material bought", Chart.VIRGIN);

    private static final Amount DISPLACED =
            Amount.consumptions("virgin material displaced", need -> (double) need.displacedGrams());

    static final List<Indicator> ALL = List.of(
            new Indicator(
                    new Measure(
                            "virgin-bought",
                            "Virgin material bought",
                            "t/yr",
                            Sense.LOWER_IS_BETTER,
                            GROUP,
                            "bought from outside the lab for needs and for what recipes add. What the exchange displaces is the"
                                    + " difference from business as usual.",
                            ""),
                    BOUGHT),
            new Indicator(
                    new Measure(
                            "virgin-displaced",
                            "Virgin material displaced by secondary",
                            "t/yr",
                            Sense.HIGHER_IS_BETTER,
                            GROUP,
                            "secondary material used by needs times its substitution ratio, within the run itself; business as"
                                    + " usual displaces some too.",
                            ""),
                    DISPLACED),
            new Indicator(
                    new Measure(
                            "need-met-by-secondary",
                            "Share of needs met by secondary material",
                            "%",
                            Sense.HIGHER_IS_BETTER,
                            GROUP,
                            "virgin material displaced by secondary / (displaced + virgin material used by needs). Does not apply"
                                    + " without needs. Old and new scrap count alike, unlike in the end-of-life recycling input"
                                    + " rate of Eurostat.",
                            ""),
                    Reckoning.Ratio.percent(
                            DISPLACED, DISPLACED.plus("displaced and used by needs", Amount.consumptions("", need ->
                                    (double) need.virginGrams())))));

    private VirginMaterial() {}
}
