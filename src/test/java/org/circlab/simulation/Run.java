package org.circlab.simulation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Lab;

/** One replication of a lab with everything that was told of it, to be asked by names. */
record Run(CompiledLab lab, Accounts accounts, List<Fact> facts, List<Month> months) {

    /** A fact as it was told; {@code inWindow} once the warm-up is over. */
    record Fact(long millis, boolean inWindow, FactKind kind, int from, int to, int subject, long amount) {}

    /** The flows of a month. */
    record Month(YearMonth name, List<Flow> flows) {}

    static Run of(TinyLab lab) {
        return of(lab.lab(), 1, 0);
    }

    static Run of(Lab lab, long seed, int replication) {
        CompiledLab compiled = CompiledLab.of(lab);
        Recorder[] recorder = new Recorder[1];
        List<Month> months = new ArrayList<>();
        Accounts accounts = Replication.run(
                compiled,
                seed,
                replication,
                (name, flows) -> months.add(new Month(name, flows)),
                (kernel, ledger, view) -> {
                    recorder[0] = new Recorder(kernel::now);
                    ledger.listen(recorder[0]);
                });
        return new Run(compiled, accounts, List.copyOf(recorder[0].facts), List.copyOf(months));
    }

    /** Keeps every fact. */
    private static final class Recorder implements FactListener {

        private final LongSupplier now;
        private final List<Fact> facts = new ArrayList<>();
        private boolean inWindow;

        Recorder(LongSupplier now) {
            this.now = now;
        }

        @Override
        public void fact(FactKind kind, int from, int to, int subject, long amount) {
            facts.add(new Fact(now.getAsLong(), inWindow, kind, from, to, subject, amount));
        }

        @Override
        public void windowOpens() {
            inWindow = true;
        }
    }

    Chart chart() {
        return lab.chart();
    }

    int party(String name) {
        return chart().parties().indexOf(name);
    }

    int material(String name) {
        return chart().materials().indexOf(name);
    }

    /** Tonnes received in the window. */
    double tonnes(String from, String to, String material) {
        return sum(flow -> flow.route().from() == party(from)
                && flow.route().to() == party(to)
                && flow.route().material() == material(material));
    }

    /** Tonnes received in the window by one channel. */
    double tonnes(Channel channel) {
        return sum(flow -> flow.route().channel() == channel);
    }

    private double sum(Predicate<Flow> which) {
        return accounts.flows().stream().filter(which).mapToLong(Flow::grams).sum() / 1e6;
    }

    /** The one flow of a channel. */
    Flow only(Channel channel) {
        List<Flow> found = accounts.flows().stream()
                .filter(flow -> flow.route().channel() == channel)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " flows by " + channel + ": " + found);
        }
        return found.get(0);
    }

    /** Euros paid in the window. */
    double euros(String payer, String payee, PaymentKind kind) {
        return accounts.payments().stream()
                        .filter(payment -> payment.payer() == party(payer)
                                && payment.payee() == party(payee)
                                && payment.kind() == kind)
                        .mapToLong(Accounts.Payment::micros)
                        .sum()
                / 1e6;
    }

    /** Euros paid in the window by anybody to anybody. */
    double euros(PaymentKind kind) {
        return accounts.payments().stream()
                        .filter(payment -> payment.kind() == kind)
                        .mapToLong(Accounts.Payment::micros)
                        .sum()
                / 1e6;
    }

    /** Kilograms of CO2e in the window. */
    double kilograms(String actor, EmissionKind kind) {
        return accounts.emissions().stream()
                        .filter(emission -> emission.actor() == party(actor) && emission.kind() == kind)
                        .mapToLong(Accounts.Emission::milligrams)
                        .sum()
                / 1e6;
    }

    /** Tonnes at the end of the window. */
    double closing(String party, String material, StockPlace place) {
        return accounts.stocks().stream()
                        .filter(stock -> stock.party() == party(party)
                                && stock.material() == material(material)
                                && stock.place() == place)
                        .mapToLong(Accounts.Stock::closingGrams)
                        .sum()
                / 1e6;
    }

    /** Tonnes at the start of the window. */
    double opening(String party, String material) {
        return accounts.stocks().stream()
                        .filter(stock -> stock.party() == party(party) && stock.material() == material(material))
                        .mapToLong(Accounts.Stock::openingGrams)
                        .sum()
                / 1e6;
    }

    /** What happened, one line a fact of mass: {@code hours kind from>to material tonnes}. */
    List<String> log(FactKind... kinds) {
        Set<FactKind> wanted = Set.of(kinds);
        return facts.stream()
                .filter(fact -> wanted.contains(fact.kind()))
                .map(fact -> number(fact.millis() / 3.6e6) + " "
                        + chart().parties().get(fact.from()) + ">"
                        + chart().parties().get(fact.to()) + " "
                        + chart().materials().get(fact.subject()) + " " + number(fact.amount() / 1e6))
                .toList();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
