package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FactKind;
import org.circlab.model.Disposal;
import org.circlab.model.Exchange;
import org.circlab.model.Recipe;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who joins an exchange: whose own books gain by more than its hurdle. */
class HurdleTest {

    private static TinyLab ash(Exchange.Rule rule) {
        return TinyLab.of()
                .donor("donor", stream("ash").at(1, 20).disposal(new Disposal.Outside(10, 0, 0, 0)))
                .site("tip", site("cell", "dust").fee(10))
                .exchange(rule, 7);
    }

    private static double exchanged(TinyLab lab, String actor, double hurdle) {
        return Run.of(lab.hurdle(actor, hurdle)).tonnes(Channel.EXCHANGE);
    }

    /** A donor saves 10 at the tip, pays 2 of haulage and 3 of fee: 5. */
    @ParameterizedTest
    @CsvSource({"NEAREST", "CHEAPEST", "PREFERENCE", "HIERARCHY", "OPTIMAL"})
    void aDonorGainsWhatItSavesLessHaulageAndFee(Exchange.Rule rule) {
        TinyLab lab = ash(rule)
                .line("mill", line("grinding", "ash").fee("ash", 3).store(100))
                .truck(0.1, 0)
                .km("donor", "mill", 20);
        assertThat(exchanged(lab, "donor", 4.9)).isEqualTo(20);
        assertThat(exchanged(lab, "donor", 5)).isZero();
    }

    /** A need saves 0.8 x 10 of virgin material and pays 3: 5. */
    @ParameterizedTest
    @CsvSource({"NEAREST", "CHEAPEST", "PREFERENCE", "HIERARCHY", "OPTIMAL"})
    void aNeedGainsTheVirginMaterialItSavesAndTheFee(Exchange.Rule rule) {
        TinyLab lab = ash(rule)
                .need("kiln", need("clay").virgin(10, 0).accepts("ash", 0.8, -3).store(100));
        assertThat(exchanged(lab, "kiln", 4.9)).isEqualTo(20);
        assertThat(exchanged(lab, "kiln", 5)).isZero();
    }

    /** A line gets 2 and half a tonne of goods at 20, pays 6 of treatment and a quarter at the tip for 10: 3.5. */
    @Test
    void aLineGainsTheFeeAndItsOutputsLessTreatmentAndDisposal() {
        TinyLab lab = ash(Exchange.Rule.NEAREST)
                .line(
                        "mill",
                        line("grinding", "ash")
                                .fee("ash", 2)
                                .store(100)
                                .costs(6, 0)
                                .sells("goods", 0.5, 20, 0)
                                .out("dust", 0.25));
        assertThat(exchanged(lab, "mill", 3.4)).isEqualTo(20);
        assertThat(exchanged(lab, "mill", 3.5)).isZero();
    }

    /** It adds 0.25 of lime at 8 and emits 100 kg at 30 EUR/t for each tonne of all: 2 + 3 for 0.75 t of ash. */
    @Test
    void whatALineAddsAndEmitsCounts() {
        TinyLab lab = ash(Exchange.Rule.NEAREST)
                .policy(Timed.constant(0), Timed.constant(30), 0)
                .line(
                        "mill",
                        line("grinding", "ash")
                                .fee("ash", 9)
                                .store(100)
                                .costs(0, 100)
                                .adds("lime", Recipe.Origin.VIRGIN, 0.25, 8, 0));
        assertThat(exchanged(lab, "mill", 9 - 5 / 0.75 - 0.01)).isEqualTo(20);
        assertThat(exchanged(lab, "mill", 9 - 5 / 0.75 + 0.01)).isZero();
    }

    /** The donor saves 10 and the line pays 6 for treatment: 4 in one purse, whatever the fee. */
    @Test
    void withinOneActorBothSidesCountTogether() {
        TinyLab lab = ash(Exchange.Rule.NEAREST)
                .line(
                        "donor",
                        line("grinding", "ash").fee("ash", 500).store(100).costs(6, 0));
        assertThat(exchanged(lab, "donor", 3.9)).isEqualTo(20);
        assertThat(exchanged(lab, "donor", 4)).isZero();
    }

    /** The mill's goods are worth 50 to a works that does not join, and bear a tax of 100 at the tip: better 10 for the ash. */
    @Test
    void anOptimumSeesNoWorthWhereSomebodyDoesNotJoin() {
        TinyLab lab = ash(Exchange.Rule.OPTIMAL)
                .line("mill", line("grinding", "ash").store(100).out("goods", 1))
                .need(
                        "works",
                        need("gravel").virgin(50, 0).accepts("goods", 1, 0).store(100))
                .site("tip", site("heap", "goods").taxed())
                .policy(Timed.constant(100), Timed.constant(0), 0);
        assertThat(Run.of(lab).tonnes("donor", "mill", "ash")).isEqualTo(20);
        assertThat(exchanged(lab, "works", 51)).isZero();
    }

    /** It saves 10 and 5 for 50 kg at the tip, pays 2, and 6 for 60 kg on the way: 7. */
    @Test
    void aDonorCountsTheCarbonPriceThatItPays() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").at(1, 20).disposal(new Disposal.Outside(10, 0, 50, 0)))
                .line("mill", line("grinding", "ash").store(100))
                .policy(Timed.constant(0), Timed.constant(100), 0)
                .truck(0.1, 3)
                .km("donor", "mill", 20)
                .exchange(Exchange.Rule.NEAREST, 7);
        assertThat(exchanged(lab, "donor", 6.9)).isEqualTo(20);
        assertThat(exchanged(lab, "donor", 7)).isZero();
    }

    @Test
    void whatOneReceiverDoesNotBringGoesToTheNext() {
        Run run = Run.of(ash(Exchange.Rule.NEAREST)
                .line("mill", line("grinding", "ash").fee("ash", 9).store(100))
                .line("works", line("grinding", "ash").fee("ash", 1).store(100))
                .km("donor", "mill", 1)
                .km("donor", "works", 30)
                .hurdle("donor", 2));
        assertThat(run.tonnes("donor", "works", "ash")).isEqualTo(20);
    }

    @Test
    void anExchangeOpensOnTheDayThatMakesItWorthwhile() {
        Timed fee = new Timed(
                List.of(new Timed.Step(LocalDate.of(2025, 1, 1), 9), new Timed.Step(LocalDate.of(2025, 1, 11), 1)));
        Run run = Run.of(ash(Exchange.Rule.NEAREST)
                .donor("donor", stream("slag"))
                .site("tip", site("heap", "slag").fee(10))
                .line("mill", line("grinding", "slag").fee("slag", fee).store(100))
                .exchange(Exchange.Rule.NEAREST, 0)
                .hurdle("donor", 2));
        assertThat(run.tonnes("donor", "mill", "slag")).isEqualTo(20);
        assertThat(run.log(FactKind.SHIPPED)).contains("228 donor>tip slag 1", "252 donor>mill slag 1");
    }

    static LongStream handfuls() {
        return LabLawsTest.handfuls();
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void aHurdleThatAnybodyTakesChangesNothingAndOneThatNobodyTakesEndsTheExchange(long first) {
        LabLawsTest.each(first, seed -> {
            Run free = Run.of(RandomLabs.of(seed).noHurdles().lab(), seed, 0);
            Run low = Run.of(RandomLabs.of(seed).hurdles(-1e12).lab(), seed, 0);
            assertThat(low.accounts()).isEqualTo(free.accounts());
            Run high = Run.of(RandomLabs.of(seed).hurdles(1e12).lab(), seed, 0);
            assertThat(high.tonnes(Channel.EXCHANGE)).isZero();
        });
    }
}
