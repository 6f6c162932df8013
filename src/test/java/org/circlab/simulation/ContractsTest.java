package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.Set;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Exchange;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.circlab.model.Permits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Standing contracts: pacing, carry-over, order, receivers. */
class ContractsTest {

    /** A contract of 1200 t a year, which is 100 t a month of advance. */
    private static TinyLab twelveHundred(Parts.StreamPart ash) {
        return TinyLab.of()
                .donor("donor", ash)
                .line("mill", line("grinding", "ash"))
                .site("tip", site("cell", "ash"))
                .contract("standing", "donor", "mill", "ash", 1200, 0)
                .exchange(Exchange.Rule.NONE, 0);
    }

    @Test
    void businessAsUsualKeepsInStoreWhatAContractWillTake() {
        // after an hour 100 t + 1/24 d may go; of the rest the store keeps 50 t, from which ten hours more of release
        // draw
        Run run = Run.of(
                twelveHundred(stream("ash").at(1, 160).at(11, 1))
                        .store("donor", "ash", 50, Long.MAX_VALUE)
                        .payload(0.001)
                        .lab(),
                1,
                0);
        assertThat(run.log(FactKind.SHIPPED).subList(0, 2))
                .containsExactlyInAnyOrder("1 donor>mill ash 100.136892", "1 donor>tip ash 9.863108");
        assertThat(run.log(FactKind.SHIPPED).get(2)).startsWith("11 donor>mill ash 1.3689");
    }

    @Test
    void theVolumeIsReleasedEvenlyWithAnAdvanceOfOneMonth() {
        Run run = Run.of(twelveHundred(stream("ash").batches(100, 1)).payload(0.001));
        assertThat(run.log(FactKind.SHIPPED).subList(0, 3))
                .containsExactly("12 donor>mill ash 100", "36 donor>mill ash 4.928131", "36 donor>tip ash 95.071869");
        assertThat(run.tonnes(Channel.CONTRACT)).isEqualTo(196.919917);
        assertThat(run.tonnes(Channel.DISPOSAL)).isEqualTo(3000 - 196.919917);
    }

    @Test
    void noLotIsDividedBeforeATruckloadHasBeenReleased() {
        Run run = Run.of(twelveHundred(stream("ash").batches(100, 1)).window("2025-01-01", 16));
        assertThat(run.log(FactKind.SHIPPED).stream().filter(fact -> fact.contains("mill")))
                .containsExactly("12 donor>mill ash 100", "204 donor>mill ash 27.926078");
    }

    @Test
    void whatIsNotUsedCarriesOverWithinTheContractYear() {
        Run run = Run.of(twelveHundred(stream("ash").at(60 * 24, 500)).window("2025-01-01", 90));
        assertThat(run.tonnes(Channel.CONTRACT)).isEqualTo(297.125256);
    }

    @Test
    void whatIsNotUsedLapsesAtTheYearsEnd() {
        Run run = Run.of(twelveHundred(stream("ash").at(366 * 24, 500)).window("2025-01-01", 400));
        assertThat(run.tonnes(Channel.CONTRACT)).isEqualTo(103.28542);
    }

    @Test
    void noMoreThanTheYearsVolumeMovesInAContractYear() {
        Run run = Run.of(twelveHundred(stream("ash").at(364.9 * 24, 5000)).window("2025-01-01", 365));
        assertThat(run.tonnes(Channel.CONTRACT)).isEqualTo(1000);
        Run large = Run.of(twelveHundred(stream("ash").at(360 * 24, 600).at(364.9 * 24, 900))
                .window("2025-01-01", 365));
        assertThat(large.tonnes(Channel.CONTRACT)).isEqualTo(1199.178644);
    }

    @Test
    void aContractYearThatTheWarmUpCutsShortGivesOnlyWhatIsLeftOfIt() {
        Run run = Run.of(twelveHundred(stream("ash").at(12 - 30 * 24, 500)).warmUp(30));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("-708 donor>mill ash 98.562628", "-708 donor>tip ash 401.437372");
    }

    @Test
    void contractsAreServedBeforeTheExchangeInTheOrderOfTheirIds() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 30))
                .line("far", line("grinding", "ash"))
                .line("near", line("grinding", "ash"))
                .km("donor", "far", 90)
                .km("donor", "near", 1)
                .payload(0.001)
                .contract("b", "donor", "far", "ash", 120, 0)
                .contract("a", "donor", "near", "ash", 120, 0));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly(
                        "1 donor>near ash 10.013689", "1 donor>far ash 10.013689", "1 donor>near ash 9.972622");
    }

    @Test
    void aContractReachesANeedAndADisposalSite() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 5), stream("slag").at(1, 5))
                .need("kiln", need("clay").accepts("ash", 1, 0).store(50))
                .site("tip", site("cell", "slag"))
                .contract("a", "donor", "kiln", "ash", 600, 0)
                .contract("b", "donor", "tip", "slag", 600, 0)
                .exchange(Exchange.Rule.NONE, 0));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>kiln ash 5", "1 donor>tip slag 5");
        assertThat(run.tonnes(Channel.CONTRACT)).isEqualTo(10);
    }

    @Test
    void oneContractOverTwoOutletsOfItsDonorMovesItsVolumeOnce() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 100), stream("coal").at(1, 100))
                .line("donor", line("burning", "coal").out("ash", 1))
                .line("mill", line("grinding", "ash"))
                .site("tip", site("cell", "ash"))
                .contract("inner", "donor", "donor", "coal", 12_000, 0)
                .contract("standing", "donor", "mill", "ash", 1200, 0)
                .payload(0.001)
                .exchange(Exchange.Rule.NONE, 0));
        assertThat(run.tonnes("donor", "mill", "ash")).isEqualTo(100.465434);
    }

    @Test
    void aWholeLotWaitsForNoPartOfAContract() {
        Run run = Run.of(twelveHundred(stream("ash").whole().at(1, 101).at(2, 99)));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>tip ash 101", "2 donor>mill ash 99");
    }

    @Test
    void businessAsUsualKeepsExistingContractsOnly() {
        Lab lab = TinyLab.of()
                .donor("donor", stream("ash").batches(1, 1))
                .line("mill", line("grinding", "ash"))
                .line("planned", line("grinding", "ash").planned())
                .site("tip", site("cell", "ash"))
                .contract("kept", "donor", "mill", "ash", 120, 0)
                .contract("without-receiver", "donor", "planned", "ash", 1200, 0)
                .futureContract("later", "donor", "mill", "ash", 12_000, 0)
                .payload(0.001)
                .lab();
        assertThat(Run.of(lab, 1, 0).tonnes(Channel.CONTRACT)).isEqualTo(30);
        Run usual = Run.of(lab.businessAsUsual(), 1, 0);
        assertThat(usual.tonnes(Channel.CONTRACT)).isEqualTo(19.691991);
        assertThat(usual.tonnes(Channel.EXCHANGE)).isZero();
    }

    @Test
    void theRoomOfAReceiverIsThatOfTheExchangesRoundsInBusinessAsUsualToo() {
        Lab lab = TinyLab.of()
                .donor("donor", stream("ash").at(1, 70))
                .line("mill", line("grinding", "ash").capacity(10))
                .site("tip", site("cell", "ash"))
                .contract("standing", "donor", "mill", "ash", 1200, 0)
                .exchange(Exchange.Rule.NEAREST, 7)
                .lab();
        assertThat(Run.of(lab, 1, 0).tonnes(Channel.CONTRACT)).isEqualTo(70);
        assertThat(Run.of(lab.businessAsUsual(), 1, 0).tonnes(Channel.CONTRACT)).isEqualTo(70);
    }

    @Test
    void onArrivalStoredMaterialGoesUnderAContractAheadOfTheNextLot() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 200).at(20 * 24, 1))
                .store("donor", "ash", 1000, Double.POSITIVE_INFINITY)
                .site("tip", site("cell", "ash"))
                .contract("standing", "donor", "tip", "ash", 1200, 0));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 donor>tip ash 100.136892", "480 donor>tip ash 65.571526");
        assertThat(run.closing("donor", "ash", StockPlace.STORE)).isEqualTo(35.291582);
    }

    @Test
    void storedMaterialIsDeliveredAsAContractReleasesItInRounds() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 300))
                .store("donor", "ash", 1000, Double.POSITIVE_INFINITY)
                .line("mill", line("grinding", "ash").store(100))
                .site("tip", site("cell", "ash"))
                .contract("standing", "donor", "mill", "ash", 1200, 0)
                .exchange(Exchange.Rule.NEAREST, 10));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly(
                        "1 donor>mill ash 100",
                        "240 donor>mill ash 32.854209",
                        "240 donor>mill ash 67.145791",
                        "480 donor>mill ash 32.854209",
                        "480 donor>mill ash 67.145791");
    }

    @Test
    void whatWaitsForATruckUnderAContractHasLeftTheStore() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 8).at(2, 8).at(3, 9))
                .store("donor", "ash", 100, Double.POSITIVE_INFINITY)
                .line("mill", line("grinding", "ash").capacity(8).store(8))
                .fleet("own", "donor", 1, Double.POSITIVE_INFINITY)
                .km("donor", "mill", 6000)
                .contract("standing", "donor", "mill", "ash", 12_000, 0)
                .site("tip", site("cell", "ash"))
                .exchange(Exchange.Rule.NEAREST, 1)
                .window("2025-01-01", 7));
        assertThat(run.closing("donor", "ash", StockPlace.STORE)).isEqualTo(9);
        assertThat(run.closing("donor", "ash", StockPlace.WAITING)).isEqualTo(8);
    }

    @Test
    void twoLinesOfAReceiverShareOneAllowance() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 150))
                .line("mill", line("first", "ash").store(60))
                .line("mill", line("second", "ash").store(1000))
                .site("tip", site("cell", "ash"))
                .contract("standing", "donor", "mill", "ash", 1200, 0)
                .exchange(Exchange.Rule.NONE, 0));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 donor>mill ash 60", "1 donor>mill ash 40.136892", "1 donor>tip ash 49.863108");
        assertThat(run.tonnes(Channel.CONTRACT)).isEqualTo(100.136892);
    }

    @Test
    void aContractReachesLinesThenNeedsThenSitesOfItsReceiverThatArePermitted() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").at(1, 30))
                .site("hub", site("cell", "ash"))
                .need("hub", need("clay").accepts("ash", 1, 0).store(10))
                .line("hub", line("grinding", "ash").store(5).operation(Operation.R1))
                .contract("standing", "donor", "hub", "ash", 1200, 0)
                .exchange(Exchange.Rule.NONE, 0);
        assertThat(Run.of(lab).log(FactKind.SHIPPED))
                .containsExactly("1 donor>hub ash 5", "1 donor>hub ash 10", "1 donor>hub ash 15");
        lab.permits("hub", new Permits(Set.of(), Set.of(Operation.R5, Operation.D1), true, Set.of()));
        assertThat(Run.of(lab).log(FactKind.SHIPPED)).containsExactly("1 donor>hub ash 10", "1 donor>hub ash 20");
    }

    /** A lot that is light enough goes past heavier ones for which what is allowed is too little. */
    @ParameterizedTest
    @EnumSource(names = {"NONE", "NEAREST"})
    void aLightLotGoesPastHeavyOnesThatMayNotBeDivided(Exchange.Rule rule) {
        Run run = Run.of(TinyLab.of()
                .donor(
                        "donor",
                        stream("ash").whole().at(1, 9).at(2, 40).at(3, 40).at(4, 1))
                .store("donor", "ash", 1000, Double.POSITIVE_INFINITY)
                .line("mill", line("grinding", "ash").store(100))
                .site("tip", site("cell", "ash"))
                .contract("c", "donor", "mill", "ash", 120, 0)
                .exchange(rule, rule == Exchange.Rule.NONE ? 0 : 60));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>mill ash 9", "4 donor>mill ash 1");
    }

    /** What a store keeps is served when the allowance has grown enough for it, with the next lot that comes. */
    @Test
    void aHeavyLotIsServedOnceTheAllowanceHasGrown() {
        Run run = Run.of(TinyLab.of()
                .donor(
                        "donor",
                        stream("ash").whole().at(1, 15).at(2, 40).at(300, 40).at(700, 1))
                .store("donor", "ash", 1000, Double.POSITIVE_INFINITY)
                .line("mill", line("grinding", "ash").capacity(5000).store(100))
                .site("tip", site("cell", "ash"))
                .contract("c", "donor", "mill", "ash", 365.25, 0)
                .exchange(Exchange.Rule.NONE, 0));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 donor>mill ash 15", "700 donor>mill ash 40", "700 donor>mill ash 1");
    }
}
