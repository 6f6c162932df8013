package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Borders;
import org.circlab.model.Exchange;
import org.circlab.model.Material;
import org.circlab.model.Operation;
import org.circlab.model.Part;
import org.circlab.model.Permits;
import org.circlab.model.Substances;
import org.circlab.network.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which gate is named where, by how much it was closed, and what gates let through. */
class ReasonsTest {

    private static TinyLab lab() {
        return TinyLab.of().site("tip", site("cell", "ash").fee(10)).code("ash", "10 01 02");
    }

    private static Unmatched unmatched(TinyLab lab) {
        List<LabView> views = new ArrayList<>();
        Replication.run(CompiledLab.of(lab.lab()), 1, 0, FlowSink.NONE, (kernel, ledger, view) -> views.add(view));
        return views.get(0).unmatched();
    }

    /** Each rest as {@code donor gate receiver tonnes left, tonnes waiting, margin}. */
    private static List<String> rests(TinyLab lab) {
        CompiledLab compiled = CompiledLab.of(lab.lab());
        return unmatched(lab).rests().stream()
                .map(rest -> party(compiled, compiled.outletActor(rest.outlet())) + " " + rest.gate() + " "
                        + (rest.inlet() < 0 ? "-" : party(compiled, compiled.inletParty(rest.inlet()))) + " "
                        + rest.leftGrams() / 1e6 + " " + rest.waitingGrams() / 1e6 + " "
                        + Math.round(rest.margin() * 1e6) / 1e6)
                .toList();
    }

    private static String party(CompiledLab lab, int index) {
        return lab.chart().parties().get(index);
    }

    private static List<String> lacks(TinyLab lab) {
        return unmatched(lab).lacks().stream()
                .map(lack -> lack.gate() + " " + (lack.outlet() >= 0) + " " + lack.grams() / 1e6)
                .toList();
    }

    @Test
    void aReceiverThatCostsMoreThanDisposalIsClosedByTheDifference() {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 8))
                .line("far", line("far", "ash").fee("ash", 12.5))
                .line("mill", line("mill", "ash").fee("ash", 30))
                .km("donor", "far", 200)
                .truck(0.1, 0);
        assertThat(rests(lab.exchange(Exchange.Rule.CHEAPEST, 0))).containsExactly("donor PRICE mill 8.0 0.0 20.0");
        assertThat(rests(lab.exchange(Exchange.Rule.NEAREST, 0))).isEmpty();
        assertThat(rests(lab.exchange(Exchange.Rule.PREFERENCE, 0).prefers("donor", "far")))
                .isEmpty();
    }

    /** The donor saves 10 at the tip and pays 3; the need saves 8 of virgin material and gets 3. */
    @Test
    void aSideThatGainsTooLittleIsClosedByWhatItLacks() {
        for (Exchange.Rule rule : List.of(Exchange.Rule.NEAREST, Exchange.Rule.CHEAPEST, Exchange.Rule.OPTIMAL)) {
            TinyLab donor = lab().donor("donor", stream("ash").at(1, 8))
                    .need(
                            "kiln",
                            need("clay").virgin(10, 0).accepts("ash", 0.8, 3).store(100))
                    .exchange(rule, 0)
                    .hurdle("donor", 9);
            assertThat(rests(donor)).as("%s", rule).containsExactly("donor PRICE kiln 8.0 0.0 2.0");
            TinyLab kiln = donor.hurdle("donor", 6.9).hurdle("kiln", 12);
            assertThat(rests(kiln)).as("%s", rule).containsExactly("donor PRICE kiln 8.0 0.0 1.0");
            assertThat(rests(kiln.hurdle("kiln", 10.9))).as("%s", rule).isEmpty();
        }
    }

    /** The mill minds the salt; the works would not, but draws from 50 km only, and distance is asked after composition. */
    @Test
    void whoDrawsFromLessFarIsFurtherThanWhoMindsWhatIsInIt() {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 5))
                .line("mill", line("mill", "ash"))
                .line("works", line("works", "ash").within(50))
                .km("donor", "works", 80)
                .substances(new SubstancesTest.Layer()
                        .stream("donor", "ash", 0.06, 0, 0)
                                .limit(Part.Kind.LINE, "mill", "mill", "salt", false, 0.05)
                                .build());
        assertThat(rests(lab)).containsExactly("donor DISTANCE works 5.0 0.0 30.0");
    }

    /** The works would mind the salt too, so that it never asks how far it is; the sand pit would not, at 90 km. */
    @Test
    void whoIsTooFarAndMindsWhatIsInItIsClosedByWhatIsInIt() {
        SubstancesTest.Layer layer = new SubstancesTest.Layer()
                .stream("donor", "ash", 0.06, 0, 0).limit(Part.Kind.LINE, "works", "works", "salt", false, 0.05);
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 5))
                .line("works", line("works", "ash").within(50))
                .km("donor", "works", 80)
                .substances(layer.build());
        assertThat(rests(lab)).containsExactly("donor COMPOSITION works 5.0 0.0 0.2");
        lab.line("mill", line("mill", "ash"))
                .substances(layer.limit(Part.Kind.LINE, "mill", "mill", "salt", false, 0.04)
                        .build());
        assertThat(rests(lab)).containsExactly("donor COMPOSITION mill 5.0 0.0 0.5");
        lab.line("pit", line("pit", "ash").within(60)).km("donor", "pit", 90);
        assertThat(rests(lab)).containsExactly("donor DISTANCE pit 5.0 0.0 30.0");
    }

    /** What has lost half of its salt on the way through a line is asked as it is then. */
    @ParameterizedTest
    @CsvSource({"0.05, DISTANCE, 30", "0.025, COMPOSITION, 0.2"})
    void whatLeavesALineIsAskedAsItIs(double most, Gate gate, double margin) {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 5))
                .line("donor", line("wash", "ash").store(100).out("sand", 1))
                .line("works", line("works", "sand").within(50))
                .site("heap", site("cell", "sand"))
                .km("donor", "works", 80)
                .substances(new SubstancesTest.Layer()
                        .stream("donor", "ash", 0.06, 0, 0)
                                .transfer("wash", "salt", Map.of("sand", 0.5, Substances.WATER, 0.5))
                                .limit(Part.Kind.LINE, "works", "works", "salt", false, most)
                                .build());
        assertThat(rests(lab)).containsExactly("donor " + gate + " works 5.0 0.0 " + margin);
    }

    @Test
    void aNeedHearsFirstOfWhatIsInIt() {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 5))
                .need("kiln", need("clay").draws(3, 10).acceptsWithin("ash", 50))
                .km("donor", "kiln", 80);
        assertThat(lacks(lab)).containsExactly("DISTANCE true 9.0");
        lab.substances(new SubstancesTest.Layer()
                .stream("donor", "ash", 0.06, 0, 0)
                        .limit(Part.Kind.NEED, "kiln", "clay", "salt", false, 0.05)
                        .build());
        assertThat(lacks(lab)).containsExactly("COMPOSITION true 9.0");
    }

    /** A month of 24 t a year is due in advance, to the tip; the mill has the rest. */
    @Test
    void whatAContractSendsToDisposalIsNotExchanged() {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 5))
                .line("mill", line("mill", "ash").store(3).capacity(1e-6))
                .contract("bound", "donor", "tip", "ash", 24, 0)
                .payload(0.001)
                .exchange(Exchange.Rule.NEAREST, 0);
        assertThat(rests(lab).get(0)).startsWith("donor CONTRACT tip 2.00");
        assertThat(unmatched(lab).streams().get(0).contractedGrams()).isZero();
        assertThat(unmatched(lab).streams().get(0).exchangedGrams()).isBetween(2_990_000L, 3_000_000L);
    }

    @Test
    void whatFindsNoRoomIsOutbidOnlyByOthersInTheSameRound() {
        TinyLab alone = lab().donor("a", stream("ash").at(1, 10))
                .line("mill", line("mill", "ash").store(7))
                .exchange(Exchange.Rule.NEAREST, 7);
        assertThat(rests(alone)).containsExactly("a CAPACITY mill 3.0 0.0 0.0");
        TinyLab both = lab().donor("a", stream("ash").at(1, 7))
                .donor("b", stream("ash").at(2, 6))
                .line("mill", line("mill", "ash").store(7))
                .exchange(Exchange.Rule.NEAREST, 7);
        assertThat(rests(both)).containsExactly("b OUTBID mill 6.0 0.0 0.0");
    }

    @Test
    void theFurthestGateCountsAndOfEqualOnesTheNearestReceiver() {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 5))
                .line("near", line("near", "ash"))
                .permits("near", new Permits(Set.of(), Set.of(Operation.R1), false, Set.of()))
                .line("mill", line("mill", "ash").within(100))
                .line("works", line("works", "ash").within(50))
                .km("donor", "near", 1)
                .km("donor", "mill", 130)
                .km("donor", "works", 120);
        assertThat(rests(lab)).containsExactly("donor DISTANCE works 5.0 0.0 70.0");
    }

    @Test
    void hazardAndStatusCloseInThatOrder() {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 5))
                .line("mill", line("mill", "ash"))
                .permits("mill", new Permits(Set.of(), Set.of(), false, Set.of(Material.Status.PRODUCT)));
        assertThat(rests(lab)).containsExactly("donor STATUS mill 5.0 0.0 0.0");
        assertThat(rests(lab.legal("ash", true, Material.Status.WASTE)))
                .containsExactly("donor HAZARDOUS mill 5.0 0.0 0.0");
        assertThat(rests(lab.legal("ash", true, Material.Status.PRODUCT))).isEmpty();
    }

    @Test
    void whatNobodyTakesHasNoReceiver() {
        assertThat(rests(lab().donor("donor", stream("ash").at(1, 5)).line("mill", line("mill", "mud"))))
                .containsExactly("donor MATERIAL - 5.0 0.0 0.0");
    }

    @Test
    void aLotThatWouldSpoilOnTheWayIsNotSent() {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 5).at(23, 6))
                .store("donor", "ash", 100, 1)
                .line("mill", line("mill", "ash"))
                .km("donor", "mill", 600)
                .exchange(Exchange.Rule.NEAREST, 1);
        assertThat(rests(lab)).containsExactly("donor EXPIRY mill 5.0 0.0 9.0");
        assertThat(Run.of(lab).log(FactKind.SHIPPED)).containsExactly("24 donor>mill ash 6", "25 donor>tip ash 5");
    }

    @Test
    void whatExceedsALimitIsClosedByThePartOfItThatIsTooMuch() {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 5))
                .line("mill", line("mill", "ash"))
                .substances(new SubstancesTest.Layer()
                        .stream("donor", "ash", 0.06, 0, 0)
                                .limit(Part.Kind.LINE, "mill", "mill", "salt", false, 0.05)
                                .build());
        assertThat(rests(lab)).containsExactly("donor COMPOSITION mill 5.0 0.0 0.2");
    }

    @Test
    void whatStillWaitsAtTheEndHasItsReasonToo() {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 5).at(700, 4))
                .store("donor", "ash", 100, 20)
                .line("mill", line("mill", "ash").store(0.5).capacity(1e-6));
        assertThat(rests(lab)).containsExactly("donor CAPACITY mill 4.5 4.0 0.0");
    }

    @Test
    void aNotifiedBorderOpensOnTimeAndWhatIsStoredCrossesThen() {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 5).at(260, 4))
                .line("mill", line("mill", "ash"))
                .country("donor", "SI")
                .country("mill", "BA")
                .borders(Map.of("EU-non-EU", new Borders.Rule(false, Parts.millis(240))));
        assertThat(rests(lab)).containsExactly("donor BORDER mill 5.0 0.0 0.0");
        assertThat(Run.of(lab).log(FactKind.SHIPPED)).containsExactly("1 donor>tip ash 5", "260 donor>mill ash 4");
        lab.store("donor", "ash", 100, 90);
        assertThat(Run.of(lab).log(FactKind.SHIPPED)).containsExactly("240 donor>mill ash 5", "260 donor>mill ash 4");
        assertThat(rests(lab)).isEmpty();
        lab.exchange(Exchange.Rule.NEAREST, 3);
        assertThat(Run.of(lab).log(FactKind.SHIPPED)).containsExactly("288 donor>mill ash 5", "288 donor>mill ash 4");
    }

    @Test
    void aNewContractWaitsForItsNoticeAndOneThatExistsDoesNot() {
        Borders.Rule notice = new Borders.Rule(false, Parts.millis(240));
        TinyLab planned = lab().donor("donor", stream("ash").at(1, 5).at(260, 4))
                .line("mill", line("mill", "ash"))
                .country("donor", "SI")
                .country("mill", "BA")
                .exchange(Exchange.Rule.NONE, 0)
                .borders(Map.of("SI-BA", notice))
                .futureContract("c", "donor", "mill", "ash", 1000, 0);
        assertThat(Run.of(planned).log(FactKind.SHIPPED)).containsExactly("1 donor>tip ash 5", "260 donor>mill ash 4");
        TinyLab standing = lab().donor("donor", stream("ash").at(1, 5))
                .line("mill", line("mill", "ash"))
                .country("donor", "SI")
                .country("mill", "BA")
                .borders(Map.of("SI-BA", notice))
                .contract("c", "donor", "mill", "ash", 1000, 0);
        assertThat(Run.of(standing).tonnes(Channel.CONTRACT)).isEqualTo(5);
    }

    @Test
    void byAnOptimumAWayIsTooDearWhereTheLabWouldPayMore() {
        TinyLab lab = lab().donor("donor", stream("ash").at(1, 8))
                .line("mill", line("mill", "ash").costs(25, 0))
                .optimal(7, Exchange.Objective.NET_COST, 0);
        List<String> dear = rests(lab);
        assertThat(dear).hasSize(1);
        assertThat(dear.get(0)).startsWith("donor PRICE mill 8.0");
    }

    @Test
    void aNeedLacksAnOfferOrRoomOrIsBehindAGate() {
        TinyLab none = lab().need("works", need("filler").draws(2, 10).accepts("ash", 1, 0));
        assertThat(lacks(none)).containsExactly("null false 6.0");
        none.donor("donor", stream("ash").at(1, 1));
        assertThat(lacks(none)).containsExactly("null true 5.0");
        TinyLab full = lab().donor("donor", stream("ash").at(119, 1))
                .need("works", need("filler").draws(2, 10).accepts("ash", 1, 0).store(1))
                .km("donor", "works", 600);
        assertThat(lacks(full)).containsExactly(Gate.CAPACITY + " true 2.0", "null true 3.0");
        TinyLab dear = lab().donor("donor", stream("ash").at(1, 9))
                .need("works", need("filler").draws(2, 10).accepts("ash", 1, 40))
                .exchange(Exchange.Rule.CHEAPEST, 0);
        assertThat(lacks(dear)).containsExactly(Gate.PRICE + " true 6.0");
        TinyLab forbidden = lab().donor("donor", stream("ash").at(1, 9))
                .need("works", need("filler").draws(2, 10).accepts("ash", 1, 0))
                .permits("works", new Permits(Set.of("19 12 12"), Set.of(), false, Set.of()));
        assertThat(lacks(forbidden)).containsExactly(Gate.PERMIT + " true 6.0");
    }
}
