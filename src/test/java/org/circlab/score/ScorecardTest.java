package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Ledger;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardTest {

    private static final Lab LAB = LabFixture.lab(4);

    private static List<Accounts> draw(Lab lab, long from, int replications) {
        return LongStream.range(from, from + replications)
                .mapToObj(seed -> new RandomBooks(lab, seed).accounts())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void identicalRunsDifferByExactlyNothing(int replications) {
        Scorecard card = Scorecard.of(LAB, draw(LAB, 10, replications), draw(LAB, 10, replications));
        Estimate nothing = new Estimate(0, 0, 0, replications);
        assertThat(card.indicators())
                .filteredOn(each -> Double.isFinite(each.variant().mean()))
                .hasSizeGreaterThan(90)
                .extracting(Compared::difference)
                .containsOnly(nothing);
        assertThat(card.actors())
                .flatExtracting(ActorResult::lines)
                .extracting(Compared::difference)
                .containsOnly(nothing);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void linesOfProfitAndLossAddUpToZeroOverAllParties(long seed) {
        Scorecard card = Scorecard.of(LAB, draw(LAB, 100 * seed, 3), draw(LAB, 100 * seed + 50, 3));
        assertThat(card.actors())
                .extracting(ActorResult::actor)
                .containsExactly("a0", "a1", "a2", "a3", Chart.STATE, Chart.OUTSIDE);
        for (int line = 0; line < ProfitAndLoss.LINES.size(); line++) {
            int each = line;
            assertThat(card.actors().stream()
                            .mapToDouble(
                                    actor -> actor.lines().get(each).variant().mean())
                            .sum())
                    .isCloseTo(0, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theDifferenceOfMeansIsTheMeanOfDifferences(long seed) {
        Scorecard card = Scorecard.of(LAB, draw(LAB, 100 * seed, 4), draw(LAB, 100 * seed + 50, 4));
        List<Compared> applying = card.indicators().stream()
                .filter(each -> Double.isFinite(each.variant().mean()))
                .toList();
        assertThat(applying).hasSizeGreaterThan(90);
        for (Compared each : applying) {
            double expected = each.variant().mean() - each.baseline().mean();
            assertThat(each.difference().mean())
                    .as(each.measure().id())
                    .isCloseTo(
                            expected, within(1e-9 * (1 + Math.abs(each.variant().mean()))));
        }
    }

    @Test
    void aPartyThatOnlyOneSideHasGainsNothingOnTheOther() {
        Lab larger = LabFixture.lab(5);
        Bookkeeper with = new Bookkeeper(larger);
        with.pay("a4", Chart.STATE, PaymentKind.CARBON_PRICE, Ledger.NO_FLOW, 8_000_000);
        Bookkeeper without = new Bookkeeper(LAB);
        without.pay("a0", Chart.OUTSIDE, PaymentKind.CAPITAL, Ledger.NO_FLOW, 4_000_000);
        Scorecard card = Scorecard.of(
                new Replications(larger, List.of(with.close())), new Replications(LAB, List.of(without.close())));
        assertThat(card.actors()).extracting(ActorResult::name).contains("Actor 0", "Actor 4", "State");
        assertThat(card.actors())
                .extracting(actor -> actor.net().difference().mean())
                .containsExactly(1.0, -2.0, 2.0, -1.0);
    }

    @Test
    void whatIsWithheldIsAnIndicatorOfLabsWithStoresThatBlock() {
        Lab blocking = LabFixture.withSilo(LAB);
        Bookkeeper variant = new Bookkeeper(blocking);
        variant.withhold("a0", "ash", Grade.ASSUMED, 8_000_000);
        variant.withhold("a0", "ash", Grade.REPORTED, 4_000_000);
        List<Accounts> usual = List.of(new Bookkeeper(LAB).close());
        Scorecard card =
                Scorecard.of(new Replications(blocking, List.of(variant.close())), new Replications(LAB, usual));
        assertThat(card.indicator("withheld").variant().mean())
                .isEqualTo(12 / LAB.horizon().years());
        assertThat(card.indicator("withheld").baseline().mean()).isNaN();
        assertThat(Scorecard.of(LAB, usual, usual).indicators())
                .noneMatch(compared -> compared.measure().id().equals("withheld"));
    }

    @Test
    void rowsFollowTheOrderOfKindsAndEndWithTheNet() {
        Scorecard card = Scorecard.of(LAB, draw(LAB, 1, 1), draw(LAB, 2, 1));
        assertThat(card.indicators())
                .extracting(Compared::measure)
                .containsExactlyElementsOf(Indicators.all().stream()
                        .filter(measure -> Indicators.concerns(Indicators.all().indexOf(measure), LAB, LAB))
                        .toList());
        assertThat(card.actors().get(0).lines())
                .extracting(line -> line.measure().id())
                .containsExactly(
                        "haulage",
                        "gate-fee",
                        "landfill-tax",
                        "virgin-material",
                        "sales",
                        "treatment",
                        "carbon-price",
                        "capital",
                        "contract-penalty",
                        "subsidy",
                        "quota-penalty",
                        "net");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsAvoidedIsReckonedInEachReplicationAgainstTheOtherSide(long seed) {
        List<Accounts> with = draw(LAB, 100 * seed, 3);
        List<Accounts> without = draw(LAB, 100 * seed + 50, 3);
        Scorecard card = Scorecard.of(LAB, with, without);
        double mean = 0;
        for (int k = 0; k < 3; k++) {
            double disposed = IndicatorsTest.reading(Indicators.of(LAB, with.get(k)), "disposed");
            double usual = IndicatorsTest.reading(Indicators.of(LAB, without.get(k)), "disposed");
            mean += 100 * (1 - disposed / usual) / 3;
        }
        Compared avoided = card.indicator("diversion-from-usual");
        assertThat(avoided.variant().mean()).isCloseTo(mean, within(1e-9 * (1 + Math.abs(mean))));
        assertThat(avoided.baseline().mean()).isZero();
    }

    @Test
    void indicatorsAreFoundById() {
        Scorecard card = Scorecard.of(LAB, draw(LAB, 1, 1), draw(LAB, 2, 1));
        assertThat(card.indicator("net-cost").measure().unit()).isEqualTo("EUR/yr");
        assertThatThrownBy(() -> card.indicator("happiness")).hasMessageContaining("known are [arising");
    }

    @Test
    void refusesUnequalOrNoReplications() {
        List<Accounts> two = draw(LAB, 1, 2);
        assertThatThrownBy(() -> Scorecard.of(LAB, two, two.subList(0, 1))).hasMessageContaining("as many of both");
        assertThatThrownBy(() -> Scorecard.of(LAB, List.of(), List.of())).hasMessageContaining("at least 1");
    }

    @Test
    void refusesMeasuresWithoutAName() {
        assertThatThrownBy(() -> new Measure("Net cost", "x", "x", Sense.NEITHER, "x", "x", ""))
                .hasMessageContaining("hyphens");
        assertThatThrownBy(() -> new Measure("net-cost", "x", " ", Sense.NEITHER, "x", "x", ""))
                .hasMessageContaining("empty title, unit");
    }
}
