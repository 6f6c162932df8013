package org.circlab.scenario;

import org.circlab.model.Grade;
import org.circlab.model.Operation;

/** The parts of the format that stand in several places. */
final class CommonFormat {

    static final Part SOURCE = Part.of(
            "source",
            Key.of("ref", Shape.TEXT, "What says so: a report, a page, a measurement.", "Annual report 2024")
                    .required(),
            Key.of(
                            "grade",
                            Shape.words(Grade.values(), Grade::word),
                            "How well the figure is known; results tell what share of the mass rests on each grade.",
                            "reported")
                    .required());

    /** The source that any map may name. */
    static final Key ABOUT_SOURCE = Key.of(
            "source",
            SOURCE,
            "Where the figures come from, and how well they are known.",
            "{ ref: Annual report 2024, grade: reported }");

    /** The note that any map may have. */
    static final Key NOTE = Key.of("note", Shape.TEXT, "Free text for readers.", "with suburbs");

    static final Shape COUNTRY = new Shape.Text("^[A-Z]{2}$");

    static final Shape OPERATION = Shape.words(Operation.values(), Operation::code);

    static final Shape SPREAD = Shape.either(
            Shape.words("none", "exponential"),
            Part.of(
                            "spread",
                            Key.of("lognormal", scattered("lognormal"), "Skewed to the right.", "{ cv: 15 % }"),
                            Key.of("gamma", scattered("gamma"), "Skewed, never negative.", "{ cv: 15 % }"),
                            Key.of("normal", scattered("normal"), "The bell curve, cut off at 0.", "{ cv: 10 % }"),
                            Key.of(
                                    "uniform",
                                    Part.of("uniform", factor("low", "0.5"), factor("high", "1.5")),
                                    "Evenly between two factors, which lie evenly around 1.",
                                    "{ low: 0.5, high: 1.5 }"),
                            Key.of(
                                    "triangular",
                                    Part.of(
                                            "triangular",
                                            factor("low", "0.5"),
                                            factor("mode", "1"),
                                            factor("high", "1.5")),
                                    "Between two factors with a peak; the three add up to 3.",
                                    "{ low: 0.5, mode: 1, high: 1.5 }"))
                    .withOneOf("lognormal", "gamma", "normal", "uniform", "triangular"));

    static final Shape EVERY = Shape.either(
            Shape.SPAN,
            Part.of(
                    "every",
                    Key.of("mean", Shape.SPAN, "The mean time from one to the next.", "1 d")
                            .required(),
                    Key.of("spread", SPREAD, "How the time between them scatters.", "exponential")));

    static final Shape DISPOSAL = Shape.either(
            Shape.words("cheapest", "nearest"),
            Shape.id(Kind.ACTOR),
            Part.of(
                    "disposal-outside",
                    Key.of("fee", Shape.figure(Measure.FEE), "What the plant outside the lab charges.", "80 EUR/t")
                            .required(),
                    Key.of("tax", Shape.figure(Measure.PRICE), "Tax on top of the fee, paid to the state.", "11 EUR/t"),
                    Key.of("ghg", Shape.figure(Measure.GHG), "What it emits for each tonne.", "20 kgCO2e/t"),
                    Key.of("distance", Shape.figure(Measure.DISTANCE), "How far away it is by road.", "30 km")));

    /** What a material consists of: substances by any name, water and energy. */
    static final Shape COMPOSITION = Shape.byId(
            Shape.figure(Measure.FRACTION),
            Key.of("moisture", Shape.figure(Measure.MOISTURE), "Share of water in the wet mass.", "20 %"),
            Key.of(
                    "heating-value",
                    Shape.figure(Measure.HEATING_VALUE),
                    "Lower heating value of the wet mass.",
                    "18 GJ/t"),
            ABOUT_SOURCE);

    /** What a receiver asks of the composition of what it takes. */
    static final Shape LIMITS = Shape.byId(
            limit("limit", Measure.FRACTION, "5 %"),
            Key.of("moisture", limit("moisture-limit", Measure.FRACTION, "20 %"), "Of the wet mass.", "{ most: 20 % }"),
            Key.of(
                    "heating-value",
                    limit("heating-value-limit", Measure.HEATING_VALUE, "12 GJ/t"),
                    "Of the wet mass.",
                    "{ least: 12 GJ/t }"),
            ABOUT_SOURCE);

    static final Shape BY = Shape.either(Shape.words("haulier", "truck"), Shape.id(Kind.CARRIER));

    private CommonFormat() {}

    private static Part limit(String name, Measure measure, String example) {
        return Part.of(
                name,
                Key.of("most", Shape.figure(measure), "The most allowed.", example),
                Key.of("least", Shape.figure(measure), "The least allowed.", example));
    }

    private static Part scattered(String law) {
        return Part.of(
                law,
                Key.of(
                                "cv",
                                Shape.figure(Measure.FACTOR),
                                "Coefficient of variation: standard deviation over mean.",
                                "15 %")
                        .required());
    }

    private static Key factor(String name, String example) {
        return Key.of(name, Shape.figure(Measure.FACTOR), "A factor on the mean.", example)
                .required();
    }
}
