package org.circlab.scenario;

import java.time.LocalDate;
import java.util.Optional;
import org.circlab.model.Contract;
import org.circlab.model.Timed;
import org.jspecify.annotations.Nullable;

/** How long contracts run, and what is owed for what is not delivered. */
final class TermsReader {

    private static final String TERM = "{ from: 2025-01-01, until: 2028-01-01 }";

    private TermsReader() {}

    /** The terms of a contract with that gate fee. */
    static Contract.Terms terms(Fields contract, Timed fee) {
        Optional<Fields> term = contract.map("term", TERM);
        LocalDate from = term.flatMap(fields -> date(fields, "from")).orElse(null);
        LocalDate until = term.flatMap(fields -> date(fields, "until")).orElse(null);
        term.ifPresent(Fields::done);
        double least = contract.number("take-or-pay", Measure.MINIMUM, 0);
        Double penalty = contract.has("penalty") ? contract.number("penalty", Measure.PRICE, 0) : null;
        if (penalty != null
                && least == 0
                && contract.scope()
                        .findings()
                        .sound(contract.spot("take-or-pay").path())) {
            contract.report(
                    FindingCode.NO_EFFECT,
                    contract.spot("penalty"),
                    "The penalty changes nothing: " + contract.spot().name() + " has no minimum to fall short of.",
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
        double index = contract.number("index", Measure.YEARLY_RATE, 0);
        boolean inOrder = isInOrder(from, until, contract);
        return new Contract.Terms(from, inOrder ? until : null, least, penalty, index);
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
