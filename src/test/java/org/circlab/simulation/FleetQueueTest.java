package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.millis;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.circlab.kernel.EventType;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Haulage;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A fleet is a queue with several servers: lots that arise at random wait for one of n trucks, each of which is busy for the
 * same time with loading, the way, unloading and the return. The mean wait is that of M/D/n (C. D. Crommelin, Delay probability
 * formulae when the holding times are constant, P.O. Electrical Engineers Journal 25, 1932).
 */
class FleetQueueTest {

    private static final int DAYS = 3650;

    /** Loading 1 h, 60 km both ways, unloading 0.5 h. */
    private static final double BUSY_HOURS = 1 + 1 + 0.5 + 1;

    /** Mean wait over the busy time of one server. */
    private static double meanWait(int servers, double load) {
        double sum = 0;
        for (int i = 1; i < 2000; i++) {
            PoissonDistribution arrivals = new PoissonDistribution(i * servers * load);
            double atLeast = 1 - arrivals.cumulativeProbability(i * servers - 1);
            double more = 1 - arrivals.cumulativeProbability(i * servers);
            sum += atLeast - more / load;
        }
        return sum;
    }

    @Test
    void withOneServerTheFormulaIsThatOfPollaczekAndKhinchine() {
        for (double load : new double[] {0.3, 0.6, 0.85}) {
            assertThat(meanWait(1, load)).isCloseTo(load / (2 * (1 - load)), within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "1, 0.8", "2, 0.7", "3, 0.9", "5, 0.8"})
    void theMeanWaitForATruckIsThatOfTheQueue(int trucks, double load) {
        double hoursBetween = BUSY_HOURS / trucks / load;
        TinyLab lab = TinyLab.of()
                .donor(
                        "donor",
                        stream("ash").mean(Timed.constant(1000)).every(hoursBetween / 24, new Spread.Exponential()))
                .site("tip", site("cell", "ash"))
                .km("donor", "tip", 60)
                .truck(new Haulage.Mode(
                        "truck",
                        1_000_000,
                        Timed.constant(0),
                        60,
                        1,
                        0,
                        new Haulage.Handling(millis(1), millis(0.5), 0),
                        null))
                .fleet("own", "donor", trucks, Double.POSITIVE_INFINITY)
                .window("2025-01-01", DAYS);
        CompiledLab compiled = CompiledLab.of(lab.lab());
        double[] waits = new double[2];
        for (int replication = 0; replication < 4; replication++) {
            Replication.run(compiled, 7, replication, FlowSink.NONE, (kernel, ledger, view) -> {
                EventType look = kernel.define("look", Observer.PRIORITY, (subject, payload) -> {
                    waits[0] += view.truckWaitMillis();
                    waits[1] += view.fleetTrips();
                });
                look.at(millis(24 * DAYS) - 1, 0, 0);
            });
        }
        double expected = millis(BUSY_HOURS) * meanWait(trucks, load);
        assertThat(waits[1]).isGreaterThan(4 * DAYS);
        assertThat(waits[0] / waits[1]).isCloseTo(expected, within(0.04 * expected));
    }
}
