package org.circlab.score;

import java.util.List;

/** Shares of what happens in business as usual, under the same random numbers; 0 for business as usual itself. */
final class Counterfactual {

    private static final String GROUP = "against business as usual";
    private static final String KALUNDBORG =
            "compared with a hypothetical situation without exchange, as in the assessment of"
                    + " Kalundborg: N. B. Jacobsen, Industrial symbiosis in Kalundborg, Journal of Industrial Ecology 10 (2006)";

    static final List<Indicator> ALL = List.of(
            new Indicator(
                    new Measure(
                            "diversion-from-usual",
                            "Disposal avoided, of that as usual",
                            "%",
                            Sense.HIGHER_IS_BETTER,
                            GROUP,
                            "1 - disposed / disposed in business as usual. Stocks that build up count as avoided. Does not"
                                    + " apply where business as usual disposes of nothing.",
                            KALUNDBORG),
                    avoided(Treatments.OF_DISPOSAL)),
            new Indicator(
                    new Measure(
                            "virgin-displacement",
                            "Virgin material avoided, of that as usual",
                            "%",
                            Sense.HIGHER_IS_BETTER,
                            GROUP,
                            "1 - virgin material bought / that bought in business as usual. What is saved outside the lab by"
                                    + " products sold is left out. Does not apply where business as usual buys none.",
                            KALUNDBORG),
                    avoided(VirginMaterial.BOUGHT)));

    private Counterfactual() {}

    private static Reckoning avoided(Amount amount) {
        return new Reckoning.Computed(
                "100 x (1 - the first term / the second); does not apply where the second is 0",
                window -> {
                    double usual = amount.total(window.usual());
                    return usual == 0 ? Double.NaN : 100 * (1 - amount.total(window) / usual);
                },
                window -> List.of(amount.term(window), asUsual(amount.term(window.usual()))));
    }

    private static Term asUsual(Term term) {
        return new Term(term.name() + ", in business as usual", term.unit(), term.value(), term.parts());
    }
}
