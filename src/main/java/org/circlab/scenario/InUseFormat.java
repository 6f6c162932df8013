package org.circlab.scenario;

/** What the format says of products in use, from which a stream may arise. */
final class InUseFormat {

    private static final Part LIFETIME = Part.of(
                    "lifetime",
                    Key.of("normal", meanAndSd("normal-lifetime"), "The bell curve.", "{ mean: 12 yr, sd: 3 yr }"),
                    Key.of(
                            "lognormal",
                            meanAndSd("lognormal-lifetime"),
                            "Skewed to the right.",
                            "{ mean: 60 yr, sd: 25 yr }"),
                    Key.of(
                            "weibull",
                            Part.of(
                                    "weibull-lifetime",
                                    Key.of("shape", Shape.figure(Measure.COUNT), "Above 1 for what wears out.", "2.2")
                                            .required(),
                                    Key.of("scale", Shape.SPAN, "The age at which 37 % are still in use.", "14 yr")
                                            .required()),
                            "Usual for appliances.",
                            "{ shape: 2.2, scale: 14 yr }"))
            .withOneOf("normal", "lognormal", "weibull");

    static final Part IN_USE = Part.of(
            "in-use",
            Key.of(
                            "put-on-market",
                            Shape.byId(
                                    Shape.figure(Measure.MASS_FLOW),
                                    Key.of("table", Shape.TEXT, "Or a CSV file with year,value.", "sales.csv"),
                                    CommonFormat.ABOUT_SOURCE),
                            "What begins its use in each calendar year, without gaps.",
                            "{ 1990: 2 kt/yr, 1991: 2.1 kt/yr }")
                    .required(),
            Key.of(
                    "growth",
                    Shape.figure(Measure.GROWTH),
                    "How that goes on each year after the last figure; as it is if not said.",
                    "3 %/yr"),
            Key.of(
                            "lifetime",
                            Shape.either(Shape.SPAN, LIFETIME),
                            "How long products are used: a time for all, or a law.",
                            "{ weibull: { shape: 2.2, scale: 14 yr } }")
                    .required(),
            Key.of(
                    "stock",
                    Shape.mass(Range.NOT_NEGATIVE),
                    "What is in use when the first year begins, of the ages that steady sales leave.",
                    "20 kt"));

    private InUseFormat() {}

    private static Part meanAndSd(String name) {
        return Part.of(
                name,
                Key.of("mean", Shape.SPAN, "The mean lifetime.", "12 yr").required(),
                Key.of("sd", Shape.SPAN, "Its standard deviation.", "3 yr").required());
    }
}
