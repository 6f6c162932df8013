package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.grams;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Exchange;
import org.circlab.model.Operation;
import org.circlab.model.Recipe;
import org.circlab.model.WorkCalendar;
import org.junit.jupiter.api.Test;

/** Processing lines and needs. */
class LinesTest {

    private static TinyLab works(Parts.StreamPart ash, Parts.LinePart line) {
        return TinyLab.of().donor("works", ash).line("works", line).site("tip", site("cell", "ash", "sand", "dust"));
    }

    @Test
    void aLineServesOneLotAtATimeInItsOrder() {
        Run run = Run.of(works(
                stream("ash").at(1, 10).at(2, 20).at(50, 5),
                line("grinding", "ash").capacity(240).store(100).out("sand", 1)));
        assertThat(run.log(FactKind.PRODUCED))
                .containsExactly("2 works>works sand 10", "4 works>works sand 20", "50.5 works>works sand 5");
    }

    @Test
    void outputsShareTheTotalInputByLargestRemainderAndTheNextLotMakesUpForIt() {
        Run run = Run.of(works(
                        stream("ash").at(1, 0.0001).at(2, 0.0001).at(3, 0.0001),
                        line("grinding", "ash")
                                .out("a", 1 / 3.0)
                                .out("b", 1 / 3.0)
                                .out("c", 1 / 3.0))
                .site("tip", site("other", "a", "b", "c")));
        assertThat(run.facts().stream()
                        .filter(fact -> fact.kind() == FactKind.PRODUCED)
                        .map(Run.Fact::amount))
                .containsExactly(34L, 33L, 33L, 32L, 34L, 34L, 34L, 33L, 33L);
    }

    @Test
    void coefficientsArePerTonneOfTotalInputAdditionsIncluded() {
        Run run = Run.of(works(
                stream("ash").at(1, 7),
                line("grinding", "ash")
                        .adds("air", Recipe.Origin.AIR, 0.05, 0, 0)
                        .adds("lime", Recipe.Origin.VIRGIN, 0.1, 0, 0)
                        .adds("water", Recipe.Origin.WATER, 0.15, 0, 0)
                        .out("sand", 0.62)
                        .water(0.2)));
        assertThat(run.tonnes(Chart.AIR, "works", "air")).isEqualTo(0.5);
        assertThat(run.tonnes(Chart.VIRGIN, "works", "lime")).isEqualTo(1);
        assertThat(run.tonnes(Chart.WATER, "works", "water")).isEqualTo(1.5);
        assertThat(run.tonnes("works", "tip", "sand")).isEqualTo(6.2);
        assertThat(run.tonnes("works", Chart.WATER, CompiledLab.PROCESS_LOSS)).isEqualTo(2);
        assertThat(run.tonnes("works", Chart.AIR, CompiledLab.PROCESS_LOSS)).isEqualTo(1.8);
    }

    @Test
    void anOutputThatShipsLeavesInLoadsOfExactlyItsMass() {
        Run run = Run.of(
                works(stream("ash").batches(10, 1), line("grinding", "ash").ships("sand", 0.8, 20))
                        .window("2025-01-01", 8));
        assertThat(run.log(FactKind.SHIPPED).stream().filter(fact -> fact.contains("sand")))
                .containsExactly("60.24 works>tip sand 20", "108.24 works>tip sand 20", "180.24 works>tip sand 20");
        assertThat(run.closing("works", "sand", StockPlace.WAITING)).isEqualTo(4);
    }

    @Test
    void severalLoadsLeaveAtOnce() {
        Run run = Run.of(works(stream("ash").at(1, 100), line("grinding", "ash").ships("sand", 0.5, 20)));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 works>works ash 100", "3.4 works>tip sand 20", "3.4 works>tip sand 20");
    }

    @Test
    void whatNobodyTakesIsSoldWhereItHasAMarket() {
        Run run = Run.of(works(stream("ash").at(1, 10), line("grinding", "ash").sells("sand", 0.5, 20, 15)));
        assertThat(run.tonnes("works", Chart.EXPORT, "sand")).isEqualTo(5);
        assertThat(run.euros(Chart.OUTSIDE, "works", PaymentKind.SALES)).isEqualTo(100);
        assertThat(run.only(Channel.MARKET).cost(PaymentKind.SALES)).isEqualTo(100_000_000);
        assertThat(run.only(Channel.MARKET).ghgMilligrams()).isEqualTo(-75_000_000);
        assertThat(run.kilograms("works", EmissionKind.AVOIDED)).isEqualTo(-75);
    }

    @Test
    void anActorOfTheLabComesBeforeTheMarketUnderCheapestIfItPaysAsMuch() {
        TinyLab lab = works(stream("ash").at(1, 10), line("grinding", "ash").sells("sand", 0.5, 20, 0))
                .line("glass", line("melting", "sand").fee("sand", -20))
                .exchange(Exchange.Rule.CHEAPEST, 0);
        assertThat(Run.of(lab).tonnes("works", "glass", "sand")).isEqualTo(5);
        TinyLab dearer = works(stream("ash").at(1, 10), line("grinding", "ash").sells("sand", 0.5, 20, 0))
                .line("glass", line("melting", "sand").fee("sand", -19))
                .exchange(Exchange.Rule.CHEAPEST, 0);
        assertThat(Run.of(dearer).tonnes("works", Chart.EXPORT, "sand")).isEqualTo(5);
    }

    @Test
    void twoLinesFeedEachOtherUntilNothingIsLeft() {
        Run run = Run.of(TinyLab.of()
                .donor("works", stream("ash").at(1, 8))
                .line("works", line("a", "ash").out("sand", 0.5))
                .line("works", line("b", "sand").out("ash", 0.5))
                .site("tip", site("cell", "ash", "sand")));
        assertThat(run.tonnes(Channel.DISPOSAL)).isZero();
        assertThat(grams(run.tonnes("works", Chart.AIR, CompiledLab.PROCESS_LOSS)))
                .isEqualTo(8_000_000);
    }

    @Test
    void aNeedIsMetFromStockByItsRatioAndTheRestIsBought() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 125))
                .need("kiln", need("clay").draws(45, 1).accepts("ash", 0.9, 0).store(1000))
                .window("2025-01-01", 5));
        assertThat(run.log(FactKind.CONSUMED))
                .containsExactly(
                        "12 kiln>kiln ash 50",
                        "36 kiln>kiln ash 50",
                        "60 kiln>kiln ash 25",
                        "60 kiln>kiln clay 22.5",
                        "84 kiln>kiln clay 45",
                        "108 kiln>kiln clay 45");
        assertThat(run.accounts().consumptions())
                .containsExactly(new Accounts.Consumption(
                        run.party("kiln"), run.material("clay"), 125_000_000, 112_500_000, 112_500_000));
    }

    @Test
    void aNeedUsesTheOldestOfSeveralMaterialsFirst() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(2, 10), stream("slag").at(1, 10))
                .need(
                        "kiln",
                        need("clay")
                                .draws(12, 1)
                                .accepts("ash", 0.5, 0)
                                .accepts("slag", 0.8, 0)
                                .store(1000))
                .window("2025-01-01", 2));
        assertThat(run.log(FactKind.CONSUMED))
                .containsExactly(
                        "12 kiln>kiln slag 10", "12 kiln>kiln ash 8", "36 kiln>kiln ash 2", "36 kiln>kiln clay 11");
    }

    @Test
    void aNeedGivesRoomBackAsItDraws() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 10).at(11, 10).at(12, 10).at(13, 10))
                .need("kiln", need("clay").draws(4, 1).accepts("ash", 1, 0).store(10))
                .site("tip", site("cell", "ash"))
                .window("2025-01-01", 2));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly(
                        "1 donor>kiln ash 10",
                        "11 donor>tip ash 10",
                        "12 donor>kiln ash 4",
                        "12 donor>tip ash 6",
                        "13 donor>tip ash 10");
    }

    @Test
    void whatIsInServiceAtTheEndIsInProcess() {
        Run run = Run.of(works(
                        stream("ash").at(1, 10).at(2, 20),
                        line("grinding", "ash").capacity(10).store(100))
                .window("2025-01-01", 1));
        assertThat(run.closing("works", "ash", StockPlace.PROCESS)).isEqualTo(10);
        assertThat(run.closing("works", "ash", StockPlace.INLET)).isEqualTo(20);
    }

    @Test
    void aFlowTellsTheOperationThatItsMaterialCameOutOfAndWhetherItEnds() {
        Run run = Run.of(works(
                        stream("ash").at(1, 10),
                        line("grinding", "ash")
                                .operation(Operation.R4)
                                .out("sand", 0.5)
                                .sells("glass", 0.25, 1, 0))
                .contract("standing", "works", "tip", "sand", 1200, 0));
        Flow.Route waste = run.only(Channel.EXCHANGE).route();
        assertThat(waste.origin()).isNull();
        assertThat(waste.isFinal()).isFalse();
        Flow.Route rest = run.only(Channel.CONTRACT).route();
        assertThat(rest.origin()).isEqualTo(Operation.R4);
        assertThat(rest.isFinal()).isTrue();
        Flow.Route sold = run.only(Channel.MARKET).route();
        assertThat(sold.origin()).isEqualTo(Operation.R4);
        assertThat(sold.isFinal()).isFalse();
    }

    @Test
    void aServiceOfAFewHoursAWeekThatOutlastsAllTimeNeverEnds() {
        WorkCalendar rare =
                new WorkCalendar("rare", List.of(new WorkCalendar.Shift(DayOfWeek.MONDAY, 0, 60)), Set.of(), Set.of());
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 9))
                .line(
                        "mill",
                        line("grinding", "ash").capacity(1e-12).hours(rare).store(10))
                .site("tip", site("cell", "ash")));
        assertThat(run.closing("mill", "ash", StockPlace.PROCESS)).isEqualTo(9);
    }
}
