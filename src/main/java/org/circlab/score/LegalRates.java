package org.circlab.score;

import java.util.List;
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

    static final LegalRate MUNICIPAL_RECYCLING =
            new LegalRate(LegalRates::isMunicipal, treatment -> treatment == Treatment.RECYCLING);
    static final LegalRate MUNICIPAL_LANDFILLED = new LegalRate(
            LegalRates::isMunicipal,
            treatment -> treatment == Treatment.LANDFILL || treatment == Treatment.INCINERATION);
    static final LegalRate DEMOLITION_RECOVERY = new LegalRate(
            LegalRates::isDemolition,
            treatment -> treatment == Treatment.RECYCLING || treatment == Treatment.BACKFILLING);

    static final List<Indicator> ALL = List.of(
            rate(
                    "municipal-recycling",
                    "Municipal waste recycled, as the law counts",
                    Sense.HIGHER_IS_BETTER,
                    MUNICIPAL + " received for recycling (R2 to R11) / the same arising",
                    "Directive 2008/98/EC, articles 11(2) and 11a",
                    MUNICIPAL_RECYCLING),
            rate(
                    "municipal-landfilled",
                    "Municipal waste landfilled, as the law counts",
                    Sense.LOWER_IS_BETTER,
                    MUNICIPAL
                            + " landfilled (D1, D5, D12) or burnt without energy recovery (D10, D11) / the same arising;"
                            + " residues of its treatment are left out",
                    "Directive 1999/31/EC, articles 5(5) and 5a",
                    MUNICIPAL_LANDFILLED),
            rate(
                    "packaging-recycling",
                    "Packaging waste recycled, as the law counts",
                    Sense.HIGHER_IS_BETTER,
                    "packaging waste (15 01) received for recycling (R2 to R11) / the same arising",
                    "Directive 94/62/EC, articles 6 and 6a",
                    packagingRecycling("15 01")),
            rate(
                    "demolition-recovery",
                    "Demolition waste recovered, as the law counts",
                    Sense.HIGHER_IS_BETTER,
                    "non-hazardous construction and demolition waste (chapter 17 without 17 05 04) received for recycling (R2 to"
                            + " R11) or backfilling / the same arising",
                    "Directive 2008/98/EC, article 11(2)(b); Decision 2011/753/EU",
                    DEMOLITION_RECOVERY));

    private LegalRates() {}

    /** The rate of packaging waste whose code begins so. */
    static LegalRate packagingRecycling(String code) {
        return new LegalRate(
                (codes, material) -> codes.isIn(material, List.of(code)),
                treatment -> treatment == Treatment.RECYCLING);
    }

    private static boolean isMunicipal(Codes codes, int material) {
        return codes.isIn(material, List.of("20", "15 01")) && !codes.isIn(material, List.of("20 02 02", "20 03 04"));
    }

    private static boolean isDemolition(Codes codes, int material) {
        return codes.isIn(material, List.of("17"))
                && !codes.isIn(material, List.of("17 05 04"))
                && !codes.isHazardous(material);
    }

    private static Indicator rate(String id, String title, Sense sense, String formula, String source, LegalRate rate) {
        Amount arising = rate.arising();
        Amount received = rate.received();
        Amount sorted = rate.sorted();
        Reckoning.Ratio ratio = Reckoning.Ratio.percent(received, arising);
        return new Indicator(
                new Measure(id, title, "%", sense, GROUP, formula + "." + LIMITS, source),
                new Reckoning.Computed(
                        ratio.rule() + ", or where the third is above 0",
                        window -> sorted.total(window) > 0 ? Double.NaN : ratio.value(window),
                        window -> List.of(received.term(window), arising.term(window), sorted.term(window))));
    }
}
