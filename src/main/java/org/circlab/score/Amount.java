package org.circlab.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.circlab.ledger.Accounts.Arisen;
import org.circlab.ledger.Accounts.Consumption;
import org.circlab.ledger.Accounts.Emission;
import org.circlab.ledger.Accounts.Payment;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.Flow.Route;
import org.jspecify.annotations.Nullable;

/**
 * A total over the books of a window: which entries it counts, and in what unit. One definition gives the value and, where
 * somebody asks, the accounts that add up to it.
 *
 * @param name in words
 * @param unit of the total a year
 * @param divisor what the entries are divided by to be in that unit
 * @param entries hands every entry that counts to a tally
 */
record Amount(String name, String unit, double divisor, Entries entries) {

    private static final double GRAMS_PER_TONNE = 1e6;
    private static final double MICROS_PER_EURO = 1e6;
    private static final double MILLIGRAMS_PER_TONNE = 1e9;

    /** Hands the entries of a window to a tally. */
    @FunctionalInterface
    interface Entries {
        void of(Window window, Tally tally);
    }

    private record Account(@Nullable FactKind kind, int from, int to, int subject) {
        private static final Comparator<Account> ORDER = Comparator.comparingInt(
                        (Account account) -> account.kind == null ? -1 : account.kind.ordinal())
                .thenComparingInt(Account::from)
                .thenComparingInt(Account::to)
                .thenComparingInt(Account::subject);
    }

    /** Mass in t/yr. */
    static Amount mass(String name, Entries entries) {
        return new Amount(name, "t/yr", GRAMS_PER_TONNE, entries);
    }

    /** Mass of the flows that count. */
    static Amount flows(String name, Predicate<Flow> counts) {
        return flows(name, (window, flow) -> counts.test(flow));
    }

    /** Mass of the flows that count in a window. */
    static Amount flows(String name, BiPredicate<Window, Flow> counts) {
        return mass(name, (window, tally) -> {
            for (Flow flow : window.accounts().flows()) {
                if (counts.test(window, flow)) {
                    addFlow(tally, flow, (double) flow.grams());
                }
            }
        });
    }

    /** What the flows do not carry but count otherwise, such as journeys. */
    static Amount ofFlows(String name, String unit, ToDoubleFunction<Flow> amount) {
        return new Amount(
                name,
                unit,
                1,
                (window, tally) ->
                        window.accounts().flows().forEach(flow -> addFlow(tally, flow, amount.applyAsDouble(flow))));
    }

    /** Mass that comes from, or goes to, a party that stands for the world outside. */
    static Amount from(String name, String world) {
        return flows(
                name, (window, flow) -> flow.route().from() == window.chart().world(world));
    }

    static Amount to(String name, String world) {
        return flows(name, (window, flow) -> flow.route().to() == window.chart().world(world));
    }

    /** Mass that arises, of the accounts that count. */
    static Amount arising(String name, Predicate<Arisen> counts) {
        return mass(name, (window, tally) -> {
            for (Arisen arisen : window.accounts().arisings()) {
                if (counts.test(arisen)) {
                    addArisen(tally, arisen, (double) arisen.grams());
                }
            }
        });
    }

    static void addArisen(Tally tally, Arisen arisen, double grams) {
        tally.add(FactKind.GENERATED, arisen.actor(), arisen.actor(), arisen.material(), grams);
    }

    /** Something of how needs were met. */
    static Amount consumptions(String name, ToDoubleFunction<Consumption> grams) {
        return mass(
                name,
                (window, tally) -> window.accounts()
                        .consumptions()
                        .forEach(each -> tally.add(
                                FactKind.CONSUMED,
                                each.actor(),
                                each.actor(),
                                each.need(),
                                grams.applyAsDouble(each))));
    }

    /** Money by payment, signed by the amount. */
    static Amount money(String name, ToPayment amount) {
        return new Amount(name, "EUR/yr", MICROS_PER_EURO, (window, tally) -> {
            for (Payment payment : window.accounts().payments()) {
                double micros = (double) amount.micros(window, payment);
                if (micros != 0) {
                    tally.add(
                            FactKind.PAID,
                            payment.payer(),
                            payment.payee(),
                            payment.kind().ordinal(),
                            micros);
                }
            }
        });
    }

    /** What a payment counts. */
    @FunctionalInterface
    interface ToPayment {
        long micros(Window window, Payment payment);
    }

    /** Emissions of the accounts that count. */
    static Amount emissions(String name, Predicate<Emission> counts) {
        return new Amount(name, "tCO2e/yr", MILLIGRAMS_PER_TONNE, (window, tally) -> {
            for (Emission emission : window.accounts().emissions()) {
                if (counts.test(emission)) {
                    tally.add(
                            FactKind.EMITTED,
                            emission.actor(),
                            emission.actor(),
                            emission.kind().ordinal(),
                            (double) emission.milligrams());
                }
            }
        });
    }

    static void addFlow(Tally tally, Flow flow, double amount) {
        Route route = flow.route();
        tally.add(factOf(flow), route.from(), route.to(), route.material(), amount);
    }

    private static FactKind factOf(Flow flow) {
        return switch (flow.route().channel()) {
            case CONTRACT, EXCHANGE, DISPOSAL -> FactKind.RECEIVED;
            case PURCHASE -> FactKind.DRAWN;
            case MARKET -> FactKind.SOLD;
            case NATURE -> flow.route().from() > flow.route().to() ? FactKind.DRAWN : FactKind.LOST;
        };
    }

    /** This amount and another, or without it where the sign is -1. */
    Amount with(String newName, int sign, Amount other) {
        return new Amount(newName, unit, divisor, (window, tally) -> {
            entries.of(window, tally);
            other.entries.of(
                    window, (kind, from, to, subject, amount) -> tally.add(kind, from, to, subject, sign * amount));
        });
    }

    Amount plus(String newName, Amount other) {
        return with(newName, 1, other);
    }

    Amount minus(String newName, Amount other) {
        return with(newName, -1, other);
    }

    /** All entries together, in the unit. */
    double total(Window window) {
        double[] sum = new double[1];
        entries.of(window, (kind, from, to, subject, amount) -> sum[0] += amount);
        return sum[0] / divisor;
    }

    double perYear(Window window) {
        return window.perYear(total(window));
    }

    /** The amount a year with the accounts behind it, the largest first. */
    Term term(Window window) {
        Map<Account, Double> accounts = new TreeMap<>(Account.ORDER);
        entries.of(
                window,
                (kind, from, to, subject, amount) ->
                        accounts.merge(new Account(kind, from, to, subject), amount, Double::sum));
        List<Part> parts = new ArrayList<>();
        accounts.forEach((account, amount) -> {
            if (amount != 0) {
                parts.add(part(window, account, window.perYear(amount / divisor)));
            }
        });
        parts.sort(Comparator.comparingDouble((Part part) -> -Math.abs(part.value())));
        return new Term(name, unit, perYear(window), parts);
    }

    private static Part part(Window window, Account account, double value) {
        Chart chart = window.chart();
        String subject = account.kind() == null
                ? chart.materials().get(account.subject())
                : account.kind().subject(chart, account.subject());
        return new Part(
                account.kind(),
                chart.parties().get(account.from()),
                chart.parties().get(account.to()),
                subject,
                value);
    }
}
