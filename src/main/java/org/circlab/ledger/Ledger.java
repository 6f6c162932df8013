package org.circlab.ledger;

import java.time.YearMonth;
import java.util.Arrays;
import org.circlab.model.Grade;
import org.jspecify.annotations.Nullable;

/**
 * The books of one run. Accounts are opened once and then named by their small number; recording a fact is a few additions to
 * primitive arrays.
 *
 * <p>Amounts are whole: grams, micro-euros, milligrams of CO2e. Not safe for use by several threads: each replication keeps its
 * own books.
 */
public final class Ledger {

    private static final int EMISSION_KINDS = EmissionKind.values().length;

    /** Stands for "no flow" where a payment or an emission follows none. */
    public static final int NO_FLOW = -1;

    private final Chart chart;
    private final int materials;
    private final FlowSink sink;
    private @Nullable FactListener listener;

    private final long[] book;
    private final long[] transformed;
    private long onTheRoad;
    private final long[] services;
    private long entries;

    private final FlowBook flows;
    private final YearBook years;
    private int[] bookOfSender = new int[64];
    private int[] bookOfReceiver = new int[64];
    private final AccountTable payments = new AccountTable(1);
    private final AccountTable arisings = new AccountTable(2);
    private final AccountTable needs = new AccountTable(3);
    private final long[] emissions;
    private @Nullable Holdings opening;

    /**
     * Empty books.
     *
     * @param chart who and what they are kept for
     * @param sink takes the flows of each month
     */
    public Ledger(Chart chart, FlowSink sink) {
        this.chart = chart;
        this.sink = sink;
        this.materials = chart.materials().size();
        this.flows = new FlowBook(materials);
        this.years = new YearBook(materials);
        this.book = new long[chart.parties().size() * materials];
        this.transformed = new long[chart.parties().size()];
        this.services = new long[chart.parties().size()];
        this.emissions = new long[chart.parties().size() * EMISSION_KINDS];
    }

    /** Has {@code heard} told of every fact from now on; null for silence. */
    public void listen(@Nullable FactListener heard) {
        this.listener = heard;
    }

    /** Opens, or finds, the account of a route. */
    public int flow(Flow.Route route) {
        int flow = flows.open(route);
        if (flow >= bookOfSender.length) {
            bookOfSender = Arrays.copyOf(bookOfSender, 2 * flow);
            bookOfReceiver = Arrays.copyOf(bookOfReceiver, 2 * flow);
        }
        bookOfSender[flow] = route.from() * materials + route.material();
        bookOfReceiver[flow] = route.to() * materials + route.material();
        return flow;
    }

    /** The route of a flow by its number. */
    public Flow.Route route(int flow) {
        return flows.route(flow);
    }

    /** Opens, or finds, the account of payments from one party to another. */
    public int payment(int payer, int payee, PaymentKind kind) {
        return payments.open(payer, payee, kind.ordinal());
    }

    /** Opens, or finds, the account of what arises at an actor. */
    public int arising(int actor, int material, Grade grade) {
        return arisings.open(actor, material, grade.ordinal());
    }

    /** Opens, or finds, the account of how a need is met; {@code need} is the index of its virgin material. */
    public int need(int actor, int need) {
        return needs.open(actor, need, 0);
    }

    /** Waste arises at an actor. */
    public void generated(int arising, long grams) {
        int actor = arisings.first(arising);
        int material = arisings.second(arising);
        book[actor * materials + material] += grams;
        arisings.add(arising, 0, grams);
        tell(FactKind.GENERATED, actor, actor, material, grams);
    }

    /** Waste would arise at an actor, but a full store blocks it: it does not come into being, so no book changes. */
    public void withheld(int arising, long grams) {
        int actor = arisings.first(arising);
        arisings.add(arising, 1, grams);
        tell(FactKind.WITHHELD, actor, actor, arisings.second(arising), grams);
    }

    /** A consignment leaves its sender. */
    public void shipped(int flow, long grams) {
        book[bookOfSender[flow]] -= grams;
        onTheRoad += grams;
        tellOf(FactKind.SHIPPED, flow, grams);
    }

    /** A consignment arrives, carried over {@code tonneKilometres} in {@code trips} loads. */
    public void received(int flow, long grams, int trips, double tonneKilometres) {
        onTheRoad -= grams;
        book[bookOfReceiver[flow]] += grams;
        flows.moved(flow, grams, trips, tonneKilometres);
        entries++;
        tellOf(FactKind.RECEIVED, flow, grams);
    }

    /** Virgin material, air or water comes into the lab. */
    public void drawn(int flow, long grams) {
        book[bookOfReceiver[flow]] += grams;
        flows.moved(flow, grams, 0, 0);
        entries++;
        tellOf(FactKind.DRAWN, flow, grams);
    }

    /** A line uses material up; what it becomes is stated by {@link #produced} and {@link #lost}. */
    public void processed(int actor, int material, long grams) {
        book[actor * materials + material] -= grams;
        transformed[actor] += grams;
        services[actor]++;
        entries++;
        tell(FactKind.PROCESSED, actor, actor, material, grams);
    }

    /** Material comes out of a line. */
    public void produced(int actor, int material, long grams) {
        book[actor * materials + material] += grams;
        transformed[actor] -= grams;
        tell(FactKind.PRODUCED, actor, actor, material, grams);
    }

    /** Part of what a line used leaves into air or water. */
    public void lost(int flow, long grams) {
        transformed[flows.route(flow).from()] -= grams;
        flows.moved(flow, grams, 0, 0);
        tellOf(FactKind.LOST, flow, grams);
    }

    /** A need uses secondary material in place of {@code displacedGrams} of virgin material. */
    public void consumed(int need, int material, long grams, long displacedGrams) {
        int actor = needs.first(need);
        book[actor * materials + material] -= grams;
        needs.add(need, 0, grams);
        needs.add(need, 1, displacedGrams);
        tell(FactKind.CONSUMED, actor, actor, material, grams);
    }

    /** A need uses virgin material that has just been {@link #drawn}. */
    public void consumedVirgin(int need, long grams) {
        int actor = needs.first(need);
        int virgin = needs.second(need);
        book[actor * materials + virgin] -= grams;
        needs.add(need, 2, grams);
        tell(FactKind.CONSUMED, actor, actor, virgin, grams);
    }

    /** Material that has been received reaches its final treatment. */
    public void disposed(int party, int material, long grams) {
        book[party * materials + material] -= grams;
        tell(FactKind.DISPOSED, party, party, material, grams);
    }

    /** Product leaves the lab at its maker's gate. */
    public void sold(int flow, long grams) {
        book[bookOfSender[flow]] -= grams;
        flows.moved(flow, grams, 0, 0);
        entries++;
        tellOf(FactKind.SOLD, flow, grams);
    }

    /** Money changes hands for a consignment, or for none ({@link #NO_FLOW}). */
    public void paid(int payment, int flow, long micros) {
        payments.add(payment, 0, micros);
        int kind = payments.third(payment);
        if (flow != NO_FLOW) {
            flows.cost(flow, kind, micros);
        } else {
            entries++;
        }
        tell(FactKind.PAID, payments.first(payment), payments.second(payment), kind, micros);
    }

    /** Greenhouse gas is emitted (or avoided, negative) by a consignment, or by none ({@link #NO_FLOW}). */
    public void emitted(int actor, EmissionKind kind, int flow, long milligrams) {
        int account = actor * EMISSION_KINDS + kind.ordinal();
        emissions[account] = Math.addExact(emissions[account], milligrams);
        if (flow != NO_FLOW) {
            flows.emitted(flow, milligrams);
        }
        tell(FactKind.EMITTED, actor, actor, kind.ordinal(), milligrams);
    }

    /** The window of the results begins: reported totals start again from nothing, the books of mass go on. */
    public void openWindow(Holdings held) {
        requireClosed(held);
        opening = held;
        flows.clear();
        years.clear();
        payments.clear();
        arisings.clear();
        needs.clear();
        Arrays.fill(emissions, 0);
        Arrays.fill(services, 0);
        entries = 0;
        if (listener != null) {
            listener.windowOpens();
        }
    }

    /** A calendar month of the window is over. */
    public void closeMonth(YearMonth month) {
        years.month(month, flows, arisings);
        flows.closeMonth(month, sink);
    }

    /** Grams that have arisen at all actors, since the window opened if it has. */
    public long arisenGrams() {
        long sum = 0;
        for (int i = 0; i < arisings.size(); i++) {
            sum = Math.addExact(sum, arisings.value(i, 0));
        }
        return sum;
    }

    /** Milligrams of CO2e of all actors, what is avoided taken off, since the window opened if it has. */
    public long emittedMilligrams() {
        long sum = 0;
        for (long each : emissions) {
            sum = Math.addExact(sum, each);
        }
        return sum;
    }

    /**
     * Closes the books at the end of the run, the last month having been closed.
     *
     * @param held what is physically where, counted independently of the books
     * @throws BooksException if any account does not close to the gram, or the micro-euro
     */
    public Accounts close(Holdings held) {
        requireClosed(held);
        Accounts accounts = new Accounts(
                        chart,
                        flows.totals(),
                        Statement.payments(payments),
                        Statement.emissions(emissions),
                        Statement.stocks(chart, opening == null ? new Holdings() : opening, held),
                        Statement.arisings(arisings),
                        Statement.consumptions(needs))
                .with(years.close())
                .with(new Accounts.Roundings(
                        entries, Arrays.stream(services).boxed().toList()));
        Statement.requireCrossFooting(accounts);
        if (listener != null) {
            listener.windowCloses();
        }
        return accounts;
    }

    private void requireClosed(Holdings held) {
        for (int party = 0; party < chart.parties().size(); party++) {
            for (int material = 0; material < materials; material++) {
                long booked = book[party * materials + material];
                if (booked != held.held(party, material)) {
                    throw unclosed(
                            chart.materials().get(material) + " at "
                                    + chart.parties().get(party),
                            booked,
                            held.held(party, material));
                }
            }
            if (transformed[party] != 0) {
                throw unclosed(
                        "all that the lines of " + chart.parties().get(party) + " made of their inputs",
                        transformed[party],
                        0);
            }
        }
        if (onTheRoad != held.onTheRoad()) {
            throw unclosed("all material on the road", onTheRoad, held.onTheRoad());
        }
    }

    private static BooksException unclosed(String what, long booked, long found) {
        return new BooksException(
                "the books of " + what + " do not close: " + booked + " g booked, " + found + " g found");
    }

    private void tellOf(FactKind kind, int flow, long grams) {
        if (listener != null) {
            Flow.Route route = flows.route(flow);
            tell(kind, route.from(), route.to(), route.material(), grams);
        }
    }

    private void tell(FactKind kind, int from, int to, int subject, long amount) {
        FactListener heard = listener;
        if (heard != null) {
            heard.fact(kind, from, to, subject, amount);
        }
    }
}
