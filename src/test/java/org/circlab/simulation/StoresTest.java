package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.List;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Exchange;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;

/** Stores of outgoing material: overflow, shelf life, and who has none. */
class StoresTest {

    private static final double FOREVER = Double.POSITIVE_INFINITY;

    private static TinyLab donor(Parts.StreamPart ash) {
        return TinyLab.of().donor("donor", ash).site("tip", site("cell", "ash")).exchange(Exchange.Rule.NEAREST, 10);
    }

    @Test
    void overflowTakesTheOldestFirstAndOnlyAsMuchAsIsNeeded() {
        Run run =
                Run.of(donor(stream("ash").at(1, 3).at(2, 4).at(3, 5).at(4, 3)).store("donor", "ash", 10, FOREVER));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("3 donor>tip ash 2", "4 donor>tip ash 1", "4 donor>tip ash 2");
        assertThat(run.closing("donor", "ash", StockPlace.STORE)).isEqualTo(10);
    }

    @Test
    void overflowOfWholeLotsTakesThemWhole() {
        Run run = Run.of(donor(stream("ash").whole().at(1, 3).at(2, 4).at(3, 5)).store("donor", "ash", 10, FOREVER));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("3 donor>tip ash 3");
        assertThat(run.closing("donor", "ash", StockPlace.STORE)).isEqualTo(9);
    }

    @Test
    void aLotLargerThanTheStoreLeavesWhatFits() {
        Run run = Run.of(donor(stream("ash").at(1, 3).at(2, 25)).store("donor", "ash", 10, FOREVER));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("2 donor>tip ash 3", "2 donor>tip ash 15");
        assertThat(run.closing("donor", "ash", StockPlace.STORE)).isEqualTo(10);
    }

    @Test
    void aLotIsKeptForItsShelfLifeToTheMillisecond() {
        Run run = Run.of(donor(stream("ash").at(1, 3).at(2.5, 4).at(300, 1)).store("donor", "ash", 10, 5));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("121 donor>tip ash 3", "122.5 donor>tip ash 4", "420 donor>tip ash 1");
    }

    @Test
    void shelfLifeGoesOnForWhatIsLeftOfALot() {
        Run run = Run.of(donor(stream("ash").at(1, 3).at(30, 4))
                .store("donor", "ash", 10, 15)
                .line("mill", line("grinding", "ash").store(5).capacity(0.1)));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("240 donor>mill ash 3", "240 donor>mill ash 2", "390 donor>tip ash 2");
    }

    @Test
    void aLotIsOfferedOnceMoreAtItsLastInstant() {
        Run run = Run.of(donor(stream("ash").at(0, 3).at(1, 4))
                .store("donor", "ash", 10, 10)
                .line("mill", line("grinding", "ash").store(3).capacity(0.001)));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("240 donor>mill ash 3", "241 donor>tip ash 4");
    }

    @Test
    void businessAsUsualDisposesOnArising() {
        Run run = Run.of(
                donor(stream("ash").at(1, 3).at(2, 4))
                        .store("donor", "ash", 10, FOREVER)
                        .lab()
                        .businessAsUsual(),
                1,
                0);
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>tip ash 3", "2 donor>tip ash 4");
    }

    @Test
    void withoutAStoreAnUnmatchedLotLeavesAtTheEndOfItsRound() {
        Run run = Run.of(donor(stream("ash").at(1, 3).at(240, 4).at(241, 5)));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("240 donor>tip ash 3", "240 donor>tip ash 4", "480 donor>tip ash 5");
    }

    @Test
    void withoutAStoreAnUnmatchedLotLeavesAtOnceOnArrival() {
        Run run = Run.of(donor(stream("ash").at(1, 3).at(240, 4)).exchange(Exchange.Rule.NEAREST, 0));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>tip ash 3", "240 donor>tip ash 4");
    }

    @Test
    void aStoreOfOneMaterialIsNoneForAnother() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 3), stream("slag").at(1, 3))
                .store("donor", "slag", 10, FOREVER)
                .site("tip", site("cell", "ash", "slag")));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>tip ash 3");
    }

    @Test
    void storedLotsGetTheRoomThatBecomesFreeOldestFirst() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 10).at(2, 6).at(3, 7))
                .store("donor", "ash", 100, FOREVER)
                .line("mill", line("grinding", "ash").capacity(10).store(10)));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly(
                        "1 donor>mill ash 10", "25 donor>mill ash 6", "25 donor>mill ash 4", "39.4 donor>mill ash 3");
    }

    @Test
    void aNewLotDoesNotOvertakeAnOlderOneInStoreWhenRoomBecomesFreeThatInstant() {
        Run run = Run.of(TinyLab.of()
                .donor("late", stream("ash").at(25, 10))
                .donor("stocked", stream("ash").at(1, 10).at(2, 10))
                .store("stocked", "ash", 100, FOREVER)
                .store("late", "ash", 100, FOREVER)
                .line("mill", line("grinding", "ash").capacity(10).store(10))
                .window("2025-01-01", 2));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 stocked>mill ash 10", "25 stocked>mill ash 10");
    }

    @Test
    void aStepOfPricesOffersStoredLotsAgain() {
        Timed tax = new Timed(
                List.of(new Timed.Step(LocalDate.of(2025, 1, 1), 0), new Timed.Step(LocalDate.of(2025, 1, 11), 40)));
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 3))
                .store("donor", "ash", 10, FOREVER)
                .line("mill", line("grinding", "ash").fee("ash", 30))
                .site("tip", site("cell", "ash").fee(12).taxed())
                .policy(tax, Timed.constant(0), 0)
                .exchange(Exchange.Rule.CHEAPEST, 0));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("240 donor>mill ash 3");
    }
}
