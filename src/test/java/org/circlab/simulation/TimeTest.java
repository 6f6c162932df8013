package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FactKind;
import org.circlab.model.Copies;
import org.circlab.model.Exchange;
import org.circlab.model.Season;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;

/** Windows, warm-up, months, seasons, dated means. */
class TimeTest {

    private static TinyLab tipped(Parts.StreamPart ash) {
        return TinyLab.of().donor("donor", ash).site("tip", site("cell", "ash"));
    }

    @Test
    void batchesAriseInTheMiddleOfTheirIntervals() {
        Run run = Run.of(tipped(stream("ash").batches(2, 10)));
        assertThat(run.log(FactKind.GENERATED))
                .containsExactly("120 donor>donor ash 2", "360 donor>donor ash 2", "600 donor>donor ash 2");
    }

    @Test
    void theEndIsOutside() {
        assertThat(Run.of(tipped(stream("ash").batches(2, 10)).window("2025-01-01", 25))
                        .log(FactKind.GENERATED))
                .hasSize(2);
    }

    @Test
    void batchesAtRandomIntervalsAwaitAFullOneAndBringTheRateOfTheirInstant() {
        Timed mean = new Timed(List.of(
                new Timed.Step(LocalDate.of(2025, 1, 1), 365.25), new Timed.Step(LocalDate.of(2025, 1, 9), 3652.5)));
        Run run = Run.of(tipped(stream("ash").mean(mean).every(10, new Spread.Uniform(0.9, 1.1))));
        assertThat(run.facts().get(0).millis()).isBetween(Parts.millis(9 * 24), Parts.millis(11 * 24));
        assertThat(run.facts().get(0).amount()).isEqualTo(Parts.grams(100));
    }

    @Test
    void theStartOfTheWindowBelongsToIt() {
        Run run = Run.of(
                tipped(stream("ash").at(-1, 1).at(0, 2).at(719, 4).at(720, 8)).warmUp(1));
        assertThat(run.accounts().arisings().get(0).grams()).isEqualTo(6_000_000);
        assertThat(run.tonnes(Channel.DISPOSAL)).isEqualTo(6);
    }

    @Test
    void warmUpIsLeftOutButItsMassIsTheOpeningStock() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(-30, 50))
                .need(
                        "kiln",
                        need("clay")
                                .draws(10, 1)
                                .accepts("ash", 1, 5)
                                .store(100)
                                .virgin(30, 0))
                .warmUp(2)
                .window("2025-01-01", 10));
        assertThat(run.opening("kiln", "ash")).isEqualTo(40);
        assertThat(run.accounts().arisings().get(0).grams()).isZero();
        assertThat(run.tonnes(Channel.EXCHANGE)).isZero();
        assertThat(run.accounts().consumptions().get(0).displacedGrams()).isEqualTo(40_000_000);
        assertThat(run.accounts().consumptions().get(0).virginGrams()).isEqualTo(60_000_000);
        assertThat(run.accounts().payments()).hasSize(1);
    }

    @Test
    void datedMeansStepAtTheirDatesAndTheFirstExtendsBackward() {
        Timed mean = new Timed(List.of(
                new Timed.Step(LocalDate.of(2025, 1, 3), 365.25), new Timed.Step(LocalDate.of(2025, 1, 5), 3652.5)));
        Run run = Run.of(tipped(stream("ash").mean(mean).every(1, new Spread.None()))
                .warmUp(1)
                .window("2025-01-01", 6));
        assertThat(run.log(FactKind.GENERATED))
                .containsExactly(
                        "-12 donor>donor ash 1",
                        "12 donor>donor ash 1",
                        "36 donor>donor ash 1",
                        "60 donor>donor ash 1",
                        "84 donor>donor ash 1",
                        "108 donor>donor ash 10",
                        "132 donor>donor ash 10");
    }

    @Test
    void aBatchBringsTheMeanOfTheRatesOfItsInterval() {
        Timed mean = new Timed(List.of(
                new Timed.Step(LocalDate.of(2025, 1, 1), 365.25), new Timed.Step(LocalDate.of(2025, 1, 2), 3652.5)));
        Run run = Run.of(
                tipped(stream("ash").mean(mean).every(4, new Spread.None())).window("2025-01-01", 8));
        assertThat(run.log(FactKind.GENERATED)).containsExactly("48 donor>donor ash 31", "144 donor>donor ash 40");
    }

    @Test
    void datedNeedsStepToo() {
        Timed mean = new Timed(List.of(
                new Timed.Step(LocalDate.of(2024, 1, 1), 365.25), new Timed.Step(LocalDate.of(2025, 1, 3), 730.5)));
        Run run = Run.of(TinyLab.of().need("kiln", need("clay").mean(mean)).window("2025-01-01", 4));
        assertThat(run.log(FactKind.CONSUMED))
                .containsExactly(
                        "12 kiln>kiln clay 1", "36 kiln>kiln clay 1", "60 kiln>kiln clay 2", "84 kiln>kiln clay 2");
    }

    @Test
    void aSeasonIsThatOfTheCalendarMonthInLeapYearsToo() {
        List<Double> weights = new java.util.ArrayList<>(Collections.nCopies(12, 0.0));
        weights.set(1, 1.0);
        Season february = Season.ofWeights("february", weights);
        double factor = 365.25 / 28.25;
        Run run = Run.of(tipped(stream("ash").batches(1, 1).season(february)).window("2024-01-30", 40));
        List<String> log = run.log(FactKind.GENERATED);
        assertThat(log).hasSize(29);
        assertThat(log.get(0)).isEqualTo("60 donor>donor ash " + Math.rint(factor * 1e6) / 1e6);
        assertThat(log.get(28)).startsWith("732 ");
        Run need =
                Run.of(TinyLab.of().need("kiln", need("clay").season(february)).window("2025-01-30", 40));
        assertThat(need.log(FactKind.CONSUMED)).hasSize(28);
    }

    @Test
    void aConsignmentCountsInTheMonthOfItsReceipt() {
        Run run = Run.of(tipped(stream("ash").at(13.999, 2).at(14, 4).at(23, 1).at(360, 8))
                .km("donor", "tip", 600)
                .window("2025-01-31", 40));
        assertThat(run.months().stream().map(Run.Month::name))
                .containsExactly(YearMonth.of(2025, 1), YearMonth.of(2025, 2), YearMonth.of(2025, 3));
        assertThat(run.months().stream()
                        .map(month -> month.flows().stream()
                                .mapToLong(flow -> flow.grams())
                                .sum()))
                .containsExactly(2_000_000L, 13_000_000L, 0L);
    }

    @Test
    void aWindowThatEndsOnTheFirstClosesTheMonthBefore() {
        Run run = Run.of(tipped(stream("ash").batches(1, 1)).warmUp(45).window("2025-02-01", 28));
        assertThat(run.months().stream().map(Run.Month::name)).containsExactly(YearMonth.of(2025, 2));
    }

    @Test
    void recordedBatchesAreReplayedAsTheyAre() {
        Run run = Run.of(tipped(stream("ash").at(2, 1).at(2, 3).at(2.5, 1)));
        assertThat(run.log(FactKind.GENERATED))
                .containsExactly("2 donor>donor ash 1", "2 donor>donor ash 3", "2.5 donor>donor ash 1");
    }

    @Test
    void listsOfALabAreInTheOrderOfIds() {
        assertThatThrownBy(() -> {
                    var lab = TinyLab.of().actor("b").actor("a").lab();
                    var turned = List.of(lab.actors().get(1), lab.actors().get(0));
                    Copies.withActors(lab, turned);
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order of their ids");
    }

    @Test
    void aPlannedLineIsAbsentFromBusinessAsUsualAndAStandingOneIdle() {
        var lab = TinyLab.of()
                .donor("donor", stream("ash").batches(1, 1))
                .line("a", line("grinding", "ash").planned())
                .line("b", line("grinding", "ash"))
                .site("tip", site("cell", "ash"))
                .lab();
        assertThat(Run.of(lab, 1, 0).tonnes("donor", "a", "ash")).isEqualTo(30);
        var usual = lab.businessAsUsual();
        assertThat(usual.actors().get(0).lines()).isEmpty();
        assertThat(usual.exchange().rule()).isEqualTo(Exchange.Rule.NONE);
        assertThat(Run.of(usual, 1, 0).tonnes(Channel.DISPOSAL)).isEqualTo(30);
    }
}
