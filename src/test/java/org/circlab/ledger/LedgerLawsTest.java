package org.circlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.circlab.model.Grade;
import org.circlab.model.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random books against plain maps. */
class LedgerLawsTest {

    private static final int ACTORS = 12;
    private static final int MATERIALS = 5;
    private static final Chart CHART = Chart.of(
            IntStream.range(0, ACTORS).mapToObj(i -> "actor" + i).toList(),
            List.of("ash", "bark", "clay", "dust", "earth"));

    private final List<String> heard = new ArrayList<>();
    private final Map<String, Long> received = new HashMap<>();

    /** What the ledger must show of one route. */
    private static final class Sum {
        private long grams;
        private long trips;
        private double tonneKilometres;
        private long fee;
        private long ghg;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void flowsAddUpByRouteInTheirOrderWithinMonthsAndInTotal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Ledger ledger = new Ledger(CHART, (month, flows) -> {
            assertThat(flows).isSortedAccordingTo(Comparator.comparing(Flow::route, Flow.Route.ORDER));
            flows.forEach(flow -> received.merge(month + " " + flow.route(), flow.grams(), Long::sum));
        });
        SortedMap<Flow.Route, Sum> sums = new TreeMap<>(Flow.Route.ORDER);
        Map<String, Long> monthly = new HashMap<>();
        long[][] gone = new long[ACTORS][MATERIALS];
        long[][] come = new long[ACTORS][MATERIALS];
        // Some come back after a month without them, among others that are new.
        List<Flow.Route> known =
                IntStream.range(0, 300).mapToObj(i -> route(random)).toList();
        YearMonth first = YearMonth.of(2025, 12);
        Map<String, Long> yearly = new HashMap<>();
        for (int month = 0; month < 3; month++) {
            YearMonth name = first.plusMonths(month);
            for (int i = 0; i < 800; i++) {
                Flow.Route route = i % 2 == 0 ? route(random) : known.get(random.nextInt(known.size()));
                int flow = ledger.flow(route);
                assertThat(ledger.flow(route)).isEqualTo(flow);
                long grams = random.nextLong(1, 1_001);
                int trips = random.nextInt(3);
                ledger.shipped(flow, grams);
                ledger.received(flow, grams, trips, 0.5 * trips);
                ledger.paid(ledger.payment(route.from(), route.to(), PaymentKind.GATE_FEE), flow, grams * 3);
                ledger.emitted(route.from(), EmissionKind.HAULAGE, flow, grams * 7);
                gone[route.from()][route.material()] += grams;
                come[route.to()][route.material()] += grams;
                Sum sum = sums.computeIfAbsent(route, any -> new Sum());
                sum.grams += grams;
                sum.trips += trips;
                sum.tonneKilometres += 0.5 * trips;
                sum.fee += grams * 3;
                sum.ghg += grams * 7;
                monthly.merge(name + " " + route, grams, Long::sum);
                Year.Move move = new Year.Move(
                        route.material(), route.operation(), route.origin(), route.channel(), route.isFinal(), 1);
                yearly.merge(name.getYear() + " " + move, grams, Long::sum);
            }
            ledger.closeMonth(name);
        }
        Holdings held = new Holdings();
        for (int actor = 0; actor < ACTORS; actor++) {
            for (int material = 0; material < MATERIALS; material++) {
                ledger.generated(ledger.arising(actor, material, Grade.DERIVED), gone[actor][material]);
                held.add(actor, material, StockPlace.STORE, come[actor][material]);
            }
        }
        Accounts accounts = ledger.close(held);
        assertThat(received).isEqualTo(monthly);
        assertThat(moves(accounts)).isEqualTo(yearly);
        assertThat(accounts.flows().stream().map(Flow::route)).containsExactlyElementsOf(sums.keySet());
        for (Flow flow : accounts.flows()) {
            Sum sum = sums.getOrDefault(flow.route(), new Sum());
            assertThat(flow.grams()).isEqualTo(sum.grams);
            assertThat(flow.trips()).isEqualTo(sum.trips);
            assertThat(flow.tonneKilometres()).isEqualTo(sum.tonneKilometres);
            assertThat(flow.cost(PaymentKind.GATE_FEE)).isEqualTo(sum.fee);
            assertThat(flow.cost(PaymentKind.HAULAGE)).isZero();
            assertThat(flow.ghgMilligrams()).isEqualTo(sum.ghg);
        }
        long arisen =
                accounts.arisings().stream().mapToLong(Accounts.Arisen::grams).sum();
        assertThat(accounts.flows().stream().mapToLong(Flow::grams).sum()).isEqualTo(arisen);
        assertThat(accounts.arisings())
                .isSortedAccordingTo(
                        Comparator.comparingInt(Accounts.Arisen::actor).thenComparingInt(Accounts.Arisen::material));
    }

    private static Map<String, Long> moves(Accounts accounts) {
        Map<String, Long> moves = new HashMap<>();
        for (Year year : accounts.years()) {
            for (Year.Move each : year.moves()) {
                Year.Move key = new Year.Move(
                        each.material(), each.operation(), each.origin(), each.channel(), each.isFinal(), 1);
                assertThat(moves.put(year.number() + " " + key, each.grams())).isNull();
            }
        }
        return moves;
    }

    private static Flow.Route route(SplittableRandom random) {
        Operation[] operations = Operation.values();
        int channel = random.nextInt(2);
        int operation = random.nextInt(operations.length + 1);
        int origin = random.nextInt(4);
        return new Flow.Route(
                random.nextInt(ACTORS),
                random.nextInt(ACTORS),
                random.nextInt(MATERIALS),
                operation == 0 ? null : operations[operation - 1],
                Channel.values()[channel],
                Grade.values()[random.nextInt(3)],
                origin == 0 ? null : operations[origin - 1],
                random.nextBoolean());
    }

    /** Accounts grow by doubling; these numbers of them leave no place free. */
    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64, 128})
    void booksThatAreExactlyFullAreBooksLikeOthers(int accounts) {
        Ledger ledger = new Ledger(CHART, FlowSink.NONE);
        Holdings held = new Holdings();
        for (int window = 0; window < 2; window++) {
            for (int i = 0; i < accounts; i++) {
                int from = i % ACTORS;
                int material = i / ACTORS % MATERIALS;
                Grade grade = Grade.values()[i / (ACTORS * MATERIALS)];
                Flow.Route route = new Flow.Route(from, i / ACTORS, material, null, Channel.EXCHANGE, grade);
                int flow = ledger.flow(route);
                ledger.generated(ledger.arising(from, material, grade), 2);
                ledger.shipped(flow, 2);
                ledger.received(flow, 2, 1, 1);
                ledger.paid(ledger.payment(from, i / ACTORS, PaymentKind.GATE_FEE), flow, 3);
                held.add(i / ACTORS, material, StockPlace.STORE, 2);
            }
            ledger.closeMonth(YearMonth.of(2025, 1 + window));
            if (window == 0) {
                ledger.openWindow(held);
            }
        }
        Accounts closed = ledger.close(held);
        assertThat(closed.flows()).hasSize(accounts).allMatch(flow -> flow.grams() == 2);
        assertThat(closed.payments()).hasSize(accounts).allMatch(payment -> payment.micros() == 3);
        assertThat(closed.arisings()).hasSize(accounts).allMatch(arisen -> arisen.grams() == 2);
    }

    @Test
    void everyFactIsHeardWithItsPartiesAndAmount() {
        Ledger ledger = new Ledger(CHART, FlowSink.NONE);
        int virgin = CHART.world(Chart.VIRGIN);
        int lime = ledger.flow(new Flow.Route(virgin, 7, 2, null, Channel.PURCHASE, Grade.ASSUMED));
        int air = ledger.flow(new Flow.Route(7, CHART.world(Chart.AIR), 3, null, Channel.NATURE, Grade.ASSUMED));
        int market = ledger.flow(new Flow.Route(7, CHART.world(Chart.EXPORT), 3, null, Channel.MARKET, Grade.ASSUMED));
        int across = ledger.flow(new Flow.Route(4, 7, 1, null, Channel.EXCHANGE, Grade.ASSUMED));
        ledger.listen((kind, from, to, subject, amount) -> heard.add(
                kind.word() + " " + from + ">" + to + " " + kind.subject(CHART, subject) + " " + amount + kind.unit()));
        int arising = ledger.arising(4, 1, Grade.MEASURED);
        ledger.need(9, 2);
        int need = ledger.need(7, 2);
        ledger.arising(2, 2, Grade.MEASURED);
        ledger.need(2, 2);
        ledger.generated(arising, 90);
        ledger.shipped(across, 90);
        ledger.received(across, 90, 1, 1);
        ledger.processed(7, 1, 60);
        ledger.drawn(lime, 8);
        ledger.produced(7, 3, 50);
        ledger.lost(air, 10);
        ledger.sold(market, 45);
        ledger.disposed(7, 3, 5);
        ledger.consumed(need, 1, 30, 25);
        ledger.consumedVirgin(need, 8);
        ledger.paid(ledger.payment(7, 4, PaymentKind.GATE_FEE), across, 11);
        ledger.emitted(7, EmissionKind.VIRGIN_MATERIAL, Ledger.NO_FLOW, 12);
        assertThat(heard)
                .containsExactly(
                        "generated 4>4 bark 90t",
                        "shipped 4>7 bark 90t",
                        "received 4>7 bark 90t",
                        "processed 7>7 bark 60t",
                        "drawn " + virgin + ">7 clay 8t",
                        "produced 7>7 dust 50t",
                        "lost 7>" + CHART.world(Chart.AIR) + " dust 10t",
                        "sold 7>" + CHART.world(Chart.EXPORT) + " dust 45t",
                        "disposed 7>7 dust 5t",
                        "consumed 7>7 bark 30t",
                        "consumed 7>7 clay 8t",
                        "paid 7>4 gate-fee 11EUR",
                        "emitted 7>7 virgin-material 12kgCO2e");
        ledger.closeMonth(YearMonth.of(2025, 1));
        Accounts accounts = ledger.close(new Holdings());
        assertThat(accounts.arisings())
                .containsExactly(
                        new Accounts.Arisen(2, 2, Grade.MEASURED, 0, 0),
                        new Accounts.Arisen(4, 1, Grade.MEASURED, 90, 0));
        assertThat(accounts.consumptions())
                .containsExactly(
                        new Accounts.Consumption(2, 2, 0, 0, 0),
                        new Accounts.Consumption(7, 2, 30, 25, 8),
                        new Accounts.Consumption(9, 2, 0, 0, 0));
    }

    @Test
    void theWarmUpIsInNoTotal() {
        List<String> months = new ArrayList<>();
        Ledger ledger = new Ledger(CHART, (month, flows) -> flows.forEach(flow -> months.add(month + " " + flow)));
        int flow = ledger.flow(new Flow.Route(0, 1, 0, null, Channel.CONTRACT, Grade.DERIVED));
        int arising = ledger.arising(0, 0, Grade.DERIVED);
        ledger.generated(arising, 9);
        ledger.shipped(flow, 9);
        ledger.received(flow, 9, 2, 3);
        ledger.emitted(0, EmissionKind.HAULAGE, flow, 5);
        ledger.paid(ledger.payment(0, 1, PaymentKind.HAULAGE), flow, 4);
        Holdings held = new Holdings();
        held.add(1, 0, StockPlace.INLET, 9);
        ledger.openWindow(held);
        ledger.closeMonth(YearMonth.of(2025, 1));
        assertThat(months).isEmpty();
        Accounts accounts = ledger.close(held);
        assertThat(accounts.flows()).isEmpty();
        assertThat(accounts.payments()).isEmpty();
        assertThat(accounts.emissions()).isEmpty();
        assertThat(accounts.stocks()).containsExactly(new Accounts.Stock(1, 0, StockPlace.INLET, 9, 9));
    }

    @Test
    void aRouteOfTheWarmUpStartsAgainFromNothingInTheWindow() {
        Ledger ledger = new Ledger(CHART, FlowSink.NONE);
        int flow = ledger.flow(new Flow.Route(0, 1, 0, null, Channel.CONTRACT, Grade.DERIVED));
        int arising = ledger.arising(0, 0, Grade.DERIVED);
        Holdings held = new Holdings();
        for (int step = 0; step < 3; step++) {
            if (step == 1) {
                ledger.closeMonth(YearMonth.of(2024, 12));
            }
            if (step == 2) {
                ledger.openWindow(held);
            }
            ledger.generated(arising, 9);
            ledger.shipped(flow, 9);
            ledger.received(flow, 9, 2, 3.5);
            held.add(1, 0, StockPlace.STORE, 9);
        }
        ledger.closeMonth(YearMonth.of(2025, 1));
        Flow inWindow = ledger.close(held).flows().get(0);
        assertThat(inWindow.grams()).isEqualTo(9);
        assertThat(inWindow.trips()).isEqualTo(2);
        assertThat(inWindow.tonneKilometres()).isEqualTo(3.5);
    }

    @ParameterizedTest
    @EnumSource
    void aSynergyIsAgreedGoesToAnotherAndIsNotTheEnd(Channel channel) {
        boolean agreed = channel == Channel.CONTRACT || channel == Channel.EXCHANGE;
        for (boolean isFinal : new boolean[] {true, false}) {
            Flow.Route away = new Flow.Route(1, 2, 0, Operation.R5, channel, Grade.DERIVED, null, isFinal);
            Flow.Route home = new Flow.Route(1, 1, 0, Operation.R5, channel, Grade.DERIVED, null, isFinal);
            assertThat(away.isSynergy()).isEqualTo(agreed && !isFinal);
            assertThat(home.isSynergy()).isFalse();
        }
        assertThat(new Flow.Route(1, 2, 0, null, channel, Grade.DERIVED).isFinal())
                .isEqualTo(channel == Channel.DISPOSAL);
        assertThat(channel.word()).isEqualTo(channel.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource
    void placesAreNamedByTheirWord(StockPlace place) {
        assertThat(place.word()).isEqualTo(place.name().toLowerCase(Locale.ROOT));
        assertThat(Chart.reservedNames()).hasSize(7).doesNotContain(place.word());
    }
}
