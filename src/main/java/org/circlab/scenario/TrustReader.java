package org.circlab.scenario;

import java.util.Objects;
import org.circlab.model.Exchange;
import org.circlab.model.Trust;
import org.circlab.quantity.Span;
import org.jspecify.annotations.Nullable;

/** How actors learn to trust each other. */
final class TrustReader {

    private static final String EXAMPLE = "{ premium: 8 EUR/t, fades: 2 yr, late: 2 d }";
    private static final double STRANGERS = 0.5;

    private TrustReader() {}

    static @Nullable Trust trust(Fields exchange) {
        return exchange.map("trust", EXAMPLE).map(TrustReader::read).orElse(null);
    }

    private static Trust read(Fields fields) {
        double premium = fields.requiredNumber("premium", Measure.PRICE);
        double start = fields.number("start", Measure.FRACTION, STRANGERS);
        long fades = fields.span("fades").map(Span::millis).orElse(Long.MAX_VALUE);
        long late = fields.span("late").map(Span::millis).orElse(Long.MAX_VALUE);
        if (fades == 0) {
            fields.report(
                    FindingCode.OUT_OF_RANGE,
                    fields.spot("fades"),
                    "Experience cannot fade to a half in 0 time.",
                    "Write a time such as 2 yr, or leave 'fades' out if it never does.");
        }
        fields.done();
        return new Trust(premium, start, Math.max(1, fades), late);
    }

    /** Trust speaks only through the hurdles of actors, and through who leaves a contract for a better offer. */
    static void somebodyAsksForIt(Draft draft, Reporter reporter) {
        Exchange exchange = draft.exchange();
        boolean hurdles = draft.actors().stream().anyMatch(actor -> actor.hurdleEurosPerTonne() != null);
        boolean offers = draft.contracts().stream()
                .map(contract -> contract.terms().breach())
                .filter(Objects::nonNull)
                .anyMatch(breach -> breach.betterEurosPerTonne() != null);
        if (exchange.trust() != null
                && !hurdles
                && !offers
                && reporter.sound("actors")
                && reporter.sound("contracts")
                && reporter.sound("exchange")) {
            reporter.report(
                    FindingCode.NO_EFFECT,
                    "exchange.trust",
                    "Trust changes nothing: no actor has a hurdle that a premium could be added to.",
                    "Give 'hurdle: 0 EUR/t' to the actors that mind whom they deal with.");
        }
    }
}
