package org.circlab.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.Year;
import org.circlab.model.Degradable;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.model.Operation.Treatment;

/** Methane of landfilled waste and carbon dioxide from biomass, told beside the greenhouse gases and never in their sum. */
final class CarbonOfWaste {

    /** Global warming potential of methane over 100 years, AR5, without feedbacks (Myhre et al. 2013, table 8.7). */
    private static final double METHANE_POTENTIAL = 28;

    private static final double GRAMS_PER_TONNE = 1e6;
    private static final String IPCC = "IPCC 2006 Guidelines, vol. 5, ch. 2 and 3; potential of AR5, 100 years";
    private static final String LIMITS =
            " Of materials whose degradable parts are known, by the scenario or the code; others do not count, and the second"
                    + " term says how much of them is landfilled. A managed landfill with a cover and the defaults of IPCC; none"
                    + " captured. Not in the net emissions, since the factor of a site may hold its methane already. Does not"
                    + " apply where no material of the lab is known to degrade.";

    private static final Amount COMMITTED =
            new Amount("methane of what is landfilled, over all time", "tCO2e/yr", GRAMS_PER_TONNE, (window, tally) -> {
                Map<String, Material> materials = materials(window.lab());
                for (Flow flow : window.accounts().flows()) {
                    Material material = materials.get(
                            window.chart().materials().get(flow.route().material()));
                    if (isLandfilled(flow)
                            && material != null
                            && !material.degradable().isEmpty()) {
                        Amount.addFlow(tally, flow, committedGrams(material, (double) flow.grams()));
                    }
                }
            });

    private static final Amount UNKNOWN = Amount.flows(
            "landfilled without a known degradable part",
            (window, flow) ->
                    isLandfilled(flow) && !degrades(window, flow.route().material()));

    static final List<Indicator> ALL = List.of(
            new Indicator(
                    measure(
                            "landfill-methane-committed",
                            "Landfill methane, all that the deposits will emit",
                            "mass landfilled (D1, D5, D12) x degradable part x DOC x DOCf x MCF x F x 16/12 x (1 - OX) x 28, in full"
                                    + " at deposit." + LIMITS),
                    new Reckoning.Computed(
                            "the first term; the second does not count",
                            window -> knowsAny(window.lab()) ? COMMITTED.perYear(window) : Double.NaN,
                            window -> List.of(COMMITTED.term(window), UNKNOWN.term(window)))),
            new Indicator(
                    measure(
                            "landfill-methane-in-window",
                            "Landfill methane, emitted within the window",
                            "what of it is emitted until the window ends, by first-order decay from 1 January after the year of"
                                    + " deposit on, with the rates of the temperate wet zone (slower in the dry); deposits of"
                                    + " the window alone, without older ones." + LIMITS),
                    new Reckoning.Computed(
                            "the first term; the second does not count",
                            window -> knowsAny(window.lab()) ? inWindow(window) : Double.NaN,
                            window -> List.of(
                                    new Term(
                                            "methane emitted in the window by its deposits",
                                            "tCO2e/yr",
                                            inWindow(window),
                                            List.of()),
                                    UNKNOWN.term(window)))),
            new Indicator(
                    new Measure(
                            "biogenic-co2",
                            "Carbon dioxide from biomass",
                            "tCO2/yr",
                            Sense.NEITHER,
                            "climate",
                            "total input of processes, and mass taken by sites, times the carbon dioxide from biomass that they"
                                    + " state. Not in the net emissions, and without a carbon price. Other processes and sites,"
                                    + " disposal outside the lab and landfills may emit it too. Does not apply where none states it.",
                            "told apart as in IPCC 2006 Guidelines, vol. 5, ch. 5"),
                    new Reckoning.Computed(
                            "the term itself",
                            window -> statesBiogenic(window.lab()) ? biogenic().perYear(window) : Double.NaN,
                            window -> List.of(biogenic().term(window)))));

    private CarbonOfWaste() {}

    private static Measure measure(String id, String title, String formula) {
        return new Measure(id, title, "tCO2e/yr", Sense.LOWER_IS_BETTER, "climate", formula, IPCC);
    }

    private static Amount biogenic() {
        return Amount.emissions("carbon dioxide from biomass", emission -> emission.kind() == EmissionKind.BIOGENIC);
    }

    private static boolean statesBiogenic(Lab lab) {
        return lab.actors().stream()
                .anyMatch(actor -> actor.lines().stream()
                                .anyMatch(line -> line.recipe()
                                        .biogenicKilogramsPerTonne()
                                        .isPresent())
                        || actor.sites().stream()
                                .anyMatch(
                                        site -> site.biogenicKilogramsPerTonne().isPresent()));
    }

    private static boolean isLandfilled(Flow flow) {
        return Window.isFinal(flow) && Window.isFor(flow, Treatment.LANDFILL);
    }

    private static boolean isLandfilled(Year.Move move) {
        return move.isFinal()
                && Window.isRouted(move.channel())
                && Window.treatment(move.operation()) == Treatment.LANDFILL;
    }

    private static boolean knowsAny(Lab lab) {
        return lab.materials().stream()
                .anyMatch(material -> !material.degradable().isEmpty());
    }

    private static boolean degrades(Window window, int material) {
        Material known = materials(window.lab()).get(window.chart().materials().get(material));
        return known != null && !known.degradable().isEmpty();
    }

    private static Map<String, Material> materials(Lab lab) {
        Map<String, Material> materials = new HashMap<>();
        lab.materials().forEach(material -> materials.put(material.id(), material));
        return materials;
    }

    /** Grams of CO2e that a deposit emits in all time. */
    private static double committedGrams(Material material, double grams) {
        double sum = 0;
        for (Degradable part : material.degradable()) {
            sum += landfill(part).potentialGrams(grams * part.share());
        }
        return sum * METHANE_POTENTIAL;
    }

    private static LandfillMethane landfill(Degradable part) {
        return LandfillMethane.managed(part.kind(), true);
    }

    /** Tonnes of CO2e a year that the deposits of the window emit in it. */
    private static double inWindow(Window window) {
        LocalDate last = window.lab().horizon().end().minusDays(1);
        int first = window.lab().horizon().start().getYear();
        int years = last.getYear() - first + 1;
        double lastPart = (double) last.getDayOfYear() / last.lengthOfYear();
        double grams = 0;
        for (int material = 0; material < window.chart().materials().size(); material++) {
            Material known =
                    materials(window.lab()).get(window.chart().materials().get(material));
            if (known != null) {
                List<Long> deposits = deposits(window, material, first, years);
                for (Degradable part : known.degradable()) {
                    List<LandfillMethane.Year> emitted = landfill(part).over(deposits, years);
                    for (int year = 0; year < years; year++) {
                        double inside = year == years - 1 ? lastPart : 1;
                        grams += part.share() * inside * emitted.get(year).emittedGrams();
                    }
                }
            }
        }
        return window.perYear(grams * METHANE_POTENTIAL / GRAMS_PER_TONNE);
    }

    /** What of a material is landfilled in each calendar year of the window, in grams. */
    private static List<Long> deposits(Window window, int material, int first, int years) {
        List<Long> deposits = new ArrayList<>();
        for (int number = first; number < first + years; number++) {
            int calendar = number;
            deposits.add(window.accounts().years().stream()
                    .filter(year -> year.number() == calendar)
                    .flatMap(year -> year.moves().stream())
                    .filter(move -> move.material() == material && isLandfilled(move))
                    .mapToLong(Year.Move::grams)
                    .sum());
        }
        return deposits;
    }
}
