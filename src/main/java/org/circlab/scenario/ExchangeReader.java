package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.circlab.model.Arising;
import org.circlab.model.Exchange;
import org.circlab.quantity.Span;

/** How offers meet requests. */
final class ExchangeReader {

    private static final String EXAMPLE = "{ rule: cheapest, every: 1 wk }";
    private static final String PAIR = "{ from: plant, to: mill, material: fly-ash }";

    private ExchangeReader() {}

    static Exchange exchange(Fields lab) {
        return lab.map("exchange", EXAMPLE)
                .map(fields -> {
                    Exchange exchange = exchange(fields, lab.scope().findings());
                    fields.done();
                    return exchange;
                })
                .orElse(Exchange.NONE);
    }

    private static Exchange exchange(Fields fields, Findings findings) {
        Exchange.Rule rule = fields.choice("rule", List.of(Exchange.Rule.values()), Exchange.Rule::word)
                .orElse(Exchange.Rule.NONE);
        fields.choice("on", List.of("arrival"), word -> word);
        fields.exclude("on", "every", "Keep 'on: arrival', or 'every: 1 wk'.");
        if (!fields.has("on") && rule != Exchange.Rule.NONE) {
            fields.require("every", "1 wk");
        }
        long every = fields.span("every").map(Span::millis).orElse(0L);
        if (fields.has("every")
                && every == 0
                && findings.sound(fields.spot("every").path())) {
            findings.add(
                    FindingCode.OUT_OF_RANGE,
                    fields.spot("every"),
                    "Rounds of the exchange cannot follow each other after 0 time.",
                    "Write a time such as 1 wk, or 'on: arrival' to match each lot as it arises.");
        }
        Exchange.Objective objective = objective(fields);
        int lookAhead = lookAhead(fields);
        if (rule != Exchange.Rule.OPTIMAL && rule != Exchange.Rule.NONE) {
            onlyOptimal(fields, "objective", rule);
            onlyOptimal(fields, "look-ahead", rule);
        }
        return new Exchange(
                rule, every, objective, every == 0 ? 0 : lookAhead, TrustReader.trust(fields), apart(fields));
    }

    /** The pairs that are kept apart, by id; one that names nobody or nothing is a finding and left out. */
    private static List<Exchange.Apart> apart(Fields exchange) {
        List<Exchange.Apart> pairs = new ArrayList<>();
        exchange.each("apart", "apart: { rivals: " + PAIR + " }", (id, member) -> {
            Fields fields = member.fields(PAIR);
            fields.require("from", "plant");
            fields.require("to", "mill");
            fields.require("material", "fly-ash");
            Optional<String> from = fields.id("from", Kind.ACTOR);
            Optional<String> to = fields.id("to", Kind.ACTOR);
            Optional<String> material = fields.id("material", Kind.MATERIAL);
            if (from.isPresent() && to.isPresent() && material.isPresent()) {
                pairs.add(new Exchange.Apart(id, from.get(), to.get(), material.get()));
            }
            fields.done();
        });
        pairs.sort(Comparator.comparing(Exchange.Apart::id));
        return pairs;
    }

    private static void onlyOptimal(Fields fields, String key, Exchange.Rule rule) {
        if (fields.has(key)) {
            fields.report(
                    FindingCode.NO_EFFECT,
                    fields.spot(key),
                    "'" + key + "' changes nothing: the rule is " + rule.word() + ".",
                    "Write 'rule: optimal', or leave it out.");
        }
    }

    private static Exchange.Objective objective(Fields fields) {
        Optional<Tree> found = fields.find("objective");
        if (found.isEmpty()) {
            return Exchange.Objective.NET_COST;
        }
        if (found.get() instanceof Tree.Text) {
            boolean ghg = fields.choice("objective", List.of("net-cost", "ghg"), word -> word)
                    .filter("ghg"::equals)
                    .isPresent();
            return ghg ? Exchange.Objective.GHG : Exchange.Objective.NET_COST;
        }
        return fields.map("objective", "{ ghg-value: 100 EUR/tCO2e }")
                .map(weighted -> {
                    double value = weighted.requiredNumber("ghg-value", Measure.CARBON_PRICE);
                    weighted.done();
                    return new Exchange.Objective(1, value);
                })
                .orElse(Exchange.Objective.NET_COST);
    }

    private static int lookAhead(Fields fields) {
        fields.exclude("on", "look-ahead", "Keep 'on: arrival', or look ahead from round to round.");
        return (int) fields.number("look-ahead", Measure.ROUNDS, 0);
    }

    /** Streams that may not be divided have no place in an optimum, which divides whatever is best divided. */
    static void whatIsOptimalCanBeDivided(Draft draft, Reporter reporter) {
        if (draft.exchange().rule() != Exchange.Rule.OPTIMAL) {
            return;
        }
        draft.actors()
                .forEach(actor -> actor.generates().stream()
                        .filter(Arising::whole)
                        .forEach(arising -> reporter.report(
                                FindingCode.WHOLE_UNDER_OPTIMUM,
                                "actors." + actor.id() + ".generates." + arising.material() + ".whole",
                                "'" + arising.material() + "' of '" + actor.id()
                                        + "' moves undivided, and an optimal round divides.",
                                "Leave 'whole' out, or choose the rule cheapest, nearest, preference or hierarchy.")));
    }
}
