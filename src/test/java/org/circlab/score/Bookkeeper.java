package org.circlab.score;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.Holdings;
import org.circlab.ledger.Ledger;
import org.circlab.ledger.PaymentKind;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Actor;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Makes accounts by hand through the true ledger, which refuses what does not close, and counts the facts on the side. Amounts
 * are grams, micro-euros and milligrams.
 */
public final class Bookkeeper {

    private final Chart chart;
    private final Ledger ledger;
    private final long[][] stock;
    private final Map<FactKind, Long> facts = new EnumMap<>(FactKind.class);
    private YearMonth month = YearMonth.of(2025, 1);

    /** Empty books of a lab. */
    public Bookkeeper(Lab lab) {
        List<String> materials =
                Stream.of("ash", "product", "rubble", "sludge", "cement").toList();
        chart = Chart.of(lab.actors().stream().map(Actor::id).toList(), materials);
        ledger = new Ledger(chart, FlowSink.NONE);
        stock = new long[chart.parties().size()][materials.size()];
        ledger.listen((kind, from, to, subject, amount) -> facts.merge(kind, amount, Long::sum));
    }

    Chart chart() {
        return chart;
    }

    long held(String actor, String material) {
        return stock[party(actor)][material(material)];
    }

    /** Sum of the amounts of all facts of a kind since the window opened. */
    long facts(FactKind kind) {
        return facts.getOrDefault(kind, 0L);
    }

    /** Waste arises. */
    public void arise(String actor, String material, Grade grade, long grams) {
        ledger.generated(ledger.arising(party(actor), material(material), grade), grams);
        add(actor, material, grams);
    }

    /** Waste would arise but for a full store. */
    void withhold(String actor, String material, Grade grade, long grams) {
        ledger.withheld(ledger.arising(party(actor), material(material), grade), grams);
    }

    /** A consignment moves over 10 km, in one trip unless it stays at its actor. */
    int move(String from, String to, String material, Operation operation, Channel channel, long grams) {
        return move(route(from, to, material, operation, channel), grams);
    }

    /** A consignment of waste moves to its final treatment. */
    int moveToSite(String from, String to, String material, Operation operation, Channel channel, long grams) {
        Flow.Route route = route(from, to, material, operation, channel);
        return end(outOf(route, null, true), grams);
    }

    /** Product of a line that works under {@code origin} is landfilled, or goes to a disposal route outside the lab. */
    int landfillProduct(String from, String to, Operation origin, long grams) {
        Operation operation = to.equals(Chart.DISPOSAL) ? Operation.D15 : Operation.D1;
        Flow.Route route = route(from, to, "product", operation, Channel.DISPOSAL);
        return end(outOf(route, origin, true), grams);
    }

    /** Product of a line that works under {@code origin} goes to another line or need. */
    int moveProduct(String from, String to, Operation origin, Operation operation, long grams) {
        return move(outOf(route(from, to, "product", operation, Channel.EXCHANGE), origin, false), grams);
    }

    private int end(Flow.Route route, long grams) {
        int flow = move(route, grams);
        ledger.disposed(route.to(), route.material(), grams);
        stock[route.to()][route.material()] -= grams;
        return flow;
    }

    private int move(Flow.Route route, long grams) {
        int flow = ledger.flow(route);
        ledger.shipped(flow, grams);
        boolean inside = route.from() == route.to();
        ledger.received(flow, grams, inside ? 0 : 1, inside ? 0 : grams / 1e5);
        stock[route.from()][route.material()] -= grams;
        stock[route.to()][route.material()] += grams;
        return flow;
    }

    /**
     * A line takes material and gives product, with losses; {@code drawn} grams of each virgin cement, air and water join in.
     *
     * @return grams of product
     */
    long process(String actor, String material, long grams, long drawn, long toAir, long toWater) {
        ledger.processed(party(actor), material(material), grams);
        add(actor, material, -grams);
        for (String origin : List.of(Chart.VIRGIN, Chart.AIR, Chart.WATER)) {
            Channel channel = origin.equals(Chart.VIRGIN) ? Channel.PURCHASE : Channel.NATURE;
            ledger.drawn(flow(origin, actor, "cement", null, channel), drawn);
            ledger.processed(party(actor), material("cement"), drawn);
        }
        long product = grams + 3 * drawn - toAir - toWater;
        ledger.produced(party(actor), material("product"), product);
        ledger.lost(flow(actor, Chart.AIR, "product", null, Channel.NATURE), toAir);
        ledger.lost(flow(actor, Chart.WATER, "product", null, Channel.NATURE), toWater);
        add(actor, "product", product);
        return product;
    }

    /** Product of a line that works under {@code origin} leaves the lab for money. */
    void sell(String actor, Operation origin, long grams, long micros) {
        Flow.Route route = route(actor, Chart.EXPORT, "product", null, Channel.MARKET);
        int flow = ledger.flow(outOf(route, origin, false));
        ledger.sold(flow, grams);
        add(actor, "product", -grams);
        pay(Chart.OUTSIDE, actor, PaymentKind.SALES, flow, micros);
    }

    /** A need uses ash at a ratio of 0.9, and buys cement for the rest. */
    void consume(String actor, long ash, long displaced, long virgin, long micros) {
        int need = ledger.need(party(actor), material("cement"));
        ledger.consumed(need, material("ash"), ash, displaced);
        add(actor, "ash", -ash);
        int flow = flow(Chart.VIRGIN, actor, "cement", null, Channel.PURCHASE);
        ledger.drawn(flow, virgin);
        ledger.consumedVirgin(need, virgin);
        pay(actor, Chart.OUTSIDE, PaymentKind.VIRGIN_MATERIAL, flow, micros);
    }

    /** A payment for a flow, or for {@link Ledger#NO_FLOW}. */
    public void pay(String payer, String payee, PaymentKind kind, int flow, long micros) {
        ledger.paid(ledger.payment(party(payer), party(payee), kind), flow, micros);
    }

    void emit(String actor, EmissionKind kind, long milligrams) {
        ledger.emitted(party(actor), kind, Ledger.NO_FLOW, milligrams);
    }

    /** What has been booked so far was the warm-up. */
    void openWindow() {
        ledger.openWindow(holdings());
        facts.clear();
    }

    /** What comes next is of the next calendar year. */
    void endYear() {
        ledger.closeMonth(month);
        month = month.plusYears(1);
    }

    /** Closes the books. */
    public Accounts close() {
        ledger.closeMonth(month);
        return ledger.close(holdings());
    }

    private int flow(String from, String to, String material, @Nullable Operation operation, Channel channel) {
        return ledger.flow(route(from, to, material, operation, channel));
    }

    private Flow.Route route(String from, String to, String material, @Nullable Operation operation, Channel channel) {
        return new Flow.Route(party(from), party(to), material(material), operation, channel, Grade.REPORTED);
    }

    /** The same route for what came out of a line, or of none (null). */
    private static Flow.Route outOf(Flow.Route route, @Nullable Operation origin, boolean isFinal) {
        return new Flow.Route(
                route.from(),
                route.to(),
                route.material(),
                route.operation(),
                route.channel(),
                route.grade(),
                origin,
                isFinal);
    }

    private Holdings holdings() {
        Holdings holdings = new Holdings();
        for (int party = 0; party < stock.length; party++) {
            for (int material = 0; material < stock[party].length; material++) {
                holdings.add(party, material, StockPlace.STORE, stock[party][material]);
            }
        }
        return holdings;
    }

    private void add(String party, String material, long grams) {
        stock[party(party)][material(material)] += grams;
    }

    private int party(String name) {
        return chart.parties().indexOf(name);
    }

    private int material(String name) {
        return chart.materials().indexOf(name);
    }
}
