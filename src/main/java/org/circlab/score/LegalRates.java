package org.circlab.score;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.circlab.ledger.Flow;
import org.circlab.model.Operation.Treatment;

/**
 * Rates of the law as far as codes of waste tell the stream and its way. The law measures where recycling proper begins, after
 * sorting; what comes out of sorting no longer says what went in. So a rate does not apply where any of its stream is sorted or
 * stored under R12 or R13 in the lab.
 */
final class LegalRates {

    private static final String GROUP = "law";
    private static final String MUNICIPAL =
            "municipal waste (chapter 20 of the List of Waste without 20 02 02 and 20 03 04, and" + " 15 01)";
    private static final String LIMITS =
            " Of the lab's own arisings, not of a country; does not apply without the stream, or where"
                    + " some of it is sorted or stored (R12, R13) in the lab, since what comes out no longer tells its stream.";

    static final List<Indicator> ALL = List.of(
            rate(
                    "municipal-recycling",
                    "Municipal waste recycled, as the law counts",
                    Sense.HIGHER_IS_BETTER,
                    MUNICIPAL + " received for recycling (R2 to R11) / the same arising",
                    "Directive 2008/98/EC, articles 11(2) and 11a",
                    LegalRates::isMunicipal,
                    flow -> Window.isFor(flow, Treatment.RECYCLING)),
            rate(
                    "municipal-landfilled",
                    "Municipal waste landfilled, as the law counts",
                    Sense.LOWER_IS_BETTER,
                    MUNICIPAL
                            + " landfilled (D1, D5, D12) or burnt without energy recovery (D10, D11) / the same arising;"
                            + " residues of its treatment are left out",
                    "Directive 1999/31/EC, articles 5(5) and 5a",
                    LegalRates::isMunicipal,
                    flow -> Window.isFor(flow, Treatment.LANDFILL) || Window.isFor(flow, Treatment.INCINERATION)),
            rate(
                    "packaging-recycling",
                    "Packaging waste recycled, as the law counts",
                    Sense.HIGHER_IS_BETTER,
                    "packaging waste (15 01) received for recycling (R2 to R11) / the same arising",
                    "Directive 94/62/EC, articles 6 and 6a",
                    LegalRates::isPackaging,
                    flow -> Window.isFor(flow, Treatment.RECYCLING)),
            rate(
                    "demolition-recovery",
                    "Demolition waste recovered, as the law counts",
                    Sense.HIGHER_IS_BETTER,
                    "non-hazardous construction and demolition waste (chapter 17 without 17 05 04) received for recycling (R2 to"
                            + " R11) or backfilling / the same arising",
                    "Directive 2008/98/EC, article 11(2)(b); Decision 2011/753/EU",
                    LegalRates::isDemolition,
                    flow -> Window.isFor(flow, Treatment.RECYCLING) || Window.isFor(flow, Treatment.BACKFILLING)));

    private LegalRates() {}

    private static boolean isMunicipal(Codes codes, int material) {
        return codes.isIn(material, List.of("20", "15 01")) && !codes.isIn(material, List.of("20 02 02", "20 03 04"));
    }

    private static boolean isPackaging(Codes codes, int material) {
        return codes.isIn(material, List.of("15 01"));
    }

    private static boolean isDemolition(Codes codes, int material) {
        return codes.isIn(material, List.of("17"))
                && !codes.isIn(material, List.of("17 05 04"))
                && !codes.isHazardous(material);
    }

    private static Indicator rate(
            String id,
            String title,
            Sense sense,
            String formula,
            String source,
            BiPredicate<Codes, Integer> stream,
            Predicate<Flow> counts) {
        Amount arising = Amount.mass("arising of the stream", (window, tally) -> {
            Codes codes = Codes.of(window);
            window.accounts().arisings().stream()
                    .filter(arisen -> stream.test(codes, arisen.material()))
                    .forEach(arisen -> Amount.addArisen(tally, arisen, (double) arisen.grams()));
        });
        Amount received = ofStream("received of it", stream, counts);
        Amount sorted = ofStream("sorted of it", stream, flow -> Window.isFor(flow, Treatment.PREPARATION));
        Reckoning.Ratio ratio = Reckoning.Ratio.percent(received, arising);
        return new Indicator(
                new Measure(id, title, "%", sense, GROUP, formula + "." + LIMITS, source),
                new Reckoning.Computed(
                        ratio.rule() + ", or where the third is above 0",
                        window -> sorted.total(window) > 0 ? Double.NaN : ratio.value(window),
                        window -> List.of(received.term(window), arising.term(window), sorted.term(window))));
    }

    /** Flows of the stream that count and have not been in a line before. */
    private static Amount ofStream(String name, BiPredicate<Codes, Integer> stream, Predicate<Flow> counts) {
        return Amount.mass(name, (window, tally) -> {
            Codes codes = Codes.of(window);
            for (Flow flow : window.accounts().flows()) {
                boolean first = flow.route().origin() == null;
                if (first
                        && counts.test(flow)
                        && stream.test(codes, flow.route().material())) {
                    Amount.addFlow(tally, flow, (double) flow.grams());
                }
            }
        });
    }
}
