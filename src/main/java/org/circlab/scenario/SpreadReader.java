package org.circlab.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.circlab.model.Interval;
import org.circlab.model.Spread;
import org.circlab.quantity.Span;

/** How quantities scatter, and the times between occurrences. */
final class SpreadReader {

    private static final String EXAMPLE = "{ lognormal: { cv: 15 % } }";
    private static final String CONTINUOUS = "continuous";
    private static final double DEFAULT_INTERVAL_MILLIS = 86_400_000;

    /** The time between occurrences where it is not said. */
    static final Interval DAILY = new Interval(DEFAULT_INTERVAL_MILLIS, new Spread.None());

    /** A law by its word in scenarios, and how its parameters are read. */
    private record Law(String word, String example, Function<Fields, Spread> reader) {}

    private static final List<Law> LAWS = List.of(
            new Law("lognormal", "{ cv: 15 % }", fields -> new Spread.Lognormal(factor(fields, "cv"))),
            new Law("gamma", "{ cv: 15 % }", fields -> new Spread.Gamma(factor(fields, "cv"))),
            new Law("normal", "{ cv: 15 % }", fields -> new Spread.Normal(factor(fields, "cv"))),
            new Law(
                    "uniform",
                    "{ low: 0.5, high: 1.5 }",
                    fields -> new Spread.Uniform(factor(fields, "low"), factor(fields, "high"))),
            new Law(
                    "triangular",
                    "{ low: 0.5, mode: 1, high: 1.5 }",
                    fields -> new Spread.Triangular(
                            factor(fields, "low"), factor(fields, "mode"), factor(fields, "high"))));

    private SpreadReader() {}

    private static double factor(Fields fields, String key) {
        return fields.requiredNumber(key, Measure.FACTOR);
    }

    /** The law at a key; no scatter where there is none. */
    static Spread spread(Fields fields, String key) {
        Optional<Tree> found = fields.find(key);
        if (found.isPresent() && found.get() instanceof Tree.Text) {
            List<Spread> words = List.of(new Spread.None(), new Spread.Exponential());
            return fields.choice(key, words, spread -> spread instanceof Spread.None ? "none" : "exponential")
                    .orElse(new Spread.None());
        }
        return fields.map(key, EXAMPLE).flatMap(SpreadReader::law).orElse(new Spread.None());
    }

    private static Optional<Spread> law(Fields fields) {
        Spread found = null;
        for (Law law : LAWS) {
            if (fields.has(law.word()) && found == null) {
                found = fields.map(law.word(), law.example())
                        .flatMap(parameters -> parameters(law, parameters))
                        .orElse(new Spread.None());
            } else if (fields.has(law.word())) {
                fields.report(
                        FindingCode.BAD_SPREAD,
                        fields.spot(law.word()),
                        "A spread has one law only.",
                        "Keep one, such as " + EXAMPLE + ".");
            }
        }
        fields.done();
        if (found == null
                && fields.isRead()
                && fields.scope().findings().sound(fields.spot().path())) {
            fields.report(
                    FindingCode.BAD_SPREAD,
                    fields.spot(),
                    "The spread has no law.",
                    "Write one of none, exponential, or a map such as " + EXAMPLE + ".");
        }
        return Optional.ofNullable(found);
    }

    private static Optional<Spread> parameters(Law law, Fields fields) {
        Findings findings = fields.scope().findings();
        boolean before = findings.sound(fields.spot().path());
        Optional<Spread> spread = Optional.empty();
        try {
            spread = Optional.of(law.reader().apply(fields));
        } catch (IllegalArgumentException e) {
            if (before && findings.sound(fields.spot().path())) {
                findings.add(FindingCode.BAD_SPREAD, fields.spot(), Refusal.message(e), Refusal.advice(e));
            }
        }
        fields.done();
        return spread;
    }

    /** Whether {@code every: continuous} says that there are no single occurrences. */
    static boolean isContinuous(Fields fields) {
        return fields.find("every")
                .map(tree ->
                        tree instanceof Tree.Keyed keyed ? keyed.at("value").orElse(tree) : tree)
                .filter(tree -> tree instanceof Tree.Text text && text.value().equals(CONTINUOUS))
                .isPresent();
    }

    /** The time between occurrences at {@code every}; a day where it is not said. */
    static Interval every(Fields fields) {
        return interval(fields, "every");
    }

    /** A time that may scatter; a day where it is not said. */
    static Interval interval(Fields fields, String key) {
        Optional<Tree> found = fields.find(key);
        if (found.isPresent()
                && found.get() instanceof Tree.Keyed keyed
                && !keyed.entries().containsKey("value")) {
            return fields.map(key, "{ mean: 1 d, spread: exponential }")
                    .map(every -> {
                        every.require("mean", "1 d");
                        Interval interval = interval(every, "mean", spread(every, "spread"));
                        every.done();
                        return interval;
                    })
                    .orElse(DAILY);
        }
        return interval(fields, key, new Spread.None());
    }

    private static Interval interval(Fields fields, String key, Spread spread) {
        double millis =
                fields.span(key).map(span -> positive(span, fields, key)).orElse(DEFAULT_INTERVAL_MILLIS);
        return new Interval(millis, spread);
    }

    private static double positive(Span span, Fields fields, String key) {
        if (span.millis() >= 1) {
            return span.millis();
        }
        fields.report(
                FindingCode.OUT_OF_RANGE,
                fields.spot(key),
                fields.spot(key).name() + " is " + span + "; it must be at least 1 ms.",
                "");
        return DEFAULT_INTERVAL_MILLIS;
    }
}
