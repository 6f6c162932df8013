package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlab.simulation.Changes.close;
import static org.circlab.simulation.Changes.days;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.List;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FactKind;
import org.circlab.model.Disposal;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Operation;
import org.circlab.model.Part;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where goes what nobody takes. */
class DisposalTest {

    private static TinyLab twoSites(Disposal disposal) {
        return TinyLab.of()
                .donor("donor", stream("ash").disposal(disposal).at(1, 8).at(2, 3))
                .site("far", site("cell", "ash").fee(1).room(9))
                .site("near", site("cell", "ash").fee(20).room(5))
                .km("donor", "far", 100)
                .km("donor", "near", 10)
                .truck(0.1, 0);
    }

    @Test
    void cheapestIsByHaulageFeeAndTaxAndGoesOnToTheNextSiteWhenAVoidIsFull() {
        assertThat(Run.of(twoSites(new Disposal.Cheapest())).log(FactKind.SHIPPED))
                .containsExactly("1 donor>far ash 8", "2 donor>far ash 1", "2 donor>near ash 2");
    }

    @Test
    void nearestIsByDistance() {
        assertThat(Run.of(twoSites(new Disposal.Nearest())).log(FactKind.SHIPPED))
                .containsExactly("1 donor>near ash 5", "1 donor>far ash 3", "2 donor>far ash 3");
    }

    @Test
    void atAnActorIsThereAndNowhereElse() {
        TinyLab lab = twoSites(new Disposal.At("near"));
        assertThatThrownBy(() -> Run.of(lab))
                .isInstanceOf(SimulationException.class)
                .hasMessageContainingAll("2025-01-01", "'ash'", "'donor'", "larger void");
    }

    @Test
    void whenAllVoidsAreFullTheRunSaysSo() {
        TinyLab lab =
                twoSites(new Disposal.Cheapest()).donor("other", stream("ash").at(60, 9));
        assertThatThrownBy(() -> Run.of(lab))
                .isInstanceOf(SimulationException.class)
                .hasMessageContainingAll("2025-01-03", "no disposal site has room left", "'other'");
    }

    @Test
    void aWholeLotSkipsAVoidThatIsTooSmallForIt() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").whole().at(1, 8).at(2, 4))
                .site("a", site("cell", "ash").room(5))
                .site("b", site("cell", "ash")));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>b ash 8", "2 donor>a ash 4");
    }

    @Test
    void aWholeLotThatNoVoidCanHoldIsNamedByItsMass() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").whole().at(1, 8.5))
                .site("a", site("cell", "ash").room(5))
                .site("b", site("cell", "ash").room(8));
        assertThatThrownBy(() -> Run.of(lab))
                .isInstanceOf(SimulationException.class)
                .hasMessageContainingAll("2025-01-01", "8.5 t undivided of 'ash' of 'donor'", "larger void");
    }

    @Test
    void aVoidIsFilledToTheLastKilogram() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 999.999).at(2, 4))
                .site("a", site("cell", "ash").room(1000))
                .site("b", site("cell", "ash")));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("1 donor>a ash 999.999", "2 donor>a ash 0.001", "2 donor>b ash 3.999");
    }

    @Test
    void aRouteOutsideLeadsToThePartyForDisposal() {
        Run run = Run.of(TinyLab.of()
                .donor(
                        "donor",
                        stream("ash")
                                .disposal(new Disposal.Outside(1, 2, 3, 120))
                                .at(1, 8)));
        assertThat(run.log(FactKind.RECEIVED)).containsExactly("3 donor>disposal ash 8");
        assertThat(run.only(Channel.DISPOSAL).route().to())
                .isEqualTo(run.chart().world(Chart.DISPOSAL));
    }

    @Test
    void theFactOfDisposalFollowsArrival() {
        Run run = Run.of(twoSites(new Disposal.Nearest()).window("2025-01-01", 1));
        assertThat(run.log(FactKind.DISPOSED).get(0)).isEqualTo("1.1666666666666667 near>near ash 5");
        assertThat(run.accounts().stocks()).isEmpty();
    }

    @Test
    void theTaxMovesWasteToAnUntaxedSiteFromItsDateOn() {
        Timed tax = new Timed(
                List.of(new Timed.Step(LocalDate.of(2020, 1, 1), 5), new Timed.Step(LocalDate.of(2025, 1, 11), 40)));
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(239, 1).at(240, 2))
                .site("clean", site("cell", "ash").fee(30))
                .site("dirty", site("cell", "ash").fee(10).taxed())
                .policy(tax, Timed.constant(0), 0));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("239 donor>dirty ash 1", "240 donor>clean ash 2");
    }

    @Test
    void outputsOfLinesAreDisposedOfAsTheirRecipeSays() {
        Run run = Run.of(TinyLab.of()
                .donor("works", stream("ash").at(1, 8))
                .line("works", line("grinding", "ash").out("dust", 0.5))
                .site("tip", site("cell", "dust")));
        assertThat(run.tonnes("works", "tip", "dust")).isEqualTo(4);
        assertThat(run.only(Channel.DISPOSAL).route().operation()).isEqualTo(Operation.D1);
    }

    @Test
    void disposalIsWhereTheExchangeEndsAndNothingLeavesTwice() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").batches(3, 1))
                .line("mill", line("grinding", "ash").capacity(1))
                .site("tip", site("cell", "ash"))
                .exchange(Exchange.Rule.NEAREST, 1));
        assertThat(run.tonnes(Channel.EXCHANGE)).isEqualTo(29);
        assertThat(run.tonnes(Channel.DISPOSAL)).isEqualTo(58);
    }

    /** A stored lot whose mill asks for more than the tip does, but for less than the next site would. */
    private static TinyLab dearMill(Exchange.Rule rule) {
        return TinyLab.of()
                .donor("donor", stream("ash").at(1, 8))
                .store("donor", "ash", 20, Double.POSITIVE_INFINITY)
                .donor("other", stream("ash").at(50, 3))
                .line("mill", line("grinding", "ash").fee("ash", 10))
                .site("far", site("cell", "ash").fee(20))
                .exchange(rule, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHEAPEST", "PREFERENCE"})
    void whatIsStoredIsOfferedAgainWhenItsWayOutBecomesDearer(Exchange.Rule rule) {
        Run full = Run.of(dearMill(rule).site("tip", site("cell", "ash").fee(5).room(3)));
        assertThat(full.log(FactKind.SHIPPED)).containsExactly("50 other>tip ash 3", "50 donor>mill ash 8");
        Run shut = Run.of(dearMill(rule)
                .site("tip", site("cell", "ash").fee(5))
                .event("full", new Event.At(LocalDate.of(2025, 1, 5)), days(1), close(Part.Kind.SITE, "tip", "cell")));
        assertThat(shut.log(FactKind.SHIPPED)).containsExactly("50 other>tip ash 3", "96 donor>mill ash 8");
    }
}
