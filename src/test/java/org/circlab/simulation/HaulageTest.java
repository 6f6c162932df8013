package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.ArrayList;
import java.util.List;
import org.circlab.kernel.EventType;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Haulage;
import org.junit.jupiter.api.Test;

/** Trucks: the haulier without limit, own fleets that queue, and what needs no truck. */
class HaulageTest {

    private static final double ANY = Double.POSITIVE_INFINITY;

    /** 30 km, which is half an hour. */
    private static TinyLab thirtyKilometres(Parts.StreamPart ash) {
        return TinyLab.of()
                .donor("donor", ash)
                .line("mill", line("grinding", "ash"))
                .site("tip", site("cell", "ash"))
                .km("donor", "mill", 30);
    }

    @Test
    void theHaulierTakesEverythingAtOnceInAsManyTripsAsThePayloadAsks() {
        Run run = Run.of(thirtyKilometres(stream("ash").at(1, 60).at(2, 25).at(3, 25.000001)));
        assertThat(run.log(FactKind.RECEIVED))
                .containsExactly("1.5 donor>mill ash 60", "2.5 donor>mill ash 25", "3.5 donor>mill ash 25.000001");
        assertThat(run.only(Channel.EXCHANGE).trips()).isEqualTo(3 + 1 + 2);
    }

    @Test
    void aFleetOfTwoTrucksServesLotsFirstComeFirstServedAndDrivesBack() {
        Run run = Run.of(thirtyKilometres(stream("ash")
                        .at(1, 40)
                        .at(1.25, 41)
                        .at(1.3, 42)
                        .at(1.4, 43)
                        .at(5, 44))
                .fleet("own", "donor", 2, ANY));
        assertThat(run.log(FactKind.SHIPPED, FactKind.RECEIVED))
                .containsExactly(
                        "1 donor>mill ash 40",
                        "1.25 donor>mill ash 41",
                        "1.5 donor>mill ash 40",
                        "1.75 donor>mill ash 41",
                        "2 donor>mill ash 42",
                        "2.25 donor>mill ash 43",
                        "2.5 donor>mill ash 42",
                        "2.75 donor>mill ash 43",
                        "5 donor>mill ash 44",
                        "5.5 donor>mill ash 44");
        assertThat(run.only(Channel.EXCHANGE).trips()).isEqualTo(5);
    }

    @Test
    void aFleetWithAPayloadTakesALotInLoads() {
        Run run = Run.of(thirtyKilometres(stream("ash").at(1, 25)).fleet("own", "donor", 1, 10));
        assertThat(run.log(FactKind.RECEIVED))
                .containsExactly("1.5 donor>mill ash 10", "2.5 donor>mill ash 10", "3.5 donor>mill ash 5");
        assertThat(run.only(Channel.EXCHANGE).trips()).isEqualTo(3);
    }

    @Test
    void aWholeLotGoesToOneReceiverInAsManyLoadsAsThePayloadAsks() {
        Run run = Run.of(thirtyKilometres(stream("ash").whole().at(1, 25)).fleet("own", "donor", 1, 10));
        assertThat(run.log(FactKind.RECEIVED))
                .containsExactly("1.5 donor>mill ash 10", "2.5 donor>mill ash 10", "3.5 donor>mill ash 5");
        assertThat(run.only(Channel.EXCHANGE).trips()).isEqualTo(3);
    }

    @Test
    void aStreamMayAskForTheHaulierOrForAFleetOfItsChoice() {
        TinyLab lab = thirtyKilometres(stream("ash").at(1, 1).at(1, 2).by(Haulage.HAULIER))
                .fleet("own", "donor", 1, ANY);
        assertThat(Run.of(lab).log(FactKind.RECEIVED)).containsExactly("1.5 donor>mill ash 1", "1.5 donor>mill ash 2");
        TinyLab chosen = thirtyKilometres(stream("ash").at(1, 1).at(1, 2).by("b"))
                .fleet("a", "donor", 2, ANY)
                .fleet("b", "donor", 1, ANY);
        assertThat(Run.of(chosen).log(FactKind.RECEIVED))
                .containsExactly("1.5 donor>mill ash 1", "2.5 donor>mill ash 2");
    }

    @Test
    void theFleetCarriesToDisposalToo() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 1).at(1, 2))
                .site("tip", site("cell", "ash"))
                .km("donor", "tip", 60)
                .fleet("own", "donor", 1, ANY));
        assertThat(run.log(FactKind.RECEIVED)).containsExactly("2 donor>tip ash 1", "4 donor>tip ash 2");
    }

    @Test
    void withinAnActorNothingNeedsATruck() {
        Run run = Run.of(TinyLab.of()
                .donor(
                        "works",
                        stream("ash").at(1, 1).at(1, 200),
                        stream("coal").at(1, 1))
                .line("works", line("grinding", "ash"))
                .site("tip", site("cell", "coal", "ash"))
                .km("works", "tip", 600)
                .fleet("own", "works", 1, 5));
        assertThat(run.log(FactKind.RECEIVED))
                .containsExactly("1 works>works ash 1", "1 works>works ash 200", "11 works>tip coal 1");
        assertThat(run.only(Channel.EXCHANGE).trips()).isZero();
    }

    @Test
    void whatIsOnTheRoadAtTheEndIsCountedAtItsSenderAndNotYetPaidFor() {
        Run run = Run.of(thirtyKilometres(stream("ash").at(23.6, 7))
                .truck(1, 0)
                .fleet("own", "donor", 1, ANY)
                .window("2025-01-01", 1));
        assertThat(run.closing("donor", "ash", StockPlace.ROAD)).isEqualTo(7);
        assertThat(run.accounts().payments()).isEmpty();
        assertThat(run.accounts().flows()).isEmpty();
    }

    @Test
    void whatWaitsForATruckIsWaitingAtItsSender() {
        Run run = Run.of(thirtyKilometres(stream("ash").at(23.6, 7).at(23.7, 3))
                .fleet("own", "donor", 1, ANY)
                .window("2025-01-01", 1));
        assertThat(run.closing("donor", "ash", StockPlace.WAITING)).isEqualTo(3);
    }

    @Test
    void waitsAndTripsOfFleetsAreTold() {
        List<String> seen = new ArrayList<>();
        TinyLab lab = thirtyKilometres(
                        stream("ash").at(1, 40).at(1.25, 41).at(1.3, 42).at(1.4, 43))
                .fleet("own", "donor", 2, ANY);
        Replication.run(CompiledLab.of(lab.lab()), 1, 0, FlowSink.NONE, (kernel, ledger, view) -> {
            EventType look = kernel.define(
                    "look",
                    Observer.PRIORITY,
                    (subject, payload) -> seen.add(view.fleetTrips() + " " + view.truckWaitMillis()));
            look.at(Parts.millis(1.5), 0, 0);
            look.at(Parts.millis(2), 0, 0);
            look.at(Parts.millis(9), 0, 0);
        });
        assertThat(seen).containsExactly("2 0", "3 2520000", "4 5580000");
    }
}
