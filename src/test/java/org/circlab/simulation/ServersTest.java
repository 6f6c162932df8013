package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.stream;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Interval;
import org.circlab.model.Spread;
import org.circlab.model.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers side by side, in their hours, with their breakdowns; instants by hand. 1 January 2025 is a Wednesday. */
class ServersTest {

    private static final Spread NONE = new Spread.None();

    private static Interval hours(double length) {
        return new Interval(length * 3_600_000, NONE);
    }

    /** A line of a server that takes 10 t in 10 h. */
    private static TinyLab works(Parts.StreamPart stream, Parts.LinePart line) {
        return TinyLab.of()
                .donor("works", stream)
                .line("works", line.capacity(24).store(5000));
    }

    private static List<String> processed(TinyLab lab) {
        return Run.of(lab).log(FactKind.PROCESSED);
    }

    @Test
    void serversServeSideBySideAndTheFirstFreeOneTakesTheFirstLot() {
        TinyLab lab = works(
                stream("ash").at(0, 10).at(1, 2).at(2, 4).at(3, 1),
                line("hall", "ash").parallel(2));
        assertThat(processed(lab))
                .containsExactly(
                        "3 works>works ash 2", "7 works>works ash 4", "8 works>works ash 1", "10 works>works ash 10");
    }

    private static WorkCalendar office(DayOfWeek... days) {
        List<WorkCalendar.Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : days) {
            shifts.add(new WorkCalendar.Shift(day, 8 * 60, 8 * 60));
        }
        return new WorkCalendar("office", shifts, Set.of(), Set.of(LocalDate.of(2025, 1, 3)));
    }

    @Test
    void aServiceRestsBetweenShiftsAndOverHolidays() {
        WorkCalendar office = office(DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.MONDAY);
        TinyLab lab =
                works(stream("ash").at(1, 10).at(2, 7), line("hall", "ash").hours(office));
        // Wednesday 8 to 16 and Thursday 8 to 10; Thursday 10 to 16, no Friday, Monday 8 to 9.
        assertThat(processed(lab)).containsExactly("34 works>works ash 10", "129 works>works ash 7");
    }

    @Test
    void aBreakdownByTheCalendarInterruptsAServiceAndStopsAnIdleServer() {
        // Up 6 h, down 2 h: up 0-6, 8-14, 16-22, 24-30.
        TinyLab lab = works(
                stream("ash").at(0, 10).at(14.5, 1).at(22, 1),
                line("hall", "ash").breaks(hours(6), hours(2), false));
        assertThat(processed(lab))
                .containsExactly("12 works>works ash 10", "17 works>works ash 1", "25 works>works ash 1");
    }

    @Test
    void wearByUseCountsServiceOnly() {
        // Breaks after each 6 h of service, for 2 h: 0-6, then 8-12; idle to 100; 2 h to the next breakdown.
        TinyLab lab =
                works(stream("ash").at(0, 10).at(100, 3), line("hall", "ash").breaks(hours(6), hours(2), true));
        assertThat(processed(lab)).containsExactly("12 works>works ash 10", "105 works>works ash 3");
    }

    @Test
    void aBreakdownThatFallsDueWithTheEndOfAServiceLetsItEnd() {
        TinyLab lab = works(stream("ash").at(0, 6).at(1, 1), line("hall", "ash").breaks(hours(6), hours(2), false));
        assertThat(processed(lab)).containsExactly("6 works>works ash 6", "9 works>works ash 1");
        TinyLab byUse =
                works(stream("ash").at(0, 6).at(1, 1), line("hall", "ash").breaks(hours(6), hours(2), true));
        assertThat(processed(byUse)).containsExactly("6 works>works ash 6", "9 works>works ash 1");
    }

    /** When the servers of a line break down, by what they are called. */
    private static Map<String, List<Long>> breakdowns(int servers, boolean byUse) {
        Spread scatter = new Spread.Exponential();
        TinyLab lab = works(
                stream("ash").at(0, 1500).at(0, 1500).at(0, 1500),
                line("hall", "ash")
                        .parallel(servers)
                        .breaks(new Interval(8e7, scatter), new Interval(2e7, scatter), byUse));
        Map<String, List<Long>> instants = new TreeMap<>();
        Replication.run(
                CompiledLab.of(lab.lab()),
                5,
                1,
                FlowSink.NONE,
                (kernel, ledger, view) -> kernel.trace((millis, sequence, type, subject, payload) -> {
                    if (type.name().equals("line-breaks-down")) {
                        instants.computeIfAbsent(view.about(type, subject, payload), any -> new ArrayList<>())
                                .add(millis);
                    }
                }));
        return instants;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachServerFailsByItselfAndAnotherServerChangesNoneOfThem(boolean byUse) {
        Map<String, List<Long>> two = breakdowns(2, byUse);
        Map<String, List<Long>> three = breakdowns(3, byUse);
        assertThat(three).containsOnlyKeys("works: line hall", "works: line hall#1", "works: line hall#2");
        assertThat(new HashSet<>(three.values())).hasSize(3);
        assertThat(three).containsAllEntriesOf(two);
        assertThat(three.values()).allMatch(instants -> instants.size() > 10);
    }

    /** By the k-th arrival the k-th service time is drawn, so that a further server lets every lot begin earlier or as early. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void moreServersNeverRaiseTheWaiting(long seed) {
        double before = Double.POSITIVE_INFINITY;
        double first = 0;
        for (int servers = 1; servers <= 5; servers++) {
            TinyLab lab = works(
                    stream("ash")
                            .batches(4, 0.1)
                            .every(0.1, new Spread.Exponential())
                            .spread(new Spread.Lognormal(0.7)),
                    line("hall", "ash")
                            .parallel(servers)
                            .service(new Spread.Gamma(1.2))
                            .store(1e6));
            CompiledLab compiled = CompiledLab.of(lab.lab());
            QueueMeter[] meter = new QueueMeter[1];
            int line = servers;
            Replication.run(compiled, seed, 1, FlowSink.NONE, (kernel, ledger, view) -> {
                meter[0] =
                        new QueueMeter(kernel::now, compiled.chart().parties().indexOf("works"), line);
                ledger.listen(meter[0]);
            });
            double waiting = meter[0].measures(1).getOrDefault("Lq", Double.NaN);
            assertThat(waiting).as("%s servers", servers).isLessThanOrEqualTo(before);
            before = waiting;
            first = servers == 1 ? waiting : first;
        }
        assertThat(first).isGreaterThan(10 * before);
    }

    @Test
    void theRoomOfALineWithoutAStoreIsThatOfAllItsServers() {
        TinyLab lab = TinyLab.of()
                .donor("works", stream("ash").at(0, 100))
                .line("works", line("hall", "ash").capacity(10).parallel(3))
                .site("tip", Parts.site("cell", "ash"));
        assertThat(Run.of(lab).log(FactKind.DISPOSED)).containsExactly("0 tip>tip ash 70");
    }
}
