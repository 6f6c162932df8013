package org.circlab.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts.Payment;
import org.circlab.ledger.Chart;
import org.circlab.ledger.PaymentKind;

/**
 * What the lab costs its actors together, in constant euros of the start year without VAT. Payments between actors cancel, so
 * the kinds add up to the net cost.
 */
final class Costs {

    private static final String NETTED =
            "paid by actors to parties outside the lab, minus received from them; payments between" + " actors cancel";

    static final List<Indicator> ALL = Stream.concat(
                    Arrays.stream(PaymentKind.values()).map(Costs::ofKind),
                    Stream.of(
                            new Indicator(
                                    measure(
                                            "net-cost",
                                            "Net cost of the lab to its actors",
                                            Sense.LOWER_IS_BETTER,
                                            "all kinds of payment, annuities of investments included, " + NETTED
                                                    + ". Negative where the lab earns."),
                                    window -> window.eurosPerYear(netCost(window))),
                            new Indicator(
                                    measure(
                                            "transfers-to-state",
                                            "of this, transfers to the state",
                                            Sense.NEITHER,
                                            "landfill tax and carbon price paid to the state, minus paid by it: part of the"
                                                    + " net cost, but no use of resources"),
                                    window -> window.eurosPerYear(toState(window))),
                            new Indicator(
                                    measure(
                                            "paid-between-actors",
                                            "Payments between actors",
                                            Sense.NEITHER,
                                            "what different actors of the lab pay one another, in either direction; no part of"
                                                    + " the net cost"),
                                    window -> window.eurosPerYear(betweenActors(window)))))
            .toList();

    private Costs() {}

    private static Indicator ofKind(PaymentKind kind) {
        String title = kind.word().replace('-', ' ');
        Measure measure = measure(
                "cost-" + kind.word(), "Cost: " + title, Sense.LOWER_IS_BETTER, title + " " + NETTED + note(kind));
        return new Indicator(measure, window -> window.eurosPerYear(paid(window, kind)));
    }

    private static Measure measure(String id, String title, Sense sense, String formula) {
        return new Measure(id, title, "EUR/yr", sense, "economy", formula, "");
    }

    private static String note(PaymentKind kind) {
        return switch (kind) {
            case SALES -> ". Negative: sales are revenue.";
            case CAPITAL -> ". Annuities of investments at the discount rate, and fixed yearly costs, used or not.";
            case CONTRACT_PENALTY -> ". Between actors, so 0 for the lab as a whole.";
            case HAULAGE, GATE_FEE, LANDFILL_TAX, VIRGIN_MATERIAL, TREATMENT, CARBON_PRICE -> "";
        };
    }

    private static long paid(Window window, PaymentKind kind) {
        return window.accounts().payments().stream()
                .filter(payment -> payment.kind() == kind)
                .mapToLong(payment -> leavingTheActors(window, payment))
                .sum();
    }

    private static long netCost(Window window) {
        return window.accounts().payments().stream()
                .mapToLong(payment -> leavingTheActors(window, payment))
                .sum();
    }

    private static long leavingTheActors(Window window, Payment payment) {
        long out = window.chart().isActor(payment.payer()) ? payment.micros() : 0;
        long in = window.chart().isActor(payment.payee()) ? payment.micros() : 0;
        return out - in;
    }

    private static long toState(Window window) {
        int state = window.chart().world(Chart.STATE);
        return window.accounts().payments().stream()
                .mapToLong(payment -> (payment.payee() == state ? payment.micros() : 0)
                        - (payment.payer() == state ? payment.micros() : 0))
                .sum();
    }

    private static long betweenActors(Window window) {
        return window.accounts().payments().stream()
                .filter(payment -> payment.payer() != payment.payee()
                        && window.chart().isActor(payment.payer())
                        && window.chart().isActor(payment.payee()))
                .mapToLong(payment -> Math.abs(payment.micros()))
                .sum();
    }
}
