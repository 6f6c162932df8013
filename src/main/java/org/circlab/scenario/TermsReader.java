package org.circlab.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlab.model.Breach;
import org.circlab.model.Contract;
import org.circlab.model.Horizon;
import org.circlab.model.Timed;
import org.circlab.quantity.Span;
import org.jspecify.annotations.Nullable;

/** How long contracts run, and what is owed for what is not delivered. */
final class TermsReader {

    private static final String TERM = "{ from: 2025-01-01, until: 2028-01-01 }";

    private static final String BREACH = "{ chance: 5 %/yr, better-offer: 4 EUR/t }";

    private TermsReader() {}

    /** The terms of a contract with that gate fee. */
    static Contract.Terms terms(Fields contract, Timed fee) {
        Optional<Fields> term = contract.map("term", TERM);
        LocalDate from = term.flatMap(fields -> date(fields, "from")).orElse(null);
        LocalDate until = term.flatMap(fields -> date(fields, "until")).orElse(null);
        term.ifPresent(Fields::done);
        double least = contract.number("take-or-pay", Measure.MINIMUM, 0);
        Double penalty = contract.has("penalty") ? contract.number("penalty", Measure.PRICE, 0) : null;
        Breach breach = breach(contract);
        if (penalty != null
                && least == 0
                && !contract.has("breach")
                && contract.scope()
                        .findings()
                        .sound(contract.spot("take-or-pay").path())) {
            contract.report(
                    FindingCode.NO_EFFECT,
                    contract.spot("penalty"),
                    "The penalty changes nothing: " + contract.spot().name()
                            + " has no minimum to fall short of and is never broken.",
                    "Add 'take-or-pay: 80 %', or leave the penalty out.");
        }
        boolean free = fee.steps().stream().allMatch(step -> step.value() == 0);
        if (least > 0 && penalty == null && free && !contract.has("gate-fee")) {
            contract.report(
                    FindingCode.NO_EFFECT,
                    contract.spot("take-or-pay"),
                    "The minimum changes nothing: " + contract.spot().name() + " has neither a penalty nor a gate fee.",
                    "Add 'penalty: 5 EUR/t'.");
        }
        if (breach != null && penalty == null && free && !contract.has("gate-fee")) {
            contract.map("breach", BREACH)
                    .filter(fields -> fields.has("damages"))
                    .ifPresent(fields -> fields.report(
                            FindingCode.NO_EFFECT,
                            fields.spot("damages"),
                            "Damages change nothing: " + contract.spot().name()
                                    + " has neither a penalty nor a gate fee.",
                            "Add 'penalty: 5 EUR/t', or leave them out."));
        }
        double index = contract.number("index", Measure.YEARLY_RATE, 0);
        boolean inOrder = isInOrder(from, until, contract);
        return new Contract.Terms(from, inOrder ? until : null, least, penalty, index, breach);
    }

    /** How a contract is broken; nothing where it says nothing of it. */
    private static @Nullable Breach breach(Fields contract) {
        return contract.map("breach", BREACH)
                .map(fields -> {
                    Breach.Party by = fields.choice("by", List.of(Breach.Party.values()), Breach.Party::word)
                            .orElse(Breach.Party.EITHER);
                    double chance = fields.number("chance", Measure.CHANCE, 0);
                    Double better = fields.has("better-offer") ? fields.number("better-offer", Measure.PRICE, 0) : null;
                    long damages = fields.span("damages").map(Span::millis).orElse(Math.round(Horizon.YEAR_MILLIS));
                    fields.done();
                    if (!fields.has("chance")
                            && better == null
                            && contract.scope().findings().sound(fields.spot().path())) {
                        fields.report(
                                FindingCode.NO_EFFECT,
                                fields.spot(),
                                "Nobody ever breaks " + contract.spot().name()
                                        + ": it is told neither a chance nor an offer that is better.",
                                "Write " + BREACH + ".");
                    }
                    return new Breach(by, chance, better, damages);
                })
                .orElse(null);
    }

    private static Optional<LocalDate> date(Fields term, String key) {
        return term.find(key).flatMap(tree -> term.scope().figures().date(tree, term.spot(key)));
    }

    private static boolean isInOrder(@Nullable LocalDate from, @Nullable LocalDate until, Fields contract) {
        if (from == null || until == null || from.isBefore(until)) {
            return true;
        }
        contract.report(
                FindingCode.BAD_TERM,
                contract.spot("term"),
                contract.spot().name() + " runs from " + from + " until " + until + ", which is not after it.",
                "'until' is the first day on which the contract is in force no more. Maybe the dates are swapped?");
        return false;
    }
}
