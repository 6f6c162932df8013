package org.circlab.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts.Payment;
import org.circlab.ledger.Chart;
import org.circlab.ledger.PaymentKind;

/**
 * What the lab costs its actors together, in constant euros of the start year without VAT. Payments between actors cancel, and
 * subsidies save nobody any resources, so the other kinds add up to the net cost.
 */
final class Costs {

    private static final String NETTED =
            "paid by actors to parties outside the lab, minus received from them; payments between" + " actors cancel";

    /** All kinds of payment but subsidies. */
    static final Amount NET = Amount.money("net cost", Costs::netCost);

    static final List<Indicator> ALL = Stream.concat(
                    Arrays.stream(PaymentKind.values()).map(Costs::ofKind),
                    Stream.of(
                            new Indicator(
                                    measure(
                                            "net-cost",
                                            "Net cost of the lab to its actors",
                                            Sense.LOWER_IS_BETTER,
                                            "all kinds of payment but subsidies, annuities of investments included, "
                                                    + NETTED + ". Negative where the lab earns."),
                                    NET),
                            new Indicator(
                                    measure(
                                            "transfers-to-state",
                                            "of this, transfers to the state",
                                            Sense.NEITHER,
                                            "landfill tax, carbon price and quota penalties paid to the state: part of the net cost, but"
                                                    + " no use of resources"),
                                    Amount.money("to the state", Costs::toState)),
                            new Indicator(
                                    measure(
                                            "paid-between-actors",
                                            "Payments between actors",
                                            Sense.NEITHER,
                                            "what different actors of the lab pay one another, in either direction; no part of"
                                                    + " the net cost"),
                                    Amount.money("between actors", Costs::betweenActors))))
            .toList();

    private Costs() {}

    private static Indicator ofKind(PaymentKind kind) {
        String title = kind.word().replace('-', ' ');
        Sense sense = kind == PaymentKind.SUBSIDY ? Sense.NEITHER : Sense.LOWER_IS_BETTER;
        Measure measure = measure("cost-" + kind.word(), "Cost: " + title, sense, title + " " + NETTED + note(kind));
        return new Indicator(
                measure,
                Amount.money(
                        title, (window, payment) -> payment.kind() == kind ? leavingTheActors(window, payment) : 0));
    }

    private static Measure measure(String id, String title, Sense sense, String formula) {
        return new Measure(id, title, "EUR/yr", sense, "economy", formula, "");
    }

    private static String note(PaymentKind kind) {
        return switch (kind) {
            case SALES -> ". Negative: sales are revenue.";
            case CAPITAL -> ". Annuities of investments at the discount rate, and fixed yearly costs, used or not.";
            case SUBSIDY -> ". Negative: the state pays. A transfer and no part of the net cost.";
            case CONTRACT_PENALTY -> ". Between actors, so 0 for the lab as a whole.";
            case HAULAGE, GATE_FEE, LANDFILL_TAX, VIRGIN_MATERIAL, TREATMENT, CARBON_PRICE, QUOTA_PENALTY -> "";
        };
    }

    private static long netCost(Window window, Payment payment) {
        return payment.kind() == PaymentKind.SUBSIDY ? 0 : leavingTheActors(window, payment);
    }

    private static long leavingTheActors(Window window, Payment payment) {
        long out = window.chart().isActor(payment.payer()) ? payment.micros() : 0;
        long in = window.chart().isActor(payment.payee()) ? payment.micros() : 0;
        return out - in;
    }

    private static long toState(Window window, Payment payment) {
        int state = window.chart().world(Chart.STATE);
        return payment.payee() == state ? payment.micros() : 0;
    }

    private static long betweenActors(Window window, Payment payment) {
        boolean between = payment.payer() != payment.payee()
                && window.chart().isActor(payment.payer())
                && window.chart().isActor(payment.payee());
        return between ? Math.abs(payment.micros()) : 0;
    }
}
