package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlab.simulation.Changes.close;
import static org.circlab.simulation.Changes.days;
import static org.circlab.simulation.Changes.scale;
import static org.circlab.simulation.Changes.set;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.PaymentKind;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Part;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;

/** What happens to a lab, by hand. */
class ShocksTest {

    private static final double DAILY = Horizon.DAYS_PER_YEAR;
    private static final Event.Begin FIFTH = new Event.At(LocalDate.of(2025, 1, 5));
    private static final Event.Begin TENTH = new Event.At(LocalDate.of(2025, 1, 10));

    /** One tonne at each noon to a tip. */
    private static TinyLab daily() {
        return TinyLab.of()
                .donor("donor", stream("ash"))
                .site("tip", site("cell", "ash"))
                .window("2025-01-01", 20);
    }

    /** Tonnes that arose on each day. */
    private static List<Double> tonnesByDay(Run run) {
        double[] tonnes = new double[(int) (run.lab().lab().horizon().lengthMillis() / Horizon.DAY_MILLIS)];
        for (Run.Fact fact : run.facts()) {
            if (fact.kind() == FactKind.GENERATED) {
                tonnes[(int) (fact.millis() / Horizon.DAY_MILLIS)] += fact.amount() / 1e6;
            }
        }
        List<Double> list = new ArrayList<>();
        for (double each : tonnes) {
            list.add(each);
        }
        return list;
    }

    @Test
    void aMeanIsSetFromADateOn() {
        Run run = Run.of(daily().event("more", "2025-01-05", set(Field.Kind.STREAM_MEAN, "donor", "ash", 3 * DAILY)));
        assertThat(tonnesByDay(run).subList(0, 6)).containsExactly(1.0, 1.0, 1.0, 1.0, 3.0, 3.0);
    }

    @Test
    void aMeanIsScaledForATimeAndADatedStepGoesOnUnderneath() {
        Timed mean = new Timed(List.of(
                new Timed.Step(LocalDate.of(2025, 1, 1), DAILY), new Timed.Step(LocalDate.of(2025, 1, 7), 2 * DAILY)));
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").mean(mean))
                .site("tip", site("cell", "ash"))
                .window("2025-01-01", 10)
                .event("half", FIFTH, days(4), scale(Field.Kind.STREAM_MEAN, "donor", "ash", 0.5)));
        assertThat(tonnesByDay(run)).containsExactly(1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 1.0, 1.0, 2.0, 2.0);
    }

    @Test
    void eventsApplyInTheOrderInWhichTheyBeganAndThoseOfADayByTheirIds() {
        Event.Change three = set(Field.Kind.STREAM_MEAN, "donor", "ash", 3 * DAILY);
        Event.Change twice = scale(Field.Kind.STREAM_MEAN, "donor", "ash", 2);
        Run setFirst = Run.of(daily().event("z", FIFTH, days(10), three).event("a", TENTH, days(10), twice));
        assertThat(tonnesByDay(setFirst).subList(3, 16))
                .containsExactly(1.0, 3.0, 3.0, 3.0, 3.0, 3.0, 6.0, 6.0, 6.0, 6.0, 6.0, 2.0, 2.0);
        Run scaledFirst = Run.of(daily().event("z", FIFTH, days(10), twice).event("a", TENTH, days(10), three));
        assertThat(tonnesByDay(scaledFirst).subList(3, 16))
                .containsExactly(1.0, 2.0, 2.0, 2.0, 2.0, 2.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0);
        Run together = Run.of(daily().event("b", FIFTH, days(1), twice).event("a", FIFTH, days(1), three));
        assertThat(tonnesByDay(together).subList(3, 6)).containsExactly(1.0, 6.0, 1.0);
        Run inOne = Run.of(daily().event("a", FIFTH, days(1), three, twice));
        assertThat(tonnesByDay(inOne).subList(3, 6)).containsExactly(1.0, 6.0, 1.0);
    }

    @Test
    void whatBeganBeforeTheRunIsInForceFromItsStartAsLongAsItLasts() {
        Event.Begin before = new Event.At(LocalDate.of(2024, 12, 25));
        Event.Change twice = scale(Field.Kind.STREAM_MEAN, "donor", "ash", 2);
        assertThat(tonnesByDay(Run.of(daily().event("e", before, days(9), twice)))
                        .subList(0, 4))
                .containsExactly(2.0, 2.0, 1.0, 1.0);
        assertThat(tonnesByDay(Run.of(daily().event("e", before, null, twice)))).containsOnly(2.0);
        assertThat(tonnesByDay(Run.of(daily().event("e", before, days(7), twice))))
                .containsOnly(1.0);
    }

    @Test
    void anEventOfTheWarmUpCarriesOver() {
        Event.Begin before = new Event.At(LocalDate.of(2024, 12, 25));
        Run run = Run.of(
                daily().warmUp(10).event("e", before, days(9), scale(Field.Kind.STREAM_MEAN, "donor", "ash", 2)));
        assertThat(run.log(FactKind.GENERATED))
                .containsSubsequence("-180 donor>donor ash 1", "-156 donor>donor ash 2", "36 donor>donor ash 2")
                .contains("60 donor>donor ash 1");
    }

    @Test
    void fixedTimesComeFromTheStartOfTheRunAndFromEndToBeginning() {
        Run run =
                Run.of(daily().event("e", new Event.Every(days(3)), days(2), close(Part.Kind.STREAM, "donor", "ash")));
        assertThat(tonnesByDay(run).subList(0, 12))
                .containsExactly(1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0);
    }

    @Test
    void aClosedActorGivesNothingNewWhileItsStoredLotsStillLeave() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash"), stream("slag").at(100, 7))
                .store("donor", "ash", 100, Double.POSITIVE_INFINITY)
                .line("mill", line("grinding", "ash").store(100))
                .site("tip", site("cell", "ash", "slag"))
                .exchange(Exchange.Rule.NEAREST, 7)
                .event("strike", FIFTH, days(10), close(Part.Kind.ACTOR, "", "donor")));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly(
                        "168 donor>mill ash 1",
                        "168 donor>mill ash 1",
                        "168 donor>mill ash 1",
                        "168 donor>mill ash 1",
                        "504 donor>mill ash 1",
                        "504 donor>mill ash 1",
                        "504 donor>mill ash 1",
                        "504 donor>mill ash 1",
                        "504 donor>mill ash 1",
                        "504 donor>mill ash 1",
                        "504 donor>mill ash 1",
                        "672 donor>mill ash 1",
                        "672 donor>mill ash 1",
                        "672 donor>mill ash 1",
                        "672 donor>mill ash 1",
                        "672 donor>mill ash 1",
                        "672 donor>mill ash 1",
                        "672 donor>mill ash 1");
    }

    /** Lots of 24 t on the hour to a mill two hours away that grinds 24 t an hour, and to a tip. */
    private static TinyLab mill(double... hours) {
        Parts.StreamPart ash = stream("ash");
        for (double hour : hours) {
            ash.at(hour, 24);
        }
        return TinyLab.of()
                .donor("donor", ash)
                .line("mill", line("grinding", "ash").capacity(576).store(96).out("sand", 1))
                .km("donor", "mill", 120)
                .site("tip", site("cell", "ash", "sand"))
                .km("donor", "tip", 600);
    }

    @Test
    void aClosedLineEndsItsServiceTakesNothingNewAndBeginsAgainWhenItOpens() {
        Run run = Run.of(
                mill(93.5, 94.5, 95, 97, 120).event("fire", FIFTH, days(1), close(Part.Kind.LINE, "mill", "grinding")));
        assertThat(run.log(FactKind.SHIPPED).stream().filter(fact -> fact.contains("ash")))
                .containsExactly(
                        "93.5 donor>mill ash 24",
                        "94.5 donor>mill ash 24",
                        "95 donor>mill ash 24",
                        "97 donor>tip ash 24",
                        "120 donor>mill ash 24");
        assertThat(run.log(FactKind.PRODUCED))
                .containsExactly(
                        "96.5 mill>mill sand 24",
                        "121 mill>mill sand 24",
                        "122 mill>mill sand 24",
                        "123 mill>mill sand 24");
    }

    @Test
    void storedLotsHearThatALineHasOpened() {
        Run run = Run.of(mill(100)
                .store("donor", "ash", 100, Double.POSITIVE_INFINITY)
                .event("fire", FIFTH, days(1), close(Part.Kind.LINE, "mill", "grinding")));
        assertThat(run.log(FactKind.SHIPPED)).startsWith("120 donor>mill ash 24");
    }

    @Test
    void twoClosuresOverlapAndTheLineOpensWithTheLast() {
        Run run = Run.of(mill(100)
                .store("donor", "ash", 100, Double.POSITIVE_INFINITY)
                .event("fire", FIFTH, days(3), close(Part.Kind.LINE, "mill", "grinding"))
                .event("flood", new Event.At(LocalDate.of(2025, 1, 6)), days(4), close(Part.Kind.ACTOR, "", "mill")));
        assertThat(run.log(FactKind.SHIPPED)).startsWith("216 donor>mill ash 24");
    }

    @Test
    void capacityCountsForServicesThatBeginLater() {
        Run run = Run.of(mill(93.5, 96, 120)
                .event("slow", FIFTH, days(1), scale(Field.Kind.LINE_CAPACITY, "mill", "grinding", 0.25)));
        assertThat(run.log(FactKind.PRODUCED))
                .containsExactly("96.5 mill>mill sand 24", "102 mill>mill sand 24", "123 mill>mill sand 24");
    }

    @Test
    void aLineWithoutCapacityStandsUntilItHasSome() {
        Run run =
                Run.of(mill(96).event("none", FIFTH, days(1), scale(Field.Kind.LINE_CAPACITY, "mill", "grinding", 0)));
        assertThat(run.log(FactKind.PRODUCED)).containsExactly("121 mill>mill sand 24");
    }

    @Test
    void aClosedNeedDrawsAndTakesNothing() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 2).at(100, 1))
                .need("kiln", need("clay").accepts("ash", 1, 0).store(5))
                .site("tip", site("cell", "ash"))
                .window("2025-01-01", 8)
                .event("strike", FIFTH, days(2), close(Part.Kind.NEED, "kiln", "clay")));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 donor>kiln ash 2", "100 donor>tip ash 1");
        assertThat(run.log(FactKind.CONSUMED))
                .containsExactly(
                        "12 kiln>kiln ash 1",
                        "36 kiln>kiln ash 1",
                        "60 kiln>kiln clay 1",
                        "84 kiln>kiln clay 1",
                        "156 kiln>kiln clay 1",
                        "180 kiln>kiln clay 1");
    }

    @Test
    void aClosedSiteIsPassedOverForTheNext() {
        Run run = Run.of(daily().site("far", site("pit", "ash").fee(5))
                .event("full", FIFTH, days(2), close(Part.Kind.SITE, "tip", "cell")));
        assertThat(run.tonnes("donor", "far", "ash")).isEqualTo(2);
        assertThat(run.tonnes("donor", "tip", "ash")).isEqualTo(18);
    }

    @Test
    void noWayOutNamesWhatIsClosedAndWhy() {
        assertThatThrownBy(() -> Run.of(daily().event("full", FIFTH, days(2), close(Part.Kind.ACTOR, "", "tip"))))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("on 2025-01-05 no disposal site has room left for 1 t of 'ash' of 'donor'; event"
                        + " 'full' has closed tip: site cell. Give");
    }

    @Test
    void aClosedContractServesNothingAndGoesOnWithItsReleaseWhenItOpens() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(100, 10).at(150, 10))
                .store("donor", "ash", 10, Double.POSITIVE_INFINITY)
                .line("mill", line("grinding", "ash"))
                .site("tip", site("cell", "ash"))
                .contract("standing", "donor", "mill", "ash", 1200, 0)
                .exchange(Exchange.Rule.NONE, 0)
                .event("dispute", FIFTH, days(5), close(Part.Kind.CONTRACT, "", "standing")));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("150 donor>tip ash 10", "216 donor>mill ash 10");
        assertThat(run.only(Channel.CONTRACT).grams()).isEqualTo(10_000_000);
    }

    @Test
    void storedLotsOfAContractLeaveWhenTheReceiverOpens() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(100, 10))
                .store("donor", "ash", 10, Double.POSITIVE_INFINITY)
                .line("mill", line("grinding", "ash"))
                .site("tip", site("cell", "ash"))
                .contract("standing", "donor", "mill", "ash", 1200, 0)
                .exchange(Exchange.Rule.NONE, 0)
                .event("fire", FIFTH, days(5), close(Part.Kind.ACTOR, "", "mill")));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("216 donor>mill ash 10");
    }

    @Test
    void anAgreedConsignmentKeepsItsFeeAndTheNextPaysThatOfTheDay() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(95, 10).at(97, 1))
                .line("mill", line("grinding", "ash").fee("ash", 5))
                .km("donor", "mill", 120)
                .event("dear", "2025-01-05", set(Field.Kind.LINE_FEE, "mill", "grinding", "ash", 7)));
        assertThat(run.euros("donor", "mill", PaymentKind.GATE_FEE)).isEqualTo(57);
    }

    @Test
    void theVirginPriceIsThatOfTheDay() {
        Run run = Run.of(TinyLab.of()
                .need("kiln", need("clay").virgin(10, 0))
                .window("2025-01-01", 6)
                .event("dear", FIFTH, days(1), scale(Field.Kind.VIRGIN_PRICE, "kiln", "clay", 3)));
        assertThat(run.euros("kiln", Chart.OUTSIDE, PaymentKind.VIRGIN_MATERIAL))
                .isEqualTo(80);
    }

    @Test
    void whatAMarketPaysOnTheDayIsComparedWithReceiversAndPaid() {
        Run sold = Run.of(TinyLab.of()
                .donor("mill", stream("ash").at(1, 24).at(97, 24))
                .line("mill", line("grinding", "ash").capacity(576).store(96).sells("sand", 1, 10, 0))
                .line("press", line("pressing", "sand").fee("sand", -12).store(96))
                .exchange(Exchange.Rule.CHEAPEST, 0)
                .event("boom", "2025-01-05", set(Field.Kind.MARKET_PRICE, "", "grinding", "sand", 13)));
        assertThat(sold.tonnes("mill", "press", "sand")).isEqualTo(24);
        assertThat(sold.euros(Chart.OUTSIDE, "mill", PaymentKind.SALES)).isEqualTo(24 * 13);
    }

    @Test
    void eventsHappenInBusinessAsUsualToWhatIsThere() {
        TinyLab lab = mill(96).line("works", line("planned", "ash").planned())
                .futureContract("idea", "donor", "mill", "ash", 100, 0)
                .event(
                        "fire",
                        FIFTH,
                        days(1),
                        close(Part.Kind.LINE, "works", "planned"),
                        set(Field.Kind.LINE_FEE, "mill", "grinding", "ash", 3))
                .event("closure", FIFTH, days(1), close(Part.Kind.LINE, "works", "planned"))
                .event("dispute", "2025-01-06", set(Field.Kind.CONTRACT_FEE, "", "idea", 2));
        assertThat(lab.lab().events()).hasSize(3);
        List<Event> usual = lab.lab().businessAsUsual().events();
        assertThat(usual).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("fire");
            assertThat(event.changes()).containsExactly(set(Field.Kind.LINE_FEE, "mill", "grinding", "ash", 3));
        });
        Run run = Run.of(lab.lab().businessAsUsual(), 1, 0);
        assertThat(run.closing("mill", "ash", StockPlace.INLET)).isZero();
    }

    @Test
    void theTraceTellsOfThem() {
        CompiledLab lab =
                CompiledLab.of(daily().event("fire", FIFTH, days(2.5), close(Part.Kind.STREAM, "donor", "ash"))
                        .event(
                                "storm",
                                new Event.Every(days(18, new Spread.None())),
                                days(9),
                                close(Part.Kind.ACTOR, "", "donor"))
                        .lab());
        List<String> told = new ArrayList<>();
        Replication.run(
                lab,
                1,
                0,
                FlowSink.NONE,
                (kernel, ledger, view) -> kernel.trace((millis, sequence, type, subject, payload) -> {
                    if (type.name().startsWith("event")) {
                        told.add(millis / 3_600_000 + " " + type.name() + ": " + view.about(type, subject, payload));
                    }
                }));
        assertThat(told)
                .containsExactly(
                        "96 event-begins: fire",
                        "96 events-take-effect: all that are on",
                        "156 event-ends: fire",
                        "156 events-take-effect: all that are on",
                        "432 event-begins: storm",
                        "432 events-take-effect: all that are on");
    }

    /** One event ends at the instant at which the next begins: what both close never opens. */
    @Test
    void whatTwoTouchingEventsCloseStaysClosedBetweenThem() {
        Event.Change shut = close(Part.Kind.LINE, "mill", "grinding");
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash"))
                .store("donor", "ash", 1000, Double.POSITIVE_INFINITY)
                .line("mill", line("grinding", "ash").capacity(100).store(500))
                .contract("ash", "donor", "mill", "ash", 5000, 0)
                .site("tip", site("cell", "ash"))
                .window("2025-01-01", 30)
                .event("a-fire", new Event.At(LocalDate.of(2025, 1, 5)), days(7), shut)
                .event("b-fire", new Event.At(LocalDate.of(2025, 1, 12)), days(7), shut));
        long begin = 4 * Horizon.DAY_MILLIS;
        long end = 18 * Horizon.DAY_MILLIS;
        assertThat(run.facts().stream()
                        .filter(fact -> fact.kind() == FactKind.SHIPPED || fact.kind() == FactKind.PROCESSED)
                        .map(Run.Fact::millis))
                .anyMatch(millis -> millis < begin)
                .anyMatch(millis -> millis >= end)
                .noneMatch(millis -> millis > begin + Horizon.DAY_MILLIS && millis < end);
    }
}
