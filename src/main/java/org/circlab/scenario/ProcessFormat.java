package org.circlab.scenario;

/** What the format says of a process: a recipe for each tonne of total input. */
final class ProcessFormat {

    private static final Key SHARE = Key.of("share", Shape.figure(Measure.PART), "Its share of the total input.", "5 %")
            .required();

    private static final Part FREE = Part.of("added-freely", SHARE);

    private static final Part ADDED = Part.of(
            "added",
            SHARE,
            Key.of("price", Shape.figure(Measure.PRICE), "What a tonne of it costs.", "80 EUR/t"),
            Key.of("ghg", Shape.figure(Measure.GHG), "What making a tonne of it emitted.", "900 kgCO2e/t"));

    private static final Part MARKET = Part.of(
            "market",
            Key.of("price", Shape.dated(Measure.FEE), "What the market pays; negative if it must be paid.", "40 EUR/t")
                    .required(),
            Key.of(
                    "avoids",
                    Shape.figure(Measure.GHG_AVOIDED),
                    "What is not emitted because the product replaces another outside the lab.",
                    "60 kgCO2e/t"));

    private static final Part OUTPUT = Part.of(
            "output",
            Key.of("share", Shape.figure(Measure.SHARE), "Its share of the total input.", "40 %")
                    .required(),
            Key.of("ships", Shape.mass(Range.POSITIVE), "Gathered to loads of this mass before it is offered.", "20 t"),
            Key.of("by", CommonFormat.BY, "Who carries it: a fleet of the actor, a mode, or the haulier.", "haulier"),
            Key.of("disposal", CommonFormat.DISPOSAL, "Where it goes if nobody takes it.", "nearest"),
            Key.of("market", MARKET, "Who buys it outside the lab if nobody in it does.", "{ price: 40 EUR/t }"));

    private static final Part LOSS = Part.of(
            "loss",
            Key.of("air", Shape.figure(Measure.LOSS), "Share that leaves to the air.", "25 %"),
            Key.of("water", Shape.figure(Measure.LOSS), "Share that leaves to the water.", "5 %"));

    static final Part PROCESS = Part.of(
            "process",
            Key.of(
                    "like",
                    Shape.TEXT,
                    "A process of the catalogue with its figures and sources; other keys say what differs.",
                    "anaerobic-digestion"),
            Key.of("name", Shape.TEXT, "What people call it.", "Grinding of ash"),
            Key.of("operation", CommonFormat.OPERATION, "The R or D code of the law on waste, or backfill.", "R5")
                    .requiredUnless("like"),
            Key.of(
                            "takes",
                            new Shape.Listed(Shape.id(Kind.MATERIAL), 1, Integer.MAX_VALUE),
                            "The materials that it takes in, any of them.",
                            "[fly-ash]")
                    .requiredUnless("like"),
            Key.of(
                    "adds",
                    Shape.byId(
                            ADDED,
                            Key.of("air", FREE, "Air that goes into products.", "{ share: 1 % }"),
                            Key.of("water", FREE, "Water that goes into products.", "{ share: 10 % }")),
                    "What is added to what is taken: air, water, and virgin materials by any name.",
                    "{ lime: { share: 5 %, price: 80 EUR/t } }"),
            Key.of(
                    "yields",
                    Shape.byId(Shape.either(Shape.figure(Measure.SHARE), OUTPUT)),
                    "The materials that come out; with the losses they make 100 %.",
                    "{ cement-addition: 96 % }"),
            Key.of(
                    "transfers",
                    Shape.byId(
                            Shape.byId(
                                    Shape.figure(Measure.FRACTION),
                                    Key.of("air", Shape.figure(Measure.LOSS), "To the air.", "80 %"),
                                    Key.of("water", Shape.figure(Measure.LOSS), "To the water.", "5 %"),
                                    CommonFormat.ABOUT_SOURCE),
                            CommonFormat.ABOUT_SOURCE),
                    "Where substances go, by substance then output; each adds up to 100 %. Others go with the mass.",
                    "{ chloride: { cement: 20 %, air: 80 % } }"),
            Key.of("loss", LOSS, "What leaves as neither product nor residue.", "{ air: 2 % }"),
            Key.of("cost", Shape.figure(Measure.COST), "Running cost for each tonne of total input.", "6 EUR/t"),
            Key.of("ghg", Shape.figure(Measure.GHG), "Emissions for each tonne of total input.", "12 kgCO2e/t"),
            Key.of(
                    "biogenic",
                    Shape.figure(Measure.BIOGENIC),
                    "CO2 from biomass for each tonne of total input; told apart, never in the emissions.",
                    "190 kgCO2e/t"),
            Key.of(
                    "energy",
                    Shape.figure(Measure.ENERGY),
                    "Electricity and fuels for each tonne of total input; their emissions and costs are in ghg and cost.",
                    "58 kWh/t"),
            Key.of(
                    "work",
                    Shape.figure(Measure.WORK),
                    "Hours that people work for each tonne of total input; what jobs are reckoned from.",
                    "0.3 h/t"));

    private ProcessFormat() {}
}
