package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.PaymentKind;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Contract;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Interval;
import org.circlab.model.Part;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When contracts are in force, what they cost from year to year, and what is owed for what is not delivered. */
class ContractTermsTest {

    /** Masses are whole grams and a minimum is rounded down to one. */
    private static final Offset<Double> GRAM = within(1e-4);

    /** 1461 t/yr are 4 t a day, 1460 t in 2025. */
    private static final double FOUR_A_DAY = 1461;

    private static Contract.Terms term(@Nullable String from, @Nullable String until) {
        return new Contract.Terms(date(from), date(until), 0, null, 0, null);
    }

    private static @Nullable LocalDate date(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }

    private static Contract.Terms half(@Nullable Double penalty) {
        return new Contract.Terms(null, null, 0.5, penalty, 0, null);
    }

    /** Ash of a donor under a contract to a mill; without it, to the tip. */
    private static TinyLab ash(Parts.StreamPart ash, Parts.LinePart mill, double fee) {
        return TinyLab.of()
                .donor("donor", ash)
                .line("mill", mill)
                .site("tip", site("cell", "ash"))
                .contract("standing", "donor", "mill", "ash", FOUR_A_DAY, fee)
                .payload(0.001)
                .exchange(Exchange.Rule.NONE, 0)
                .window("2025-01-01", 365);
    }

    /** It can take so many tonnes in all. */
    private static Parts.LinePart full(double tonnes) {
        return line("grinding", "ash").capacity(1e-6).store(tonnes);
    }

    private static Parts.StreamPart tensEvery(double days, int count) {
        Parts.StreamPart ash = stream("ash");
        for (int i = 0; i < count; i++) {
            ash.at(1 + 24 * days * i, 10);
        }
        return ash;
    }

    private static double owes(Run run, String payer, String payee) {
        return run.euros(payer, payee, PaymentKind.CONTRACT_PENALTY);
    }

    @Test
    void nothingMovesOutsideOfItsTerm() {
        Run run = Run.of(ash(stream("ash").batches(1, 1), line("grinding", "ash"), 0)
                .window("2025-01-01", 30)
                .terms(term("2025-01-11", "2025-01-21")));
        List<String> moved = run.log(FactKind.SHIPPED).stream()
                .filter(fact -> fact.contains("mill"))
                .toList();
        assertThat(moved).hasSize(10).startsWith("252 donor>mill ash 1").endsWith("468 donor>mill ash 1");
        assertThat(run.tonnes(Channel.DISPOSAL)).isEqualTo(20);
    }

    @Test
    void aContractYearBeginsOnTheFirstDayOfTheTerm() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").at(182 * 24, 500))
                .line("mill", line("grinding", "ash"))
                .site("tip", site("cell", "ash"))
                .contract("standing", "donor", "mill", "ash", 1200, 0)
                .exchange(Exchange.Rule.NONE, 0)
                .window("2025-01-01", 365);
        assertThat(Run.of(lab.terms(term("2024-07-01", null))).tonnes(Channel.CONTRACT))
                .isEqualTo(103.28542);
        assertThat(Run.of(lab.terms(term("2025-01-01", null))).tonnes(Channel.CONTRACT))
                .isEqualTo(500);
        assertThat(Run.of(lab.terms(term("2020-01-01", "2025-07-02"))).tonnes(Channel.CONTRACT))
                .isZero();
        assertThat(Run.of(lab.terms(term("2020-01-01", "2024-07-02"))).tonnes(Channel.CONTRACT))
                .isZero();
    }

    @Test
    void whatIsStoredGoesWhenTheTermBegins() {
        Run run = Run.of(ash(stream("ash").at(1, 30), line("grinding", "ash"), 0)
                .store("donor", "ash", 50, Double.POSITIVE_INFINITY)
                .exchange(Exchange.Rule.NEAREST, 300)
                .terms(term("2025-01-11", null)));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("240 donor>mill ash 30");
    }

    @Test
    void inBusinessAsUsualNothingWaitsForAContractThatIsOver() {
        Run run = Run.of(ash(stream("ash").at(1, 200).at(300, 1), full(10), 0)
                .store("donor", "ash", 500, Double.POSITIVE_INFINITY)
                .terms(term(null, "2025-01-11")));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 donor>mill ash 10", "240 donor>tip ash 190", "300 donor>tip ash 1");
        assertThat(run.closing("donor", "ash", StockPlace.STORE)).isZero();
    }

    @Test
    void aDonorThatOffersLessThanTheMinimumPaysForIt() {
        Run run =
                Run.of(ash(stream("ash").at(1, 10), line("grinding", "ash"), 3).terms(half(5.0)));
        assertThat(owes(run, "donor", "mill")).isCloseTo((730 - 10) * 5, GRAM);
        assertThat(run.euros(PaymentKind.CONTRACT_PENALTY)).isEqualTo(owes(run, "donor", "mill"));
    }

    @Test
    void nobodyOwesAnythingForAMinimumThatIsDelivered() {
        Run run = Run.of(
                ash(stream("ash").batches(2.1, 1), line("grinding", "ash"), 3).terms(half(5.0)));
        assertThat(run.tonnes(Channel.CONTRACT)).isGreaterThan(730);
        assertThat(run.euros(PaymentKind.CONTRACT_PENALTY)).isZero();
    }

    @Test
    void aReceiverWithoutRoomPaysAsMuchAsTheGateFeeWhereNoPenaltyIsAgreed() {
        Run run = Run.of(ash(stream("ash").batches(10, 1), full(100), -2).terms(half(null)));
        assertThat(owes(run, "mill", "donor")).isCloseTo((730 - 100) * 2, GRAM);
        assertThat(owes(run, "donor", "mill")).isZero();
    }

    @Test
    void eachPaysForItsPartOfWhatIsMissing() {
        Run run = Run.of(ash(tensEvery(5, 20), full(100), 0).terms(half(5.0)));
        assertThat(run.tonnes(Channel.CONTRACT)).isEqualTo(100);
        assertThat(owes(run, "mill", "donor")).isCloseTo(100 * 5, GRAM);
        assertThat(owes(run, "donor", "mill")).isCloseTo((730 - 200) * 5, GRAM);
    }

    @Test
    void whatWaitsInStoreForAReceiverWithoutRoomCountsOnce() {
        Run run = Run.of(ash(tensEvery(5, 20), full(100), 0)
                .store("donor", "ash", 1000, Double.POSITIVE_INFINITY)
                .terms(half(5.0)));
        assertThat(run.closing("donor", "ash", StockPlace.STORE)).isEqualTo(100);
        assertThat(owes(run, "mill", "donor")).isCloseTo(100 * 5, GRAM);
        assertThat(owes(run, "donor", "mill")).isCloseTo((730 - 200) * 5, GRAM);
    }

    @Test
    void whatIsOfferedBeforeItIsDueIsNotRefused() {
        // An advance of 1461 / 12 t is due at once, the rest of the year's 1000 t is not.
        Run run = Run.of(ash(stream("ash").at(0, 1000), full(100), 0).terms(half(5.0)));
        assertThat(owes(run, "mill", "donor")).isCloseTo((121.75 - 100) * 5, GRAM);
        assertThat(owes(run, "donor", "mill")).isCloseTo((730 - 121.75) * 5, GRAM);
    }

    @Test
    void whatIsExchangedElsewhereHasBeenOffered() {
        Run run = Run.of(ash(stream("ash").batches(10, 1), full(100), 0)
                .line("works", line("burning", "ash"))
                .exchange(Exchange.Rule.NEAREST, 0)
                .terms(half(5.0)));
        assertThat(run.tonnes("donor", "works", "ash")).isEqualTo(3550);
        assertThat(owes(run, "mill", "donor")).isCloseTo((730 - 100) * 5, GRAM);
    }

    @Test
    void nothingFallsDueWhileAContractIsClosed() {
        Event.Change close = new Event.Close(new Part(Part.Kind.CONTRACT, "", "standing"));
        Interval lasts = new Interval(73 * 86_400_000.0, new Spread.None());
        TinyLab lab = ash(stream("ash").at(9000, 1), line("grinding", "ash"), 0).terms(half(5.0));
        lab.event("strike", new Event.At(LocalDate.of(2025, 3, 1)), lasts, close);
        assertThat(owes(Run.of(lab), "donor", "mill")).isCloseTo(730 * 0.8 * 5, GRAM);
    }

    @Test
    void aContractClosedOverTheTurnOfTheYearOwesForBothYearsInPart() {
        Event.Change close = new Event.Close(new Part(Part.Kind.CONTRACT, "", "standing"));
        Interval lasts = new Interval(146 * 86_400_000.0, new Spread.None());
        TinyLab lab = ash(stream("ash").at(20_000, 1), line("grinding", "ash"), 0)
                .window("2025-01-01", 730)
                .terms(half(5.0));
        lab.event("strike", new Event.At(LocalDate.of(2025, 10, 20)), lasts, close);
        assertThat(owes(Run.of(lab), "donor", "mill")).isCloseTo(730 * 1.6 * 5, within(1e-3));
    }

    @Test
    void aYearOfTheWarmUpIsNoneOfTheResultsAndAYearThatDoesNotEndIsNotSettled() {
        Contract.Terms calendarYears =
                new Contract.Terms(LocalDate.of(2024, 1, 1), LocalDate.of(2030, 1, 1), 0.5, 5.0, 0, null);
        TinyLab lab = ash(stream("ash").at(1, 0.5), line("grinding", "ash"), 0)
                .warmUp(366)
                .terms(calendarYears);
        Run run = Run.of(lab);
        assertThat(owes(run, "donor", "mill")).isCloseTo((730 - 0.5) * 5, GRAM);
        assertThat(run.facts())
                .filteredOn(fact ->
                        fact.kind() == FactKind.PAID && fact.subject() == PaymentKind.CONTRACT_PENALTY.ordinal())
                .hasSize(2);
        assertThat(owes(Run.of(lab.window("2025-01-01", 364)), "donor", "mill")).isZero();
    }

    @Test
    void theFeeRisesOnEachAnniversary() {
        Parts.StreamPart ash = stream("ash").at(24 * 200, 1).at(24 * 565, 1).at(24 * 930, 1);
        TinyLab lab = ash(ash, line("grinding", "ash"), 10)
                .window("2025-01-01", 1095)
                .terms(new Contract.Terms(LocalDate.of(2024, 7, 1), null, 0, null, 0.1, null));
        assertThat(Run.of(lab).euros("donor", "mill", PaymentKind.GATE_FEE)).isCloseTo(11 + 12.1 + 13.31, within(1e-5));
    }

    @Test
    void aFeeThatIsAgreedAnewIsIndexedFromThenOn() {
        Timed fee = new Timed(
                List.of(new Timed.Step(LocalDate.of(2025, 1, 1), 10), new Timed.Step(LocalDate.of(2026, 3, 1), 20)));
        Contract contract = new Contract(
                "c",
                "a",
                "b",
                "ash",
                1,
                fee,
                new Contract.Terms(LocalDate.of(2025, 1, 1), null, 0, null, 0.5, null),
                true,
                Parts.SOURCE);
        Timed indexed = ContractYears.indexedFee(
                contract,
                TinyLab.of().actor("a").window("2025-01-01", 1095).lab().horizon());
        assertThat(indexed.on(LocalDate.of(2024, 1, 1))).isEqualTo(10);
        assertThat(indexed.on(LocalDate.of(2025, 12, 31))).isEqualTo(10);
        assertThat(indexed.on(LocalDate.of(2026, 1, 1))).isEqualTo(15);
        assertThat(indexed.on(LocalDate.of(2026, 3, 1))).isEqualTo(20);
        assertThat(indexed.on(LocalDate.of(2027, 1, 1))).isEqualTo(30);
    }

    @Test
    void aYearIsPaidForAtTheFeeOfThatYear() {
        TinyLab lab = ash(stream("ash").at(1, 0.001), line("grinding", "ash"), 10)
                .window("2025-01-01", 730)
                .terms(new Contract.Terms(null, null, 0.5, null, 0.1, null));
        assertThat(owes(Run.of(lab), "donor", "mill")).isCloseTo((730 - 0.001) * 10 + 730 * 11, within(1e-3));
    }

    @Test
    void businessAsUsualOwesForWhatItsContractsDoNotBring() {
        TinyLab lab = ash(stream("ash").at(1, 10), line("grinding", "ash"), 3)
                .exchange(Exchange.Rule.NEAREST, 7)
                .terms(half(5.0));
        assertThat(owes(Run.of(lab.lab().businessAsUsual(), 1, 0), "donor", "mill"))
                .isCloseTo((730 - 10) * 5, GRAM);
    }
}
