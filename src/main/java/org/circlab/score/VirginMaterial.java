package org.circlab.score;

import java.util.List;
import org.circlab.ledger.Accounts.Consumption;
import org.circlab.ledger.Chart;

/** Virgin material bought, and secondary material in its place. */
final class VirginMaterial {

    private static final String GROUP = "virgin material";

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
                    window -> window.tonnesPerYear(window.gramsFrom(Chart.VIRGIN))),
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
                    window -> window.tonnesPerYear(displacedGrams(window))),
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
                    window -> {
                        long displaced = displacedGrams(window);
                        return Window.percent(displaced, displaced + usedVirginGrams(window));
                    }));

    private VirginMaterial() {}

    private static long displacedGrams(Window window) {
        return window.accounts().consumptions().stream()
                .mapToLong(Consumption::displacedGrams)
                .sum();
    }

    private static long usedVirginGrams(Window window) {
        return window.accounts().consumptions().stream()
                .mapToLong(Consumption::virginGrams)
                .sum();
    }
}
