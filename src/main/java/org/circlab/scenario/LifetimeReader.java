package org.circlab.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.circlab.model.Horizon;
import org.circlab.model.Lifetime;

/** How long products are used: one time for all, or a law. */
final class LifetimeReader {

    private static final String EXAMPLE = "{ weibull: { shape: 2.2, scale: 14 yr } }";

    /** A law by its word in scenarios, and how its parameters are read. */
    private record Law(String word, String example, Function<Fields, Lifetime> reader) {}

    private static final List<Law> LAWS = List.of(
            new Law(
                    "normal",
                    "{ mean: 12 yr, sd: 3 yr }",
                    law -> new Lifetime.Normal(years(law, "mean"), years(law, "sd"))),
            new Law(
                    "lognormal",
                    "{ mean: 12 yr, sd: 3 yr }",
                    law -> new Lifetime.Lognormal(years(law, "mean"), years(law, "sd"))),
            new Law(
                    "weibull",
                    "{ shape: 2.2, scale: 14 yr }",
                    law -> new Lifetime.Weibull(law.requiredNumber("shape", Measure.COUNT), years(law, "scale"))));

    private LifetimeReader() {}

    /** The lifetime of products in use; nothing and a finding where there is none. */
    static Optional<Lifetime> lifetime(Fields products) {
        Optional<Tree> found = products.require("lifetime", EXAMPLE);
        if (found.isPresent()
                && found.get() instanceof Tree.Keyed keyed
                && !keyed.entries().containsKey("value")) {
            return products.map("lifetime", EXAMPLE).flatMap(LifetimeReader::law);
        }
        Spot spot = products.spot("lifetime");
        return products.span("lifetime")
                .flatMap(span -> of(() -> new Lifetime.Fixed(span.millis() / Horizon.YEAR_MILLIS), products, spot));
    }

    private static Optional<Lifetime> law(Fields fields) {
        List<Law> laws = LAWS.stream().filter(law -> fields.has(law.word())).toList();
        fields.done();
        if (laws.size() != 1) {
            if (fields.scope().findings().sound(fields.spot().path())) {
                fields.report(
                        FindingCode.BAD_LIFETIME,
                        fields.spot(),
                        laws.isEmpty() ? "The lifetime has no law." : "A lifetime has one law only.",
                        "Write a time such as '12 yr', or one law such as " + EXAMPLE + ".");
            }
            return Optional.empty();
        }
        Law law = laws.get(0);
        return fields.map(law.word(), law.example()).flatMap(parameters -> {
            Optional<Lifetime> lifetime = of(() -> law.reader().apply(parameters), parameters, parameters.spot());
            parameters.done();
            return lifetime;
        });
    }

    /** A lifetime of the model, or a finding with what the model says against it. */
    private static Optional<Lifetime> of(Supplier<Lifetime> maker, Fields fields, Spot spot) {
        boolean before = fields.scope().findings().sound(spot.path());
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            if (before && fields.scope().findings().sound(spot.path())) {
                fields.report(FindingCode.BAD_LIFETIME, spot, Refusal.message(e), Refusal.advice(e));
            }
            return Optional.empty();
        }
    }

    private static double years(Fields law, String key) {
        law.require(key, "12 yr");
        return law.span(key).map(span -> span.millis() / Horizon.YEAR_MILLIS).orElse(Double.NaN);
    }
}
