package org.circlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.circlab.model.Grade;
import org.circlab.model.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books of a run, fact by fact. */
class LedgerTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);
    private static final int DONOR = 0;
    private static final int MILL = 1;
    private static final int ASH = 0;
    private static final int SAND = 1;
    private static final int CLAY = 2;

    private final Chart chart = Chart.of(List.of("donor", "mill"), List.of("ash", "sand", "clay"));
    private final List<String> months = new ArrayList<>();
    private Ledger ledger = new Ledger(chart, FlowSink.NONE);
    private int arising;
    private int toMill;

    @BeforeEach
    void openBooks() {
        ledger = new Ledger(chart, (name, flows) -> months.add(name + " " + flows.size()));
        arising = ledger.arising(DONOR, ASH, Grade.REPORTED);
        toMill = ledger.flow(new Flow.Route(DONOR, MILL, ASH, Operation.R5, Channel.EXCHANGE, Grade.REPORTED));
    }

    private Holdings nothing() {
        return new Holdings();
    }

    private Holdings with(int party, int material, StockPlace place, long grams) {
        Holdings holdings = nothing();
        holdings.add(party, material, place, grams);
        return holdings;
    }

    @Test
    void emptyBooksClose() {
        Accounts accounts = ledger.close(nothing());
        assertThat(accounts.flows()).isEmpty();
        assertThat(accounts.payments()).isEmpty();
        assertThat(accounts.emissions()).isEmpty();
        assertThat(accounts.stocks()).isEmpty();
        assertThat(accounts.arisings()).containsExactly(new Accounts.Arisen(DONOR, ASH, Grade.REPORTED, 0, 0));
    }

    @Test
    void whatAroseIsHeldUntilItIsShippedAndThenOnTheRoad() {
        ledger.generated(arising, 100);
        ledger.shipped(toMill, 60);
        Holdings held = with(DONOR, ASH, StockPlace.STORE, 40);
        held.add(DONOR, ASH, StockPlace.ROAD, 60);
        Accounts accounts = ledger.close(held);
        assertThat(accounts.stocks())
                .containsExactly(
                        new Accounts.Stock(DONOR, ASH, StockPlace.STORE, 0, 40),
                        new Accounts.Stock(DONOR, ASH, StockPlace.ROAD, 0, 60));
        assertThat(accounts.arisings()).containsExactly(new Accounts.Arisen(DONOR, ASH, Grade.REPORTED, 100, 0));
        assertThat(accounts.flows()).as("nothing has been received").isEmpty();
    }

    @Test
    void whatIsWithheldIsToldAndCountedButInNoBook() {
        List<String> told = new ArrayList<>();
        ledger.listen(
                (kind, from, to, subject, amount) -> told.add(kind.word() + " " + from + " " + subject + " " + amount));
        ledger.withheld(arising, 7);
        ledger.openWindow(nothing());
        ledger.withheld(arising, 30);
        ledger.withheld(arising, 4);
        assertThat(ledger.close(nothing()).arisings())
                .containsExactly(new Accounts.Arisen(DONOR, ASH, Grade.REPORTED, 0, 34));
        assertThat(told).hasSize(3).startsWith("withheld " + DONOR + " " + ASH + " 7");
    }

    @Test
    void whatHasArisenIsCountedFromTheOpeningOfTheWindow() {
        ledger.generated(arising, 100);
        assertThat(ledger.arisenGrams()).isEqualTo(100);
        ledger.openWindow(with(DONOR, ASH, StockPlace.STORE, 100));
        assertThat(ledger.arisenGrams()).isZero();
        ledger.generated(arising, 30);
        ledger.withheld(arising, 5);
        ledger.generated(arising, 4);
        assertThat(ledger.arisenGrams()).as("without what is withheld").isEqualTo(34);
    }

    @Test
    void emissionsOfAllKindsAndActorsCountTogetherWithWhatIsAvoided() {
        ledger.emitted(DONOR, EmissionKind.HAULAGE, Ledger.NO_FLOW, 70);
        ledger.openWindow(nothing());
        assertThat(ledger.emittedMilligrams()).isZero();
        ledger.emitted(DONOR, EmissionKind.HAULAGE, Ledger.NO_FLOW, 70);
        ledger.emitted(MILL, EmissionKind.PROCESS, Ledger.NO_FLOW, 9);
        ledger.emitted(MILL, EmissionKind.AVOIDED, Ledger.NO_FLOW, -100);
        assertThat(ledger.emittedMilligrams()).isEqualTo(-21);
    }

    @Test
    void aGramTooFewNamesTheAccount() {
        ledger.generated(arising, 100);
        assertThatThrownBy(() -> ledger.close(with(DONOR, ASH, StockPlace.WAITING, 99)))
                .isInstanceOf(BooksException.class)
                .hasMessageContainingAll("ash at donor", "100 g booked", "99 g found");
    }

    @Test
    void aGramTooManyAtAnotherPartyNamesThatParty() {
        assertThatThrownBy(() -> ledger.close(with(MILL, SAND, StockPlace.PROCESS, 1)))
                .isInstanceOf(BooksException.class)
                .hasMessageContainingAll("sand at mill", "0 g booked", "1 g found");
    }

    @Test
    void whatIsLostOnTheRoadIsNoticed() {
        ledger.generated(arising, 5);
        ledger.shipped(toMill, 5);
        assertThatThrownBy(() -> ledger.close(with(DONOR, ASH, StockPlace.ROAD, 4)))
                .isInstanceOf(BooksException.class)
                .hasMessageContaining("on the road");
    }

    @Test
    void aLineThatMakesMoreThanItTookIsNoticed() {
        ledger.produced(MILL, SAND, 3);
        assertThatThrownBy(() -> ledger.close(with(MILL, SAND, StockPlace.WAITING, 3)))
                .isInstanceOf(BooksException.class)
                .hasMessageContaining("lines of mill");
    }

    @Test
    void aLifeFromArisingToItsEndsClosesAtNothing() {
        int lime = ledger.flow(route(chart.world(Chart.VIRGIN), MILL, CLAY, Channel.PURCHASE));
        int air = ledger.flow(route(MILL, chart.world(Chart.AIR), SAND, Channel.NATURE));
        int market = ledger.flow(route(MILL, chart.world(Chart.EXPORT), SAND, Channel.MARKET));
        int need = ledger.need(MILL, CLAY);
        ledger.generated(arising, 100);
        ledger.shipped(toMill, 100);
        ledger.received(toMill, 100, 4, 2.5);
        ledger.processed(MILL, ASH, 70);
        ledger.drawn(lime, 30);
        ledger.processed(MILL, CLAY, 30);
        ledger.produced(MILL, SAND, 90);
        ledger.lost(air, 10);
        ledger.sold(market, 50);
        ledger.disposed(MILL, SAND, 40);
        ledger.consumed(need, ASH, 30, 27);
        ledger.drawn(lime, 8);
        ledger.consumedVirgin(need, 8);
        ledger.closeMonth(JANUARY);
        Accounts accounts = ledger.close(nothing());
        assertThat(accounts.stocks()).isEmpty();
        assertThat(accounts.consumptions()).containsExactly(new Accounts.Consumption(MILL, CLAY, 30, 27, 8));
        assertThat(accounts.flows().stream().map(Flow::grams)).containsExactly(100L, 50L, 10L, 38L);
        assertThat(accounts.flows().get(0).trips()).isEqualTo(4);
        assertThat(accounts.flows().get(0).tonneKilometres()).isEqualTo(2.5);
    }

    private static Flow.Route route(int from, int to, int material, Channel channel) {
        return new Flow.Route(from, to, material, null, channel, Grade.ASSUMED);
    }

    @Test
    void costsOfAFlowAreItsPaymentsByKind() {
        int haulage = ledger.payment(DONOR, chart.world(Chart.OUTSIDE), PaymentKind.HAULAGE);
        int fee = ledger.payment(DONOR, MILL, PaymentKind.GATE_FEE);
        int carbon = ledger.payment(MILL, chart.world(Chart.STATE), PaymentKind.CARBON_PRICE);
        ledger.paid(haulage, toMill, 70);
        ledger.paid(haulage, toMill, 7);
        ledger.paid(fee, toMill, -20);
        ledger.paid(carbon, Ledger.NO_FLOW, 9);
        ledger.closeMonth(JANUARY);
        Accounts accounts = ledger.close(nothing());
        assertThat(accounts.flows().get(0).cost(PaymentKind.HAULAGE)).isEqualTo(77);
        assertThat(accounts.flows().get(0).cost(PaymentKind.GATE_FEE)).isEqualTo(-20);
        assertThat(accounts.flows().get(0).cost(PaymentKind.CARBON_PRICE)).isZero();
        assertThat(accounts.payments())
                .containsExactly(
                        new Accounts.Payment(DONOR, MILL, PaymentKind.GATE_FEE, -20),
                        new Accounts.Payment(DONOR, chart.world(Chart.OUTSIDE), PaymentKind.HAULAGE, 77),
                        new Accounts.Payment(MILL, chart.world(Chart.STATE), PaymentKind.CARBON_PRICE, 9));
    }

    @Test
    void moneyForAFlowThatNoFlowBearsIsNoticed() {
        int haulage = ledger.payment(DONOR, chart.world(Chart.OUTSIDE), PaymentKind.HAULAGE);
        ledger.paid(haulage, Ledger.NO_FLOW, 70);
        ledger.closeMonth(JANUARY);
        assertThatThrownBy(() -> ledger.close(nothing()))
                .isInstanceOf(BooksException.class)
                .hasMessageContainingAll("haulage", "0 micro-euros over flows", "70 over payments");
    }

    @Test
    void aMonthThatIsNotClosedIsNoticed() {
        ledger.paid(ledger.payment(DONOR, MILL, PaymentKind.GATE_FEE), toMill, 5);
        assertThatThrownBy(() -> ledger.close(nothing()))
                .isInstanceOf(BooksException.class)
                .hasMessageContaining("gate-fee");
    }

    @Test
    void emissionsOfAFlowAndOfNoneAreBookedAtTheirActor() {
        ledger.emitted(DONOR, EmissionKind.HAULAGE, toMill, 11);
        ledger.emitted(MILL, EmissionKind.PROCESS, Ledger.NO_FLOW, 22);
        ledger.emitted(MILL, EmissionKind.AVOIDED, Ledger.NO_FLOW, -33);
        ledger.closeMonth(JANUARY);
        Accounts accounts = ledger.close(nothing());
        assertThat(accounts.emissions())
                .containsExactly(
                        new Accounts.Emission(DONOR, EmissionKind.HAULAGE, 11),
                        new Accounts.Emission(MILL, EmissionKind.PROCESS, 22),
                        new Accounts.Emission(MILL, EmissionKind.AVOIDED, -33));
        assertThat(accounts.flows().get(0).ghgMilligrams()).isEqualTo(11);
    }

    @Test
    void theWindowStartsReportsAnewButNotTheBooksOfMass() {
        int need = ledger.need(MILL, CLAY);
        ledger.generated(arising, 100);
        ledger.shipped(toMill, 80);
        ledger.received(toMill, 80, 1, 1);
        ledger.paid(ledger.payment(DONOR, MILL, PaymentKind.GATE_FEE), toMill, 5);
        ledger.emitted(DONOR, EmissionKind.HAULAGE, toMill, 11);
        ledger.consumed(need, ASH, 30, 27);
        Holdings opened = with(DONOR, ASH, StockPlace.STORE, 20);
        opened.add(MILL, ASH, StockPlace.INLET, 50);
        ledger.openWindow(opened);
        ledger.consumed(need, ASH, 50, 45);
        ledger.closeMonth(JANUARY);
        Accounts accounts = ledger.close(with(DONOR, ASH, StockPlace.STORE, 20));
        assertThat(accounts.flows()).isEmpty();
        assertThat(accounts.payments()).isEmpty();
        assertThat(accounts.emissions()).isEmpty();
        assertThat(accounts.arisings()).containsExactly(new Accounts.Arisen(DONOR, ASH, Grade.REPORTED, 0, 0));
        assertThat(accounts.consumptions()).containsExactly(new Accounts.Consumption(MILL, CLAY, 50, 45, 0));
        assertThat(accounts.stocks())
                .containsExactly(
                        new Accounts.Stock(DONOR, ASH, StockPlace.STORE, 20, 20),
                        new Accounts.Stock(MILL, ASH, StockPlace.INLET, 50, 0));
    }

    @Test
    void roundingsAreCountedInTheWindow() {
        ledger.generated(arising, 100);
        ledger.shipped(toMill, 80);
        ledger.received(toMill, 80, 1, 1);
        ledger.processed(MILL, ASH, 80);
        ledger.produced(MILL, ASH, 80);
        Holdings opened = with(DONOR, ASH, StockPlace.STORE, 20);
        opened.add(MILL, ASH, StockPlace.INLET, 80);
        ledger.openWindow(opened);
        ledger.shipped(toMill, 20);
        ledger.received(toMill, 20, 1, 1);
        ledger.paid(ledger.payment(DONOR, MILL, PaymentKind.GATE_FEE), toMill, 5);
        ledger.paid(ledger.payment(DONOR, MILL, PaymentKind.CONTRACT_PENALTY), Ledger.NO_FLOW, 5);
        for (int service = 0; service < 2; service++) {
            ledger.processed(MILL, ASH, 50);
            ledger.produced(MILL, ASH, 50);
        }
        ledger.closeMonth(JANUARY);
        Accounts.Roundings roundings =
                ledger.close(with(MILL, ASH, StockPlace.INLET, 100)).roundings();
        assertThat(roundings.entries()).as("received, penalty, two services").isEqualTo(4);
        assertThat(roundings.services().get(MILL)).isEqualTo(2);
        assertThat(roundings.services().get(DONOR)).isZero();
    }

    @Test
    void theWindowOpensOnlyOnBooksThatClose() {
        ledger.generated(arising, 100);
        assertThatThrownBy(() -> ledger.openWindow(nothing()))
                .isInstanceOf(BooksException.class)
                .hasMessageContaining("ash at donor");
    }

    @Test
    void monthsAddUpToTheWindow() {
        ledger.generated(arising, 30);
        ledger.shipped(toMill, 30);
        ledger.received(toMill, 10, 1, 0.5);
        ledger.closeMonth(JANUARY);
        ledger.received(toMill, 20, 1, 0.25);
        ledger.closeMonth(FEBRUARY);
        ledger.closeMonth(YearMonth.of(2025, 3));
        Accounts accounts = ledger.close(with(MILL, ASH, StockPlace.INLET, 30));
        assertThat(months).containsExactly("2025-01 1", "2025-02 1", "2025-03 0");
        Flow flow = accounts.flows().get(0);
        assertThat(flow.grams()).isEqualTo(30);
        assertThat(flow.trips()).isEqualTo(2);
        assertThat(flow.tonneKilometres()).isEqualTo(0.75);
    }

    @Test
    void thousandsOfRoutesAndPaymentsKeepApart() {
        for (int i = 0; i < 3000; i++) {
            Grade grade = Grade.values()[i % 4];
            int flow = ledger.flow(new Flow.Route(i, i % 9, ASH, Operation.R3, Channel.EXCHANGE, grade));
            assertThat(ledger.flow(new Flow.Route(i, i % 9, ASH, Operation.R3, Channel.EXCHANGE, grade)))
                    .isEqualTo(flow);
            ledger.paid(ledger.payment(i, i % 9, PaymentKind.HAULAGE), flow, i + 1);
        }
        ledger.closeMonth(JANUARY);
        Accounts accounts = ledger.close(nothing());
        assertThat(accounts.flows())
                .hasSize(3000)
                .allSatisfy(flow -> assertThat(flow.cost(PaymentKind.HAULAGE))
                        .isEqualTo(flow.route().from() + 1));
        assertThat(accounts.flows()).isSortedAccordingTo((a, b) -> Flow.Route.ORDER.compare(a.route(), b.route()));
        assertThat(accounts.payments()).hasSize(3000);
    }

    @Test
    void everyFactIsTold() {
        List<String> heard = new ArrayList<>();
        ledger.listen((kind, from, to, subject, amount) ->
                heard.add(kind + " " + from + ">" + to + " " + subject + " " + amount));
        ledger.generated(arising, 9);
        ledger.shipped(toMill, 9);
        ledger.received(toMill, 9, 1, 1);
        ledger.processed(MILL, ASH, 4);
        ledger.paid(ledger.payment(DONOR, MILL, PaymentKind.GATE_FEE), toMill, -5);
        ledger.emitted(MILL, EmissionKind.PROCESS, Ledger.NO_FLOW, 6);
        ledger.disposed(MILL, ASH, 5);
        ledger.listen(null);
        ledger.generated(arising, 1);
        assertThat(heard)
                .containsExactly(
                        "GENERATED 0>0 0 9",
                        "SHIPPED 0>1 0 9",
                        "RECEIVED 0>1 0 9",
                        "PROCESSED 1>1 0 4",
                        "PAID 0>1 1 -5",
                        "EMITTED 1>1 1 6",
                        "DISPOSED 1>1 0 5");
    }

    @Test
    void listenersHearWhenTheWindowOpensAndCloses() {
        List<String> heard = new ArrayList<>();
        ledger.listen(new FactListener() {
            @Override
            public void fact(FactKind kind, int from, int to, int subject, long amount) {
                heard.add(kind + " " + amount);
            }

            @Override
            public void windowOpens() {
                heard.add("opens");
            }

            @Override
            public void windowCloses() {
                heard.add("closes");
            }
        });
        ledger.generated(arising, 1);
        ledger.openWindow(with(DONOR, ASH, StockPlace.STORE, 1));
        ledger.generated(arising, 2);
        ledger.close(with(DONOR, ASH, StockPlace.STORE, 3));
        assertThat(heard).containsExactly("GENERATED 1", "opens", "GENERATED 2", "closes");
    }

    @Test
    void theChartHasActorsFirstAndThenTheWorld() {
        assertThat(chart.parties())
                .containsExactly("donor", "mill", "virgin", "export", "disposal", "air", "water", "state", "outside");
        assertThat(chart.world(Chart.DISPOSAL)).isEqualTo(4);
        assertThat(chart.isActor(1)).isTrue();
        assertThat(chart.isActor(2)).isFalse();
    }

    @Test
    void holdingsTellTheRoadFromTheGround() {
        Holdings holdings = with(DONOR, ASH, StockPlace.ROAD, 7);
        holdings.add(DONOR, ASH, StockPlace.STORE, 2);
        holdings.add(DONOR, ASH, StockPlace.STORE, 3);
        holdings.add(MILL, SAND, StockPlace.ROAD, 11);
        assertThat(holdings.held(DONOR, ASH)).isEqualTo(5);
        assertThat(holdings.at(DONOR, ASH, StockPlace.STORE)).isEqualTo(5);
        assertThat(holdings.onTheRoad()).isEqualTo(18);
    }

    @Test
    void yearsHoldWhatAroseAndMovedInThemAndNothingOfTheWarmUp() {
        ledger.generated(arising, 1);
        ledger.shipped(toMill, 1);
        ledger.received(toMill, 1, 1, 0);
        ledger.closeMonth(YearMonth.of(2024, 12));
        ledger.openWindow(with(MILL, ASH, StockPlace.STORE, 1));
        ledger.generated(arising, 20);
        ledger.closeMonth(YearMonth.of(2025, 1));
        ledger.generated(arising, 300);
        ledger.shipped(toMill, 300);
        ledger.received(toMill, 300, 1, 0);
        ledger.closeMonth(YearMonth.of(2025, 12));
        ledger.closeMonth(YearMonth.of(2026, 6));
        ledger.generated(arising, 4_000);
        ledger.closeMonth(YearMonth.of(2027, 1));
        Holdings held = with(DONOR, ASH, StockPlace.STORE, 4_020);
        held.add(MILL, ASH, StockPlace.STORE, 301);
        assertThat(ledger.close(held).years())
                .containsExactly(
                        new Year(
                                2025,
                                List.of(new Year.Arisen(ASH, 320)),
                                List.of(new Year.Move(ASH, Operation.R5, null, Channel.EXCHANGE, false, 300))),
                        new Year(2027, List.of(new Year.Arisen(ASH, 4_000)), List.of()));
    }
}
