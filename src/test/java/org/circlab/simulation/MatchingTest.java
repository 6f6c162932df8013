package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FactKind;
import org.circlab.model.Exchange;
import org.circlab.model.Operation;
import org.circlab.model.Permits;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;

/** Who gets what, in rounds and on arrival. */
class MatchingTest {

    /** Two mills: a dear one at 5 km, a cheap one at 50 km; disposal costs 12 EUR/t. */
    private static TinyLab nearAndFar(double nearFee, double farFee) {
        return TinyLab.of()
                .donor("donor", stream("ash").at(1, 10))
                .line("far", line("grinding", "ash").fee("ash", farFee).store(6))
                .line("near", line("grinding", "ash").fee("ash", nearFee).store(7))
                .site("tip", site("cell", "ash").fee(12))
                .km("donor", "far", 50)
                .km("donor", "near", 5)
                .truck(0.1, 0);
    }

    @Test
    void nearestSendsToTheNearestAtAnyPrice() {
        Run run = Run.of(nearAndFar(500, -100).exchange(Exchange.Rule.NEAREST, 0));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>near ash 7", "1 donor>far ash 3");
    }

    @Test
    void cheapestSendsToTheLeastHaulageAndFee() {
        Run run = Run.of(nearAndFar(6, 1).exchange(Exchange.Rule.CHEAPEST, 0));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>far ash 6", "1 donor>near ash 4");
    }

    @Test
    void cheapestDropsReceiversThatAreDearerThanDisposal() {
        Run run = Run.of(nearAndFar(11.6, 1).exchange(Exchange.Rule.CHEAPEST, 0));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>far ash 6", "1 donor>tip ash 4");
    }

    @Test
    void preferenceSendsToTheListedAtAnyPriceAndToOthersOnlyIfDisposalIsDearer() {
        TinyLab lab = nearAndFar(500, 1).exchange(Exchange.Rule.PREFERENCE, 0);
        assertThat(Run.of(lab).log(FactKind.SHIPPED)).containsExactly("1 donor>far ash 6", "1 donor>tip ash 4");
        lab.prefers("donor", "near");
        assertThat(Run.of(lab).log(FactKind.SHIPPED)).containsExactly("1 donor>near ash 7", "1 donor>far ash 3");
        lab.prefersFor("donor", "ash", "far");
        assertThat(Run.of(lab).log(FactKind.SHIPPED)).containsExactly("1 donor>far ash 6", "1 donor>tip ash 4");
    }

    @Test
    void whatALineYieldsFollowsTheListOfItsActor() {
        TinyLab lab = TinyLab.of()
                .donor("works", stream("ash").at(0, 10))
                .line("works", line("grinding", "ash").out("sand", 1))
                .line("far", line("casting", "sand").fee("sand", 100))
                .line("near", line("casting", "sand"))
                .site("tip", site("cell", "ash", "sand"))
                .exchange(Exchange.Rule.PREFERENCE, 0)
                .prefers("works", "far")
                .prefersFor("works", "ash", "works");
        assertThat(Run.of(lab).tonnes("works", "far", "sand")).isEqualTo(10);
    }

    @Test
    void otherRulesKnowNoPreference() {
        for (Exchange.Rule rule : List.of(Exchange.Rule.NEAREST, Exchange.Rule.CHEAPEST)) {
            TinyLab plain = nearAndFar(6, 1).exchange(rule, 0);
            TinyLab preferring = nearAndFar(6, 1).exchange(rule, 0).prefers("donor", "near", "far");
            assertThat(Run.of(preferring).facts()).isEqualTo(Run.of(plain).facts());
        }
    }

    @Test
    void theTaxDecidesWhatDisposalCosts() {
        Timed tax = new Timed(
                List.of(new Timed.Step(LocalDate.of(2025, 1, 1), 0), new Timed.Step(LocalDate.of(2025, 1, 11), 40)));
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 1).at(239.9, 2).at(240, 3))
                .line("mill", line("grinding", "ash").fee("ash", 30))
                .site("tip", site("cell", "ash").fee(12).taxed())
                .policy(tax, Timed.constant(0), 0)
                .exchange(Exchange.Rule.CHEAPEST, 0));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 donor>tip ash 1", "239.9 donor>tip ash 2", "240 donor>mill ash 3");
    }

    @Test
    void aVoidThatIsFullMakesTheNextSiteTheMeasureOfWhatDisposalCosts() {
        Run run = Run.of(nearAndFar(20, 20)
                .site("pit", site("cell", "ash").fee(1).room(4))
                .site("tip", site("second", "ash").fee(100))
                .donor("other", stream("ash").at(5, 8))
                .exchange(Exchange.Rule.CHEAPEST, 0));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 donor>pit ash 4", "1 donor>tip ash 6", "5 other>tip ash 8");
    }

    @Test
    void aVoidThatAContractFillsCountsAsFullToo() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 4).at(2, 5))
                .line("mill", line("grinding", "ash").fee("ash", 20))
                .site("pit", site("cell", "ash").fee(1).room(4))
                .site("tip", site("cell", "ash").fee(100))
                .contract("standing", "donor", "pit", "ash", 1200, 1)
                .exchange(Exchange.Rule.CHEAPEST, 0));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>pit ash 4", "2 donor>mill ash 5");
    }

    @Test
    void tiesGoByTheIdOfTheReceiver() {
        Run run = Run.of(TinyLab.of()
                .donor("m", stream("ash").at(1, 10))
                .line("z", line("grinding", "ash").store(4))
                .line("b", line("second", "ash").store(3))
                .line("b", line("first", "ash").store(2))
                .site("tip", site("cell", "ash")));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 m>b ash 2", "1 m>b ash 3", "1 m>z ash 4", "1 m>tip ash 1");
    }

    @Test
    void aRoundServesLotsByTheTimeAtWhichTheyArose() {
        Run run = Run.of(TinyLab.of()
                .donor("a", stream("ash").at(3, 6))
                .donor("b", stream("ash").at(2, 6))
                .line("mill", line("grinding", "ash").store(10))
                .site("tip", site("cell", "ash"))
                .exchange(Exchange.Rule.NEAREST, 1)
                .window("2025-01-01", 2));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("24 b>mill ash 6", "24 a>mill ash 4", "24 a>tip ash 2");
    }

    @Test
    void lotsOfOneInstantGoByActorAndThenByMaterial() {
        Run run = Run.of(TinyLab.of()
                .donor("b", stream("ash").at(2, 5), stream("slag").at(2, 5))
                .donor("a", stream("slag").at(2, 5))
                .line("mill", line("grinding", "ash", "slag").store(11))
                .payload(0.001)
                .site("tip", site("cell", "ash", "slag"))
                .exchange(Exchange.Rule.NEAREST, 1)
                .window("2025-01-01", 2));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("24 a>mill slag 5", "24 b>mill ash 5", "24 b>mill slag 1", "24 b>tip slag 4");
    }

    @Test
    void theOutputOfALineGoesByItsMaterialAmongTheLotsOfItsActor() {
        Run run = Run.of(TinyLab.of()
                .donor("works", stream("coal").at(0, 24), stream("slag").at(24, 5))
                .line("works", line("burning", "coal").capacity(24).store(24).out("ash", 0.25))
                .contract("inner", "works", "works", "coal", 12_000, 0)
                .line("mill", line("grinding", "ash", "slag").store(10))
                .site("tip", site("cell", "ash", "coal", "slag"))
                .exchange(Exchange.Rule.NEAREST, 2)
                .window("2025-01-01", 3));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly(
                        "0 works>works coal 24", "48 works>mill ash 6", "48 works>mill slag 4", "48 works>tip slag 1");
    }

    @Test
    void aLotIsNotDividedForLessThanATenthOfTheRoomButALighterOneGoesAsAWhole() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 28).at(2, 10).at(3, 1))
                .line("mill", line("grinding", "ash").capacity(0.1).store(30.5))
                .site("tip", site("cell", "ash")));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 donor>mill ash 28", "2 donor>tip ash 10", "3 donor>mill ash 1");
    }

    @Test
    void nothingIsDividedForLessThanATruckloadHoweverLargeTheRoom() {
        assertThat(Run.of(largeMill(stream("ash").at(1, 975).at(2, 30))).log(FactKind.SHIPPED))
                .containsExactly("1 donor>mill ash 975", "2 donor>mill ash 25", "2 donor>tip ash 5");
        assertThat(Run.of(largeMill(stream("ash").at(1, 976).at(2, 30).at(3, 24)))
                        .log(FactKind.SHIPPED))
                .containsExactly("1 donor>mill ash 976", "2 donor>tip ash 30", "3 donor>mill ash 24");
    }

    private static TinyLab largeMill(Parts.StreamPart ash) {
        return TinyLab.of()
                .donor("donor", ash)
                .line("mill", line("grinding", "ash").capacity(0.1).store(1000))
                .site("tip", site("cell", "ash"));
    }

    @Test
    void aWholeLotIsNeverSplit() {
        Run run = Run.of(nearAndFar(0, 0).donor("other", stream("ash").whole().at(1.01, 6.5)));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 donor>near ash 7", "1 donor>far ash 3", "1.01 other>tip ash 6.5");
    }

    @Test
    void roomIsHeldUntilTheEndOfService() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 10).at(24.99, 4).at(25, 4))
                .line("mill", line("grinding", "ash").capacity(10).store(10))
                .site("tip", site("cell", "ash")));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 donor>mill ash 10", "24.99 donor>tip ash 4", "25 donor>mill ash 4");
    }

    @Test
    void roomIsHeldOnTheRoadToo() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 10).at(2, 4))
                .line("mill", line("grinding", "ash").store(10))
                .km("donor", "mill", 600)
                .site("tip", site("cell", "ash")));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>mill ash 10", "2 donor>tip ash 4");
    }

    @Test
    void aLineWithoutAStoreHasRoomForOneRoundOfItsCapacity() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").at(1, 500))
                .line("mill", line("grinding", "ash").capacity(10))
                .site("tip", site("cell", "ash"));
        assertThat(Run.of(lab).tonnes(Channel.EXCHANGE)).isEqualTo(10);
        assertThat(Run.of(lab.exchange(Exchange.Rule.NEAREST, 7)).tonnes(Channel.EXCHANGE))
                .isEqualTo(70);
        assertThat(Run.of(lab.exchange(Exchange.Rule.NEAREST, 0.5)).tonnes(Channel.EXCHANGE))
                .isEqualTo(5);
    }

    @Test
    void aNeedWithoutAStoreHasRoomForWhatItDrawsBetweenRounds() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").at(1, 500))
                .need("kiln", need("clay").draws(4.5, 1).accepts("ash", 0.9, 0).accepts("slag", 1, 0))
                .site("tip", site("cell", "ash"));
        assertThat(Run.of(lab).tonnes(Channel.EXCHANGE)).isEqualTo(5);
        assertThat(Run.of(lab.exchange(Exchange.Rule.NEAREST, 7)).tonnes(Channel.EXCHANGE))
                .isEqualTo(35);
    }

    @Test
    void aPermitClosesTheWayForItsCodeAndOperation() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").at(1, 1), stream("product").at(1, 1))
                .line("mill", line("grinding", "ash", "product"))
                .site("tip", site("cell", "ash", "product"))
                .code("ash", "10 01 02");
        Permits otherCode = new Permits(Set.of("10 01 01"), Set.of(), false, Set.of());
        assertThat(Run.of(lab.permits("mill", otherCode)).log(FactKind.SHIPPED))
                .containsExactly("1 donor>tip ash 1", "1 donor>mill product 1");
        Permits otherOperation = new Permits(Set.of(), Set.of(Operation.R1), false, Set.of());
        assertThat(Run.of(lab.permits("mill", otherOperation)).tonnes(Channel.EXCHANGE))
                .isZero();
        Permits right = new Permits(Set.of("10 01 02"), Set.of(Operation.R5), false, Set.of());
        assertThat(Run.of(lab.permits("mill", right)).tonnes(Channel.EXCHANGE)).isEqualTo(2);
    }

    @Test
    void nothingFlowsFromALineToItself() {
        Run run = Run.of(TinyLab.of()
                .donor("works", stream("coke").at(1, 8))
                .line("works", line("burning", "coke").out("coke", 0.5).out("ash", 0.5))
                .site("tip", site("cell", "ash", "coke"))
                .line("rival", line("burning", "coke"))
                .km("works", "rival", 500)
                .window("2025-01-01", 2));
        assertThat(run.tonnes("works", "works", "coke")).isEqualTo(8);
        assertThat(run.tonnes("works", "rival", "coke")).isEqualTo(4);
    }

    @Test
    void roundsComeAtExactMultiplesFromTheBeginningOfTheWarmUp() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").batches(1, 1))
                .site("tip", site("cell", "ash"))
                .exchange(Exchange.Rule.NEAREST, 7)
                .warmUp(10));
        assertThat(run.facts().stream()
                        .filter(fact -> fact.kind() == FactKind.SHIPPED)
                        .map(fact -> fact.millis() / 86_400_000.0)
                        .distinct())
                .containsExactly(-3.0, 4.0, 11.0, 18.0, 25.0);
    }
}
