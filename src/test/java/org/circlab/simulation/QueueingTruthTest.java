package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Interval;
import org.circlab.model.Spread;
import org.circlab.simulation.Parts.LinePart;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Generators, stores and lines against queueing theory, by the rule that {@link QueueTheory} states. */
class QueueingTruthTest {

    private static final double HOUR = 3_600_000;
    private static final Spread EXPONENTIAL = new Spread.Exponential();

    /**
     * One station.
     *
     * @param arrivals a unit of time
     * @param services a unit of time and server
     * @param scatter of the service
     * @param servers side by side
     * @param places in the system; 0 for any number
     * @param theory by measure
     */
    private record Case(
            String id,
            double arrivals,
            double services,
            Spread scatter,
            int servers,
            int places,
            Map<String, Double> theory) {

        static Case mmc(String id, double arrivals, double services, int servers) {
            return new Case(
                    id, arrivals, services, EXPONENTIAL, servers, 0, QueueTheory.mmc(arrivals, services, servers));
        }

        static Case mg1(String id, Spread scatter, double squaredCv) {
            return new Case(id, 0.8, 1, scatter, 1, 0, QueueTheory.mg1(0.8, squaredCv));
        }

        double days() {
            double served = theory.getOrDefault("throughput", arrivals);
            double rho = served / services / servers;
            double busy = theory.getOrDefault("erlangC", rho);
            return QueueTheory.days(QueueTheory.queueVariance(rho, servers, busy));
        }
    }

    /**
     * The published cases. County Hospital: Hillier and Lieberman, Introduction to Operations Research. The examples 10.3, 10.9
     * and 10.12 of Rios Insua et al., Investigacion operativa (2004), and the finite store: as computed by the R package queueing
     * 0.2.12. M/G/1: the formula of Pollaczek and Khinchine.
     */
    private static List<Case> cases() {
        return List.of(
                Case.mmc("M/M/1 county hospital", 2, 3, 1),
                Case.mmc("M/M/1 example 10.3", 0.25, 1 / 3.0, 1),
                Case.mmc("M/M/2 example 10.9", 5, 10, 2),
                // All ten stand idle for 0.03 % of the time, see tenServersStandIdleForTheirShareOfTheTime.
                without("P0", Case.mmc("M/M/10", 8, 1, 10)),
                new Case("M/M/15/15 example 10.12", 3, 0.25, EXPONENTIAL, 15, 15, QueueTheory.loss(3, 0.25, 15)),
                new Case("M/M/1/15", 5, 5.714, EXPONENTIAL, 1, 15, QueueTheory.finite(5, 5.714, 15)),
                Case.mg1("M/M/1", EXPONENTIAL, 1),
                Case.mg1("M/D/1", new Spread.None(), 0),
                Case.mg1("M/E2/1", new Spread.Gamma(StrictMath.sqrt(0.5)), 0.5));
    }

    private static Case without(String measure, Case station) {
        Map<String, Double> rest = new LinkedHashMap<>(station.theory());
        rest.remove(measure);
        return new Case(
                station.id(),
                station.arrivals(),
                station.services(),
                station.scatter(),
                station.servers(),
                station.places(),
                rest);
    }

    @TestFactory
    Stream<DynamicTest> stationsMeasureWhatTheoryGives() {
        List<Case> cases = cases();
        return IntStream.range(0, cases.size())
                .mapToObj(i -> DynamicTest.dynamicTest(cases.get(i).id(), () -> compare(i + 1, cases.get(i))));
    }

    /** Ten servers that are all idle for 0.03 % of the time. That takes sixty million lots, so it runs with mvn test -Plong only. */
    @Test
    @EnabledIfSystemProperty(named = "circlab.long", matches = "true")
    void tenServersStandIdleForTheirShareOfTheTime() {
        Case station = Case.mmc("M/M/10", 8, 1, 10);
        compare(4, station, QueueTheory.days(QueueTheory.emptyVariance(8, 1, 10)));
    }

    private static void compare(int number, Case station) {
        compare(number, station, station.days());
    }

    private static void compare(int number, Case station, double days) {
        LinePart line = line("hall", "ash")
                .parallel(station.servers())
                .service(station.scatter())
                .store(station.places() == 0 ? 1e6 : station.places());
        double lambda = station.arrivals() / station.services();
        TinyLab lab = lab(lambda, line, (int) days);
        QueueTheory.require(
                station.id(),
                QueueTheory.replicate(replication -> {
                    QueueMeter meter = measure(lab, station.servers(), number, replication);
                    assertThat(meter.littleError()).isZero();
                    return meter.measures(HOUR * station.services());
                }),
                station.theory());
    }

    /** Lots of a tonne that arise at the line's own actor; a mean service takes an hour. */
    private static TinyLab lab(double lotsAnHour, LinePart line, int days) {
        double interval = 1 / lotsAnHour / 24;
        return TinyLab.of()
                .donor(
                        "works",
                        stream("ash")
                                .batches(1, interval)
                                .every(interval, EXPONENTIAL)
                                .whole())
                .line("works", line.capacity(24))
                .site("tip", site("cell", "ash"))
                .warmUp(Math.max(20, days / 20))
                .window("2025-01-01", days);
    }

    private static QueueMeter measure(TinyLab lab, int servers, long seed, int replication) {
        CompiledLab compiled = CompiledLab.of(lab.lab());
        QueueMeter[] meter = new QueueMeter[1];
        Replication.run(compiled, seed, replication, FlowSink.NONE, (kernel, ledger, view) -> {
            meter[0] = new QueueMeter(kernel::now, compiled.chart().parties().indexOf("works"), servers);
            ledger.listen(meter[0]);
            kernel.trace((millis, sequence, type, subject, payload) -> meter[0].event(type.name()));
        });
        return meter[0];
    }

    private static final double FAILURES = 0.2;
    private static final double REPAIR = 1.5;

    private static List<Map<String, Double>> failing(int number, double lambda, boolean byUse) {
        Interval up = new Interval(HOUR / FAILURES, EXPONENTIAL);
        Interval down = new Interval(HOUR * REPAIR, EXPONENTIAL);
        LinePart line = line("hall", "ash").service(EXPONENTIAL).store(1e6).breaks(up, down, byUse);
        double rho = lambda * (1 + FAILURES * REPAIR);
        // Failures lengthen what is like a service, and let it scatter more.
        TinyLab lab = lab(lambda, line, (int) QueueTheory.days(2 * QueueTheory.queueVariance(rho, 1, rho)));
        return QueueTheory.replicate(replication -> {
            QueueMeter meter = measure(lab, 1, number, replication);
            assertThat(meter.littleError()).isZero();
            return meter.measures(HOUR);
        });
    }

    @Test
    void aServerThatFailsByUse() {
        double lambda = 0.5;
        double number = QueueTheory.numberWithFailuresByUse(lambda, FAILURES, REPAIR);
        double serving = lambda * FAILURES * REPAIR;
        QueueTheory.require(
                "failures by use",
                failing(11, lambda, true),
                Map.of("L", number, "W", number / lambda, "throughput", lambda, "broken", serving));
    }

    @Test
    void aServerThatFailsByTheCalendarIsAvailableForItsShareOfTheTime() {
        double lambda = 0.5;
        double number = QueueTheory.numberWithFailuresByTime(lambda, FAILURES, REPAIR);
        double unavailable = REPAIR / (1 / FAILURES + REPAIR);
        QueueTheory.require(
                "failures by the calendar",
                failing(12, lambda, false),
                Map.of("L", number, "W", number / lambda, "throughput", lambda, "broken", unavailable));
    }

    /** With more work than it can do a server is busy whenever it is up. */
    @Test
    void aSaturatedServerServesForTheShareOfTheTimeForWhichItIsUp() {
        LinePart line = line("hall", "ash")
                .service(EXPONENTIAL)
                .store(50)
                .breaks(new Interval(40 * HOUR, EXPONENTIAL), new Interval(10 * HOUR, EXPONENTIAL), false);
        TinyLab lab = lab(5, line, 1500);
        QueueTheory.require(
                "saturated",
                QueueTheory.replicate(
                        replication -> measure(lab, 1, 13, replication).measures(HOUR)),
                Map.of("throughput", 0.8, "broken", 0.2));
    }

    /** The first of two lines always has work; the silo between them and the room of the second hold what waits there. */
    @TestFactory
    Stream<DynamicTest> twoLinesInSeriesWithBlocking() {
        double[][] cases = {{14, 1, 1, 0}, {15, 1, 2, 2}, {16, 0.8, 3, 0}, {17, 1.25, 1, 1}};
        return Stream.of(cases)
                .map(each -> DynamicTest.dynamicTest(
                        "rate " + each[1] + ", silo " + each[2] + ", room " + each[3],
                        () -> tandem((int) each[0], each[1], each[2], each[3])));
    }

    private static void tandem(int number, double rate, double silo, double room) {
        LinePart first =
                line("first", "ash").out("brick", 1).service(EXPONENTIAL).store(9);
        LinePart second =
                line("second", "brick").capacity(24 * rate).service(EXPONENTIAL).store(1 + room);
        // Each lot beyond the first line is one step of a chain that forgets in about the square of its length.
        double length = silo + room + 3;
        int days = (int) Math.ceil(12 * length * length);
        TinyLab lab = lab(3, first, days)
                .silo("works", "brick", silo, Double.POSITIVE_INFINITY)
                .line("mill", second);
        double expected = QueueTheory.tandem(1, rate, (int) (silo + room));
        QueueTheory.require(
                "tandem",
                QueueTheory.replicate(
                        replication -> measure(lab, 1, number, replication).measures(HOUR)),
                Map.of("throughput", expected));
    }

    /** The printed values, so that a slip in the closed forms is found. */
    @Test
    void theClosedFormsGiveThePrintedValues() {
        List<Case> cases = cases();
        same(cases.get(0), Map.of("L", 2.0, "Lq", 4 / 3.0, "W", 1.0, "Wq", 2 / 3.0, "P0", 1 / 3.0, "rho", 2 / 3.0));
        same(cases.get(1), Map.of("L", 3.0, "Lq", 2.25, "W", 12.0, "Wq", 9.0, "P0", 0.25, "erlangC", 0.75));
        same(cases.get(2), Map.of("P0", 0.6, "erlangC", 0.1, "Lq", 1 / 30.0, "Wq", 1 / 150.0, "L", 8 / 15.0));
        same(cases.get(2), Map.of("rho", 0.25, "W", 0.10666666666666667));
        same(cases.get(3), Map.of("erlangC", 0.4091801507964435, "Lq", 1.6367206031857744, "L", 9.636720603185774));
        same(cases.get(3), Map.of("rho", 0.8, "Wq", 0.2045900753982218, "W", 1.2045900753982217));
        assertThat(QueueTheory.mmc(8, 1, 10).getOrDefault("P0", Double.NaN) / 0.00027657168567369396 - 1)
                .isBetween(-1e-9, 1e-9);
        same(
                cases.get(4),
                Map.of("L", 10.9712490060564, "throughput", 2.7428122515141, "blocking", 0.08572924949530003));
        same(cases.get(5), Map.of("L", 4.85888761830717, "Lq", 4.00058732779843, "P0", 0.141699709491257));
        same(cases.get(5), Map.of("W", 0.990734664778286, "Wq", 0.815725914340764, "throughput", 4.90432785996696));
        same(cases.get(6), Map.of("rho", 0.8, "L", 4.0, "Lq", 3.2, "W", 5.0, "Wq", 4.0));
        same(cases.get(7), Map.of("rho", 0.8, "L", 2.4, "Lq", 1.6, "W", 3.0, "Wq", 2.0));
        same(cases.get(8), Map.of("rho", 0.8, "L", 3.2, "Lq", 2.4, "W", 4.0, "Wq", 3.0));
        assertThat(QueueTheory.tandem(2, 2, 3)).isBetween(2 * 5 / 6.0 - 1e-9, 2 * 5 / 6.0 + 1e-9);
    }

    private static void same(Case station, Map<String, Double> printed) {
        printed.forEach((measure, value) -> assertThat(station.theory().getOrDefault(measure, Double.NaN) / value - 1)
                .as("%s of %s", measure, station.id())
                .isBetween(-1e-9, 1e-9));
    }
}
