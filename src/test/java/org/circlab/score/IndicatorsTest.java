package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the indicators over books drawn from many seeds, against the facts that the ledger was told. */
class IndicatorsTest {

    private static final Lab LAB = LabFixture.lab(6);
    private static final double YEARS = 4;

    private record Case(RandomBooks books, List<Reading> readings) {
        double at(String id) {
            return reading(readings, id);
        }

        double sum(String... ids) {
            return Arrays.stream(ids).mapToDouble(this::at).sum();
        }

        double tonnesPerYear(Predicate<Flow> counts) {
            return books.accounts().flows().stream()
                            .filter(counts)
                            .mapToDouble(Flow::grams)
                            .sum()
                    / 1e6
                    / YEARS;
        }

        @Override
        public String toString() {
            return "arising " + at("arising");
        }
    }

    static Stream<Case> cases() {
        return Stream.iterate(1L, seed -> seed + 1).limit(60).map(seed -> {
            RandomBooks books = new RandomBooks(LAB, seed);
            return new Case(books, Indicators.of(LAB, books.accounts()));
        });
    }

    @Test
    void theWindowOfTheFixtureHasFourYears() {
        assertThat(LAB.horizon().years()).isEqualTo(YEARS);
    }

    @Test
    void everyMeasureIsNamedOnceAndReadInTheSameOrder() {
        assertThat(Indicators.all().stream().map(Measure::id)).doesNotHaveDuplicates();
        assertThat(Indicators.all().stream().map(Measure::title)).doesNotHaveDuplicates();
        RandomBooks books = new RandomBooks(LabFixture.lab(2), 9);
        assertThat(Indicators.of(LabFixture.lab(2), books.accounts()).stream().map(Reading::measure))
                .containsExactlyElementsOf(Indicators.all());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void massBalanceCloses(Case drawn) {
        double in = drawn.sum("arising", "virgin-bought", "drawn-from-air", "drawn-from-water");
        double out = drawn.sum(
                "final-treatment", "consumed", "exported-product", "lost-to-air", "lost-to-water", "stock-change");
        assertThat(in).isPositive();
        assertThat(out).isCloseTo(in, within(1e-9 * in));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void partsOfTheBalanceAreTheFactsThatTheLedgerHeard(Case drawn) {
        assertFacts(drawn, FactKind.GENERATED, "arising");
        assertFacts(drawn, FactKind.DRAWN, "virgin-bought", "drawn-from-air", "drawn-from-water");
        assertFacts(drawn, FactKind.DISPOSED, "final-treatment");
        assertFacts(drawn, FactKind.CONSUMED, "consumed");
        assertFacts(drawn, FactKind.SOLD, "exported-product");
        assertFacts(drawn, FactKind.LOST, "lost-to-air", "lost-to-water");
        assertFacts(
                drawn,
                FactKind.RECEIVED,
                "recycling",
                "preparation",
                "energy-recovery",
                "backfilling",
                "landfill",
                "incineration",
                "other-disposal");
    }

    private static void assertFacts(Case drawn, FactKind kind, String... ids) {
        double expected = drawn.books().facts(kind) / 1e6 / YEARS;
        assertThat(drawn.sum(ids)).as(kind.name()).isCloseTo(expected, within(1e-9 * (1 + expected)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void disposalIsEveryReceiptForItButThatOfPretreatedWaste(Case drawn) {
        double everyReceipt = drawn.sum("landfill", "incineration", "other-disposal");
        double twice = drawn.books().disposedTwiceGrams() / 1e6 / YEARS;
        assertThat(drawn.at("disposed")).isCloseTo(everyReceipt - twice, within(1e-9 * (1 + everyReceipt)));
        assertThat(drawn.at("diversion-rate"))
                .isCloseTo(100 - 100 * drawn.at("disposed") / drawn.at("arising"), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exchangedMassIsWhatEvenActorsGetFromOthers(Case drawn) {
        int actors = LAB.actors().size();
        double expected = drawn.tonnesPerYear(flow -> flow.route().from() < actors
                && flow.route().to() < actors
                && flow.route().to() % 2 == 0
                && flow.route().from() != flow.route().to());
        assertThat(drawn.at("exchanged")).isCloseTo(expected, within(1e-9 * expected));
        assertThat(drawn.sum("exchanged-by-contract", "exchanged-by-match"))
                .isCloseTo(expected, within(1e-9 * expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kindsOfCostButSubsidiesAddUpToTheNetCostWhichIsWhatOthersGainAndTheStatePays(Case drawn) {
        double kinds = Arrays.stream(PaymentKind.values())
                .filter(kind -> kind != PaymentKind.SUBSIDY)
                .mapToDouble(kind -> drawn.at("cost-" + kind.word()))
                .sum();
        ProfitAndLoss profit = new ProfitAndLoss(drawn.books().accounts());
        int net = PaymentKind.values().length;
        double subsidies = -drawn.at("cost-subsidy");
        double state = profit.micros(Chart.STATE, net) / 1e6 / YEARS + subsidies;
        double others = profit.micros(Chart.OUTSIDE, net) / 1e6 / YEARS + state;
        assertThat(subsidies).isPositive();
        assertThat(drawn.at("net-cost")).isCloseTo(kinds, within(1e-6)).isCloseTo(others, within(1e-6));
        assertThat(drawn.at("transfers-to-state")).isCloseTo(state, within(1e-6));
        assertThat(drawn.at("cost-sales")).isNegative();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void partsOfSharesAddUp(Case drawn) {
        assertThat(drawn.sum("arising-measured", "arising-reported", "arising-derived", "arising-assumed"))
                .isCloseTo(100, within(1e-9));
        assertThat(drawn.sum("routed-measured", "routed-reported", "routed-derived", "routed-assumed"))
                .isCloseTo(100, within(1e-9));
        double emissions = Arrays.stream(EmissionKind.values())
                .filter(EmissionKind::counts)
                .mapToDouble(kind -> drawn.at("ghg-" + kind.word()))
                .sum();
        assertThat(drawn.at("ghg-net")).isCloseTo(emissions, within(1e-6));
        assertThat(drawn.at("need-met-by-secondary")).isBetween(0.0, 100.0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyHaulOfTheFixtureIsTenKilometres(Case drawn) {
        assertThat(drawn.at("mean-haul")).isCloseTo(10, within(1e-9));
        double carried = drawn.tonnesPerYear(flow -> flow.trips() > 0);
        assertThat(drawn.at("haulage-work")).isCloseTo(10 * carried, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyPaymentIsGainedByOneAndLostByAnother(Case drawn) {
        ProfitAndLoss profit = new ProfitAndLoss(drawn.books().accounts());
        for (int line = 0; line < ProfitAndLoss.LINES.size(); line++) {
            int each = line;
            assertThat(profit.parties().stream()
                            .mapToLong(party -> profit.micros(party, each))
                            .sum())
                    .isZero();
        }
    }

    @Test
    void pretreatedWasteIsDisposedOfOnce() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a1", "sludge", Grade.MEASURED, 100_000_000);
        books.arise("a1", "ash", Grade.MEASURED, 300_000_000);
        books.move("a1", "a0", "sludge", Operation.D9, Channel.EXCHANGE, 100_000_000);
        books.process("a0", "sludge", 100_000_000, 0, 30_000_000, 0);
        books.landfillProduct("a0", "a3", Operation.D9, 70_000_000);
        assertReading(books, "other-disposal", 25);
        assertReading(books, "landfill", 17.5);
        assertReading(books, "disposed", 25);
        assertReading(books, "diversion-rate", 75);
        assertReading(books, "stock-change", 75);
    }

    @Test
    void anIncineratorsOwnWasteIsDisposedOfButItsAshNotTwice() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a1", "sludge", Grade.MEASURED, 100_000_000);
        books.arise("a0", "rubble", Grade.MEASURED, 20_000_000);
        books.move("a1", "a0", "sludge", Operation.D10, Channel.EXCHANGE, 100_000_000);
        books.process("a0", "sludge", 100_000_000, 0, 60_000_000, 0);
        books.landfillProduct("a0", "a3", Operation.D10, 40_000_000);
        books.moveToSite("a0", "a3", "rubble", Operation.D1, Channel.DISPOSAL, 20_000_000);
        assertReading(books, "incineration", 25);
        assertReading(books, "landfill", 15);
        assertReading(books, "disposed", 30);
        assertReading(books, "diversion-rate", 0);
    }

    @Test
    void whatRecoveryLeavesIsDisposedOfWhereItIsLandfilled() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a1", "ash", Grade.MEASURED, 40_000_000);
        books.move("a1", "a0", "ash", Operation.R5, Channel.CONTRACT, 40_000_000);
        books.process("a0", "ash", 40_000_000, 0, 0, 0);
        books.landfillProduct("a0", Chart.DISPOSAL, Operation.R5, 10_000_000);
        assertReading(books, "recycling", 10);
        assertReading(books, "disposed", 2.5);
        assertReading(books, "final-treatment", 2.5);
        assertReading(books, "diversion-rate", 75);
    }

    @Test
    void aContractEndsWhereItsReceiverTakesTheMaterial() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a1", "rubble", Grade.MEASURED, 12_000_000);
        books.move("a1", "a2", "rubble", Operation.R12, Channel.CONTRACT, 4_000_000);
        books.moveToSite("a1", "a3", "rubble", Operation.BACKFILL, Channel.CONTRACT, 8_000_000);
        assertReading(books, "exchanged", 1);
        assertReading(books, "backfilling", 2);
        assertReading(books, "final-treatment", 2);
        assertReading(books, "diversion-rate", 100);
    }

    @Test
    void moneyInAWorkedExample() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a0", "ash", Grade.DERIVED, 40_000_000);
        int flow = books.move("a0", "a2", "ash", Operation.R3, Channel.EXCHANGE, 40_000_000);
        books.pay("a0", Chart.OUTSIDE, PaymentKind.HAULAGE, flow, 48_000_000);
        books.pay("a0", "a2", PaymentKind.GATE_FEE, flow, -80_000_000);
        books.consume("a2", 40_000_000, 36_000_000, 12_000_000, 360_000_000);
        assertReading(books, "cost-haulage", 12);
        assertReading(books, "cost-gate-fee", 0);
        assertReading(books, "paid-between-actors", 20);
        assertReading(books, "cost-virgin-material", 90);
        assertReading(books, "net-cost", 102);
        assertReading(books, "virgin-bought", 3);
        assertReading(books, "virgin-displaced", 9);
        assertReading(books, "need-met-by-secondary", 75);
        assertReading(books, "haulage-work", 100);
        assertReading(books, "haulage-trips", 0.25);
        assertReading(books, "arising-derived", 100);
    }

    @Test
    void sharesOfNothingDoNotApply() {
        Bookkeeper books = new Bookkeeper(LAB);
        for (String id : new String[] {"diversion-rate", "need-met-by-secondary", "mean-haul", "arising-assumed"}) {
            assertReading(books, id, Double.NaN);
        }
        assertReading(books, "net-cost", 0);
    }

    private static void assertReading(Bookkeeper books, String id, double expected) {
        assertThat(reading(Indicators.of(LAB, books.close()), id)).as(id).isEqualTo(Double.valueOf(expected));
    }

    static Double reading(List<Reading> readings, String id) {
        return readings.stream()
                .filter(reading -> reading.measure().id().equals(id))
                .map(Reading::value)
                .findFirst()
                .orElseThrow();
    }
}
