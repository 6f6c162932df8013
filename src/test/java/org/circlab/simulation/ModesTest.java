package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.millis;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.circlab.kernel.EventType;
import org.circlab.ledger.Channel;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.PaymentKind;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Disposal;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage;
import org.circlab.model.Recipe;
import org.circlab.model.Timed;
import org.circlab.model.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Modes of transport, loading and unloading, and the hours in which journeys begin; the first day is a Wednesday. */
class ModesTest {

    /** From 8 to 16 on Monday to Friday. */
    private static final WorkCalendar DAY = workdays("day", 8, 8, Set.of());

    private static final Haulage.Mode RAIL =
            new Haulage.Mode("rail", 1_000_000_000, Timed.constant(0.03), 30, 1.6, 0.022, handling(6, 5, 4), null);

    private static WorkCalendar workdays(String id, int from, int hours, Set<MonthDay> holidays) {
        List<WorkCalendar.Shift> shifts = Stream.of(DayOfWeek.values())
                .limit(5)
                .map(day -> new WorkCalendar.Shift(day, 60 * from, 60 * hours))
                .toList();
        return new WorkCalendar(id, shifts, holidays, Set.of());
    }

    private static Haulage.Handling handling(double loadingHours, double unloadingHours, double euros) {
        return new Haulage.Handling(millis(loadingHours), millis(unloadingHours), euros);
    }

    /** At 60 km/h without cost. */
    private static Haulage.Mode truck(Haulage.Handling handling, @Nullable WorkCalendar hours) {
        return new Haulage.Mode("truck", 25_000_000, Timed.constant(0), 60, 1, 0, handling, hours);
    }

    /** Ash of a donor goes 30 km to a mill, half an hour by truck. */
    private static TinyLab thirtyKilometres(Parts.StreamPart ash) {
        return TinyLab.of()
                .donor("donor", ash)
                .line("mill", line("grinding", "ash"))
                .site("tip", site("cell", "ash"))
                .km("donor", "mill", 30);
    }

    private static Stream<Flow> carried(Run run) {
        return run.accounts().flows().stream().filter(flow -> flow.trips() > 0);
    }

    @Test
    void eachStreamGoesByItsModeWithItsDistanceSpeedPayloadCostAndEmissions() {
        Run run = Run.of(TinyLab.of()
                .donor(
                        "donor",
                        stream("ash").at(1, 2500).by("rail"),
                        stream("coal").at(1, 50))
                .line("mill", line("grinding", "ash").store(3000))
                .line("kiln", line("burning", "coal").store(3000))
                .site("tip", site("cell", "ash", "coal"))
                .km("donor", "mill", 100)
                .km("donor", "kiln", 90)
                .kmBy("rail", "mill", "donor", 120)
                .truck(0.1, 0.08)
                .mode(RAIL));
        assertThat(run.log(FactKind.SHIPPED, FactKind.RECEIVED))
                .containsExactly(
                        "1 donor>mill ash 2500",
                        "1 donor>kiln coal 50",
                        "2.5 donor>kiln coal 50",
                        "16 donor>mill ash 2500");
        assertThat(carried(run).map(Flow::trips)).containsExactlyInAnyOrder(3L, 2L);
        assertThat(carried(run).map(Flow::tonneKilometres)).containsExactlyInAnyOrder(300_000.0, 4500.0);
        assertThat(run.euros("donor", "outside", PaymentKind.HAULAGE))
                .isCloseTo(2500 * (0.03 * 120 + 4) + 50 * 0.1 * 90, within(1e-5));
        assertThat(run.kilograms("donor", EmissionKind.HAULAGE))
                .isCloseTo(2500 * 0.022 * 120 + 50 * 0.08 * 90, within(1e-5));
    }

    @Test
    void aFleetOfAModeIsBusyFromLoadingToItsReturn() {
        Haulage.Mode barge =
                new Haulage.Mode("barge", 900_000_000, Timed.constant(0.02), 10, 1, 0, handling(2, 1, 0), null);
        Run run = Run.of(thirtyKilometres(stream("ash").at(1, 40).at(2, 41))
                .mode(barge)
                .fleet(new Haulage.Fleet("barges", "donor", 1, Long.MAX_VALUE, "barge", null)));
        assertThat(run.log(FactKind.SHIPPED, FactKind.RECEIVED))
                .containsExactly(
                        "1 donor>mill ash 40", "7 donor>mill ash 40", "10 donor>mill ash 41", "16 donor>mill ash 41");
        assertThat(run.only(Channel.EXCHANGE).trips()).isEqualTo(2);
        assertThat(run.euros(PaymentKind.HAULAGE)).isCloseTo(81 * 0.02 * 30, within(1e-5));
    }

    @Test
    void aLotInSeveralLoadsLoadsAtOnceAtTheHaulierAndOneAfterTheOtherInAFleet() {
        TinyLab lab = thirtyKilometres(stream("ash").at(1, 50)).truck(truck(handling(1, 0.25, 0), null));
        assertThat(Run.of(lab).log(FactKind.RECEIVED)).containsExactly("2.75 donor>mill ash 50");
        lab.fleet("own", "donor", 1, 25);
        assertThat(Run.of(lab).log(FactKind.RECEIVED)).containsExactly("2.75 donor>mill ash 25", "5 donor>mill ash 25");
    }

    @Test
    void journeysBeginInWorkingTimeAndEndAtAnyHour() {
        Run run = Run.of(thirtyKilometres(
                        stream("ash").at(1, 1).at(9, 2).at(15.75, 3).at(16, 4).at(65, 5))
                .truck(truck(handling(0.5, 0.25, 0), DAY)));
        assertThat(run.log(FactKind.SHIPPED, FactKind.RECEIVED))
                .containsExactly(
                        "8 donor>mill ash 1",
                        "9 donor>mill ash 2",
                        "9.25 donor>mill ash 1",
                        "10.25 donor>mill ash 2",
                        "15.75 donor>mill ash 3",
                        "17 donor>mill ash 3",
                        "32 donor>mill ash 4",
                        "33.25 donor>mill ash 4",
                        "128 donor>mill ash 5",
                        "129.25 donor>mill ash 5");
    }

    @Test
    void onHolidaysNoJourneyBegins() {
        Run run = Run.of(thirtyKilometres(stream("ash").at(65, 5))
                .truck(truck(Haulage.Handling.NONE, workdays("day", 8, 8, Set.of(MonthDay.of(1, 6))))));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("152 donor>mill ash 5");
    }

    @Test
    void theHoursOfAFleetReplaceThoseOfItsMode() {
        TinyLab lab = thirtyKilometres(stream("ash").at(1, 1)).truck(truck(Haulage.Handling.NONE, DAY));
        lab.fleet(new Haulage.Fleet("own", "donor", 1, Long.MAX_VALUE, "truck", workdays("early", 4, 2, Set.of())));
        assertThat(Run.of(lab).log(FactKind.SHIPPED)).containsExactly("4 donor>mill ash 1");
        TinyLab silent = thirtyKilometres(stream("ash").at(1, 1))
                .truck(truck(Haulage.Handling.NONE, DAY))
                .fleet("own", "donor", 1, Double.POSITIVE_INFINITY);
        assertThat(Run.of(silent).log(FactKind.SHIPPED)).containsExactly("8 donor>mill ash 1");
    }

    @Test
    void aTruckThatWaitsForItsHoursStaysWithItsLot() {
        List<String> seen = new ArrayList<>();
        TinyLab lab = thirtyKilometres(
                        stream("ash").at(1, 1).at(7, 2).at(15.5, 3).at(15.6, 4))
                .fleet(new Haulage.Fleet("own", "donor", 1, Long.MAX_VALUE, "truck", DAY));
        Run run = Run.of(lab);
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly(
                        "8 donor>mill ash 1", "9 donor>mill ash 2", "15.5 donor>mill ash 3", "32 donor>mill ash 4");
        Replication.run(CompiledLab.of(lab.lab()), 1, 0, FlowSink.NONE, (kernel, ledger, view) -> {
            EventType look = kernel.define(
                    "look",
                    Observer.PRIORITY,
                    (subject, payload) -> seen.add(view.fleetTrips() + " " + view.truckWaitMillis()));
            look.at(millis(8.5), 0, 0);
            look.at(millis(20), 0, 0);
        });
        assertThat(seen)
                .as("a lot that has a truck does not wait for one")
                .containsExactly("1 0", "4 " + (millis(2) + millis(0.9)));
    }

    @Test
    void whatWaitsForTheHoursAtTheEndIsAtItsSender() {
        Run run = Run.of(thirtyKilometres(stream("ash").at(17, 7))
                .truck(truck(Haulage.Handling.NONE, DAY))
                .window("2025-01-01", 1));
        assertThat(run.closing("donor", "ash", StockPlace.WAITING)).isEqualTo(7);
        assertThat(run.log(FactKind.SHIPPED)).isEmpty();
    }

    @Test
    void withinOneActorNothingIsLoadedHandledOrBoundToHours() {
        Run run = Run.of(TinyLab.of()
                .donor("works", stream("ash").at(1, 1).by("rail"))
                .line("works", line("grinding", "ash"))
                .site("tip", site("cell", "ash"))
                .mode(new Haulage.Mode("rail", 1, Timed.constant(1), 1, 1, 1, handling(6, 5, 4), DAY)));
        assertThat(run.log(FactKind.RECEIVED)).containsExactly("1 works>works ash 1");
        assertThat(run.only(Channel.EXCHANGE).trips()).isZero();
        assertThat(run.euros(PaymentKind.HAULAGE)).isZero();
    }

    @Test
    void contractsAndFinalTreatmentAreLoadedTooAndGoByTheModeOfTheStream() {
        TinyLab contracted = thirtyKilometres(stream("ash").at(9, 4).by("rail"))
                .mode(new Haulage.Mode("rail", 1_000_000, Timed.constant(0.5), 30, 1, 0, handling(6, 5, 4), DAY))
                .contract("standing", "donor", "mill", "ash", 1000, 0)
                .exchange(Exchange.Rule.NONE, 0);
        Run run = Run.of(contracted);
        assertThat(run.log(FactKind.SHIPPED, FactKind.RECEIVED))
                .containsExactly("9 donor>mill ash 4", "21 donor>mill ash 4");
        assertThat(run.only(Channel.CONTRACT).trips()).isEqualTo(4);
        assertThat(run.euros(PaymentKind.HAULAGE)).isCloseTo(4 * (0.5 * 30 + 4), within(1e-5));
        Run outside = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(17, 4).by("rail").disposal(new Disposal.Outside(1, 0, 0, 60)))
                .mode(new Haulage.Mode("rail", 3_000_000, Timed.constant(0.5), 30, 1, 0, handling(6, 5, 4), DAY)));
        assertThat(outside.log(FactKind.RECEIVED)).containsExactly("45 donor>disposal ash 4");
        assertThat(outside.only(Channel.DISPOSAL).trips()).isEqualTo(2);
        assertThat(outside.euros(PaymentKind.HAULAGE)).isCloseTo(4 * (0.5 * 60 + 4), within(1e-5));
    }

    @Test
    void handlingCountsWhereTheCheapestIsSought() {
        for (double euros : new double[] {2, 4}) {
            Run run = Run.of(TinyLab.of()
                    .donor("donor", stream("ash").at(1, 10))
                    .line("mill", line("grinding", "ash"))
                    .site("donor", site("cell", "ash").fee(3))
                    .exchange(Exchange.Rule.CHEAPEST, 0)
                    .truck(truck(handling(0, 0, euros), null)));
            assertThat(run.tonnes("donor", "mill", "ash")).isEqualTo(euros < 3 ? 10 : 0);
        }
    }

    @Test
    void outputsOfLinesGoByTheModeTheyName() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(0, 24))
                .line(
                        "donor",
                        line("grinding", "ash")
                                .capacity(24)
                                .out(new Recipe.Output("sand", 1, 0, "rail", new Disposal.Cheapest(), null)))
                .line("mill", line("casting", "sand"))
                .site("tip", site("cell", "ash", "sand"))
                .km("donor", "mill", 30)
                .mode(RAIL));
        assertThat(run.log(FactKind.RECEIVED)).contains("36 donor>mill sand 24");
    }
}
