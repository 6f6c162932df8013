package org.circlab.scenario;

import org.circlab.model.Material;

/** What the format says of an actor: its streams, stores, lines, needs and disposal sites. */
final class ActorFormat {

    private static final Part PERMITS = Part.of(
            "permits",
            Key.of("codes", Shape.list(Shape.WASTE_CODE), "The waste codes that may be taken.", "[\"10 01 02\"]"),
            Key.of("operations", Shape.list(CommonFormat.OPERATION), "What may be done with waste.", "[R5, R1]"),
            Key.of(
                    "hazardous",
                    Shape.FLAG,
                    "Whether hazardous waste may be taken; yes if not said where a code has a star.",
                    "yes"),
            Key.of(
                    "status",
                    Shape.list(Shape.words(Material.Status.values(), Material.Status::word)),
                    "What may be taken, by what it is in law; anything if not said.",
                    "[by-product, product]"));

    private static final String LIMITS = "{ loss-on-ignition: { most: 5 % } }";

    private static final String BLENDS = "Whether its mix must keep the limits, and not each lot.";

    private static final Shape PREFERS = Shape.list(Shape.id(Kind.ACTOR));

    private static final Part ARISING = Part.of(
                    "arising",
                    Key.of("mean", Shape.dated(Measure.MASS_FLOW), "How much arises in a year.", "230 kt/yr")
                            .requiredUnless("batch", "batches", "in-use"),
                    Key.of("batch", Shape.dated(TimeVarying.BATCH), "Or how much arises each time.", "630 t"),
                    Key.of(
                            "every",
                            Shape.either(Shape.words("continuous"), CommonFormat.EVERY),
                            "The time from one lot to the next; a day if not said. Or continuous, with ships.",
                            "1 d"),
                    Key.of(
                            "batches",
                            Shape.either(Shape.TEXT, Shape.list(Shape.TEXT)),
                            "Or a record to replay: a CSV file with time,mass, or a list.",
                            "[2025-01-03 12.5 t]"),
                    Key.of(
                            "in-use",
                            InUseFormat.IN_USE,
                            "Or products in use, which become waste at the end of their life.",
                            "{ put-on-market: { 1990: 2 kt/yr }, growth: 3 %/yr, lifetime: 12 yr }"),
                    Key.of("repeat", Shape.FLAG, "Whether the record's years come again and again.", "yes"),
                    Key.of("hours", Shape.id(Kind.CALENDAR), "When it arises; always if not said.", "day-shift"),
                    Key.of("ships", Shape.mass(Range.POSITIVE), "The loads to which it is gathered.", "20 t")
                            .requiredWhere("every", "continuous"),
                    Key.of(
                            "spread",
                            CommonFormat.SPREAD,
                            "How the mass of a lot scatters.",
                            "{ lognormal: { cv: 15 % } }"),
                    Key.of("season", Shape.id(Kind.SEASON), "The season that it follows.", "heating"),
                    Key.of("whole", Shape.FLAG, "Whether a lot only moves undivided.", "no"),
                    Key.of(
                            "by",
                            CommonFormat.BY,
                            "Who carries it: a fleet of the actor, a mode, or the haulier.",
                            "haulier"),
                    Key.of(
                            "prefers",
                            PREFERS,
                            "Receivers in order of preference, instead of the actor's, under the rule preference.",
                            "[works]"),
                    Key.of("disposal", CommonFormat.DISPOSAL, "Where it goes if nobody takes it.", "cheapest"),
                    Key.of(
                            "quality",
                            CommonFormat.COMPOSITION,
                            "What differs from the composition of its material.",
                            "{ loss-on-ignition: 3.1 % }"))
            .withOneOf("mean", "batch", "batches", "in-use");

    private static final Part STORE = Part.of(
            "store",
            Key.of("capacity", Shape.mass(Range.POSITIVE), "How much it holds.", "12 kt")
                    .required(),
            Key.of("keeps", Shape.SPAN, "How long the material keeps; for ever if not said.", "90 d"),
            Key.of("overflow", Shape.words("dispose", "block"), "What happens to what no longer fits.", "dispose"),
            Key.of("mix", Shape.FLAG, "Whether it is one pile, in which all lots become one.", "yes"));

    private static final Part BREAKDOWN = Part.of(
            "breakdown",
            Key.of("every", CommonFormat.EVERY, "The time from a repair to the next breakdown.", "60 d")
                    .required(),
            Key.of("repair", CommonFormat.EVERY, "The time that a repair takes.", "8 h")
                    .required(),
            Key.of("wear", Shape.words("time", "use"), "Whether that time passes always or in use only.", "time"));

    private static final Part LINE = Part.of(
            "line",
            Key.of("process", Shape.id(Kind.PROCESS), "What it does: a process.", "grinding")
                    .required(),
            Key.of("capacity", Shape.dated(Measure.CAPACITY), "How much each server takes while it works.", "300 t/d")
                    .required(),
            Key.of("parallel", Shape.figure(Measure.NUMBER), "How many equal servers stand side by side.", "2"),
            Key.of("hours", Shape.id(Kind.CALENDAR), "When it works; always if not said.", "two-shift"),
            Key.of(
                    "breakdown",
                    BREAKDOWN,
                    "How each server fails and is repaired.",
                    "{ every: { mean: 60 d, spread: exponential }, repair: 8 h }"),
            Key.of("service", CommonFormat.SPREAD, "How the time for a lot scatters.", "{ gamma: { cv: 20 % } }"),
            Key.of("store", Shape.mass(Range.NOT_NEGATIVE), "Room for what waits to be processed.", "2 kt"),
            Key.of(
                    "gate-fee",
                    Shape.either(
                            Shape.dated(Measure.FEE), Shape.byId(Shape.dated(Measure.FEE), CommonFormat.ABOUT_SOURCE)),
                    "What the deliverer pays, for all materials or by material; negative if the line pays.",
                    "-4 EUR/t"),
            Key.of("within", Shape.figure(Measure.DISTANCE), "The furthest that it draws from.", "150 km"),
            Key.of("investment", Shape.figure(Measure.MONEY), "What it costs to build.", "3 MEUR"),
            Key.of("life", Shape.SPAN, "Over how long the investment is paid off.", "20 yr")
                    .requiredWith("investment"),
            Key.of("fixed-cost", Shape.figure(Measure.YEARLY_COST), "What it costs idle or not.", "0.2 MEUR/yr"),
            Key.of("existing", Shape.FLAG, "Whether it stands today; yes unless there is an investment.", "no"),
            Key.of("limits", CommonFormat.LIMITS, "What it asks of what it takes.", LIMITS),
            Key.of("blends", Shape.FLAG, BLENDS, "yes"));

    private static final Part VIRGIN = Part.of(
            "virgin",
            Key.of("price", Shape.dated(Measure.PRICE), "What a tonne of it costs.", "60 EUR/t"),
            Key.of("ghg", Shape.figure(Measure.GHG), "What making a tonne of it emits.", "766 kgCO2e/t"));

    private static final Part ACCEPTED = Part.of(
            "accepted",
            Key.of("ratio", Shape.figure(Measure.RATIO), "Tonnes of virgin material that a tonne replaces.", "0.8"),
            Key.of(
                    "gate-fee",
                    Shape.dated(Measure.FEE),
                    "What the deliverer pays; negative if the taker does.",
                    "-10 EUR/t"),
            Key.of("within", Shape.figure(Measure.DISTANCE), "The furthest that it is drawn from.", "150 km"),
            Key.of(
                    "per-loop",
                    Shape.figure(Measure.KEPT),
                    "The part of the ratio that is left after each time through a process.",
                    "95 %"));

    private static final Part NEED = Part.of(
            "need",
            Key.of("mean", Shape.dated(Measure.MASS_FLOW), "How much is needed in a year.", "90 kt/yr")
                    .required(),
            Key.of("every", CommonFormat.EVERY, "The time from one draw to the next; a day if not said.", "1 d"),
            Key.of("spread", CommonFormat.SPREAD, "How the draws scatter.", "{ lognormal: { cv: 15 % } }"),
            Key.of("season", Shape.id(Kind.SEASON), "The season that it follows.", "heating"),
            Key.of("hours", Shape.id(Kind.CALENDAR), "When it draws; always if not said.", "day-shift"),
            Key.of("virgin", VIRGIN, "What is bought where secondary material lacks.", "{ price: 60 EUR/t }"),
            Key.of(
                    "accepts",
                    Shape.byId(ACCEPTED),
                    "The materials that meet it instead.",
                    "{ fly-ash: { ratio: 0.8 } }"),
            Key.of("operation", CommonFormat.OPERATION, "The R code of that use; R5 if not said.", "R5"),
            Key.of("store", Shape.mass(Range.NOT_NEGATIVE), "Room for secondary material.", "5 kt"),
            Key.of("limits", CommonFormat.LIMITS, "What it asks of what it takes.", LIMITS),
            Key.of("blends", Shape.FLAG, BLENDS, "yes"));

    private static final Part SITE = Part.of(
            "site",
            Key.of("accepts", Shape.list(Shape.id(Kind.MATERIAL)), "The materials that it takes.", "[fly-ash]")
                    .requiredUnless("codes"),
            Key.of("codes", Shape.list(Shape.WASTE_CODE), "The waste codes that it takes.", "[\"20 03 03\"]"),
            Key.of("operation", CommonFormat.OPERATION, "The D code; or R1 for use as fuel.", "D1")
                    .required(),
            Key.of("fee", Shape.dated(Measure.FEE), "What the deliverer pays.", "40 EUR/t")
                    .required(),
            Key.of("taxed", Shape.FLAG, "Whether the landfill tax is due; yes for landfill if not said.", "yes"),
            Key.of("ghg", Shape.figure(Measure.GHG), "What it emits for each tonne.", "5 kgCO2e/t"),
            Key.of(
                    "biogenic",
                    Shape.figure(Measure.BIOGENIC),
                    "CO2 from biomass for each tonne; told apart, never in the emissions.",
                    "557 kgCO2e/t"),
            Key.of("limits", CommonFormat.LIMITS, "What it asks of each lot that it takes.", LIMITS),
            Key.of("void", Shape.mass(Range.NOT_NEGATIVE), "Room that is left; without end if not said.", "2 Mt"),
            Key.of("cost", Shape.figure(Measure.COST), "What a tonne costs the operator.", "35 EUR/t"));

    static final Part ACTOR = Part.of(
            "actor",
            Key.of("name", Shape.TEXT, "What people call it.", "TEŠ Šoštanj"),
            Key.of("nace", Shape.TEXT, "Its branch in the NACE classification.", "\"35.11\""),
            Key.of(
                    "at",
                    new Shape.Listed(Shape.figure(Measure.COORDINATE), 2, 2),
                    "Latitude and longitude in degrees.",
                    "[46.380, 15.049]"),
            Key.of(
                    "country",
                    CommonFormat.COUNTRY,
                    "Its country in two letters (ISO 3166-1); that of the region if not said.",
                    "BA"),
            Key.of("permits", PERMITS, "What the law lets it take; anything if not said.", "{ operations: [R5] }"),
            Key.of(
                    "prefers",
                    PREFERS,
                    "Receivers of what it gives away, in order of preference, under the rule preference.",
                    "[works]"),
            Key.of(
                    "generates",
                    Shape.byId(ARISING),
                    "Its waste streams by material.",
                    "{ fly-ash: { mean: 230 kt/yr } }"),
            Key.of(
                    "stores",
                    Shape.byId(STORE),
                    "Room for outgoing material, by material.",
                    "{ fly-ash: { capacity: 12 kt } }"),
            Key.of(
                    "runs",
                    Shape.byId(LINE),
                    "Its processing lines.",
                    "{ mill: { process: grinding, capacity: 300 t/d } }"),
            Key.of(
                    "needs",
                    Shape.byId(NEED),
                    "What it needs and could use waste for.",
                    "{ clinker: { mean: 90 kt/yr } }"),
            Key.of(
                    "hurdle",
                    Shape.figure(Measure.FEE),
                    "What a tonne must bring it, more than, before it joins an exchange.",
                    "2 EUR/t"),
            Key.of(
                    "disposes",
                    Shape.byId(SITE),
                    "Its landfills and other sites of final treatment.",
                    "{ cell: { accepts: [fly-ash], operation: D1, fee: 40 EUR/t } }"));

    private ActorFormat() {}
}
