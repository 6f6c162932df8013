package org.circlab.score;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.circlab.ledger.Flow;
import org.circlab.model.Operation;
import org.circlab.model.Operation.Treatment;

/** Rates and indicators of circularity, each of the lab as a whole over the window. */
final class Circularity {

    private static final String GROUP = "circularity";
    private static final String EUROSTAT = "Eurostat, env_ac_cur";
    private static final String EMF =
            "Ellen MacArthur Foundation and Granta Design, Circularity Indicators, Methodology (2015,"
                    + " revised 2019)";

    /** Chapters and groups of the List of Waste that hold what people have used: packaging, vehicles, equipment, buildings, towns. */
    private static final List<String> END_OF_LIFE = List.of("15", "16 01", "16 02", "16 06", "17", "20");

    /** What enters recycling for the first time; what comes out of recycling and is recycled again is not counted again. */
    static final Amount RECYCLED = Amount.flows("received for recycling (R2 to R11)", Circularity::isFirstRecycling);

    private static final Amount RESIDUE_OF_RECYCLING = Amount.flows(
            "residues of recycling disposed of",
            flow -> Window.isDisposal(flow) && comesFrom(flow, Treatment.RECYCLING));

    private static final Amount SECONDARY =
            Amount.consumptions("secondary material used by needs", need -> (double) need.secondaryGrams());

    private static final Amount INPUT = SECONDARY.plus("secondary and virgin material", VirginMaterial.BOUGHT);

    private static final Amount ARISING = Amount.arising("waste arising", arisen -> true);

    private static final Amount OLD_SCRAP = Amount.flows(
            "received for recycling of what had been used",
            (window, flow) ->
                    isFirstRecycling(flow) && Codes.of(window).isIn(flow.route().material(), END_OF_LIFE));

    static final List<Indicator> ALL = List.of(
            rate(
                    "internal-share-of-input",
                    "Input that comes from other actors",
                    "exchanged / (exchanged + virgin material bought). Waste that arises is no input; air, water and an actor's"
                            + " own transfers are left out.",
                    "",
                    new Reckoning.Ratio(
                            100,
                            Synergies.EXCHANGED,
                            Synergies.EXCHANGED.plus("exchanged and virgin material bought", VirginMaterial.BOUGHT))),
            rate(
                    "circular-material-use",
                    "Circular material use, as far as the lab goes",
                    "U / (DMC + U): U is what the lab receives for recycling (R2 to R11) for the first time, DMC the virgin"
                            + " material bought. Nothing recycled crosses the border of the lab. The rate of a country also has"
                            + " all its other material use in DMC, so the two do not compare.",
                    "after the circular material use rate of " + EUROSTAT,
                    new Reckoning.Ratio(
                            100, RECYCLED, RECYCLED.plus("recycled and virgin material", VirginMaterial.BOUGHT))),
            rate(
                    "eol-recycling-input",
                    "End-of-life recycling input rate, as far as the lab goes",
                    "what is received for recycling of chapters 15, 17 and 20 and groups 16 01, 16 02 and 16 06 of the List of"
                            + " Waste / (all received for recycling + virgin material bought). Process scrap and by-products,"
                            + " most of what a symbiosis exchanges, do not count: 0 is no fault of it.",
                    "after Eurostat, cei_srm010",
                    new Reckoning.Ratio(
                            100, OLD_SCRAP, RECYCLED.plus("recycled and virgin material", VirginMaterial.BOUGHT))),
            mci(
                    "mci",
                    "Material circularity (MCI, full variant)",
                    "LFI = (V + W) / (2M + (W_F - W_C) / 2)",
                    MaterialCircularity::full),
            mci(
                    "mci-simple",
                    "Material circularity (MCI, simple variant)",
                    "LFI = (V + W) / 2M, which leaves out what recycling itself wastes",
                    MaterialCircularity::simple),
            rate(
                    "cti",
                    "Circular transition indicator (CTI)",
                    "(circular inflow + circular outflow) / (inflow + outflow). Inflow is virgin material bought and secondary"
                            + " material used by needs, of which the latter is circular; outflow is the waste arising, of which"
                            + " is circular what is received for recycling (recovery potential x actual recovery). Aligned with"
                            + " WBCSD's method; renewable origin and energy recovery are left out. Does not apply without flows.",
                    "aligned with WBCSD, Circular Transition Indicators v4.0 (2023)",
                    new Reckoning.Ratio(
                            100,
                            SECONDARY.plus("circular inflow and outflow", RECYCLED),
                            INPUT.plus("inflow and outflow", ARISING))));

    private Circularity() {}

    private static Indicator rate(String id, String title, String formula, String source, Reckoning reckoning) {
        return new Indicator(new Measure(id, title, "%", Sense.HIGHER_IS_BETTER, GROUP, formula, source), reckoning);
    }

    private static Indicator mci(String id, String title, String flow, ToDoubleFunction<MaterialCircularity> value) {
        Measure measure = new Measure(
                id,
                title,
                "1",
                Sense.HIGHER_IS_BETTER,
                GROUP,
                "max(0, 1 - 0.9 LFI), " + flow
                        + ". F_R is the share of secondary material in what needs use and virgin material"
                        + " bought, C_R the share of the waste arising that is received for recycling, at most 1, E_F = E_C ="
                        + " 1 - residues of recycling disposed of / received for recycling. Of the lab as if it were one"
                        + " product of average lifetime (X = 1); reuse, biological cycles and energy are left out. Does not"
                        + " apply without input or arising.",
                EMF);
        return new Indicator(
                measure,
                new Reckoning.Computed(
                        "as the formula says, with F_R = first / second term, C_R = third / fourth, E = 1 - fifth / third",
                        window -> isDefined(window) ? value.applyAsDouble(circularity(window)) : Double.NaN,
                        window -> List.of(
                                SECONDARY.term(window),
                                INPUT.term(window),
                                RECYCLED.term(window),
                                ARISING.term(window),
                                RESIDUE_OF_RECYCLING.term(window))));
    }

    private static boolean isDefined(Window window) {
        return INPUT.total(window) > 0 && ARISING.total(window) > 0;
    }

    private static MaterialCircularity circularity(Window window) {
        double recycled = RECYCLED.total(window);
        double efficiency = recycled == 0 ? 1 : Math.max(0.01, 1 - RESIDUE_OF_RECYCLING.total(window) / recycled);
        double collected = Math.min(1, recycled / ARISING.total(window));
        double secondary = SECONDARY.total(window) / INPUT.total(window);
        return new MaterialCircularity(
                new MaterialCircularity.Feedstock(secondary, 0, 0, efficiency),
                new MaterialCircularity.AfterUse(collected, 0, 0, 0, efficiency),
                1);
    }

    static boolean isFirstRecycling(Flow flow) {
        return Window.isFor(flow, Treatment.RECYCLING) && !comesFrom(flow, Treatment.RECYCLING);
    }

    private static boolean comesFrom(Flow flow, Treatment treatment) {
        Operation origin = flow.route().origin();
        return origin != null && origin.treatment() == treatment;
    }
}
