package org.circlab.scenario;

/** What a study says. */
final class StudyFormat {

    static final Part STUDY = Part.of(
            "study",
            Key.of("about", Shape.TEXT, "What it asks, in a sentence.", "How high must the tax be?"),
            Key.of(
                    "vary",
                    new Shape.ByFactor(Shape.either(Shape.TEXT, new Shape.Listed(Shape.TEXT, 1, Integer.MAX_VALUE))),
                    "Paths of values, each with a range, a list or a distribution.",
                    "{ policy.landfill-tax: 0..120:20 EUR/t }"),
            Key.of("points", Shape.TEXT, "Or a CSV file: paths in its header, a point in each line.", "points.csv"),
            Key.of(
                    "sample",
                    Part.of(
                                    "sample",
                                    Key.of("lhs", Shape.figure(Measure.NUMBER), "Points of a Latin hypercube.", "100"),
                                    Key.of(
                                            "sobol",
                                            Shape.figure(Measure.NUMBER),
                                            "Points of a Sobol' sequence, best a power of 2.",
                                            "128"))
                            .withOneOf("lhs", "sobol"),
                    "How ranges and distributions are sampled; every combination of levels otherwise.",
                    "{ lhs: 100 }"),
            Key.of("variants", Shape.list(Shape.TEXT), "Those that it runs; the first if not said.", "[symbiosis]"),
            Key.of(
                    "replications",
                    Shape.figure(Measure.NUMBER),
                    "How often chance is drawn anew; 10 if not said.",
                    "10"),
            Key.of(
                    "indicators",
                    Shape.list(Shape.TEXT),
                    "What its tables show; all others are kept too.",
                    "[landfill, net-cost]"));

    private StudyFormat() {}
}
