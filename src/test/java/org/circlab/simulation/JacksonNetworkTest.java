package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.kernel.EventType;
import org.circlab.kernel.Kernel;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Streams;
import org.junit.jupiter.api.Test;

/**
 * An open network of three stations on the kernel alone (J. R. Jackson, Networks of waiting lines, Operations Research 5(4), 1957,
 * 518-521): each is as if it stood alone with all that comes to it. The numbers are those of Hillier and Lieberman, Introduction to
 * Operations Research.
 */
class JacksonNetworkTest {

    private static final double HOUR = 3_600_000;
    private static final double[] ARRIVALS = {1, 4, 3};
    private static final int[] SERVERS = {1, 2, 1};
    private static final double[][] ROUTES = {{0, 0.6, 0.3}, {0.1, 0, 0.3}, {0.4, 0.4, 0}};
    private static final double SERVICES = 10;
    private static final int SEED = 10;

    /** All that comes to each station: from outside, and from the others. */
    private static double[] traffic() {
        double[] lambda = ARRIVALS.clone();
        for (int round = 0; round < 200; round++) {
            double[] next = ARRIVALS.clone();
            for (int from = 0; from < 3; from++) {
                for (int to = 0; to < 3; to++) {
                    next[to] += lambda[from] * ROUTES[from][to];
                }
            }
            lambda = next;
        }
        return lambda;
    }

    @Test
    void theClosedFormsGiveThePrintedValues() {
        double[] printedTraffic = {5, 10, 7.5};
        double[] printedNumbers = {1, 4 / 3.0, 3};
        double total = 0;
        for (int i = 0; i < 3; i++) {
            assertThat(traffic()[i] / printedTraffic[i] - 1).isBetween(-1e-9, 1e-9);
            double number = QueueTheory.mmc(traffic()[i], SERVICES, SERVERS[i]).getOrDefault("L", Double.NaN);
            assertThat(number / printedNumbers[i] - 1).isBetween(-1e-9, 1e-9);
            total += number;
        }
        assertThat(total * 3 / 16 - 1).isBetween(-1e-9, 1e-9);
    }

    @Test
    void everyStationIsAsIfItStoodAlone() {
        double[] lambda = traffic();
        Map<String, Double> theory = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            int station = i;
            QueueTheory.mmc(lambda[i], SERVICES, SERVERS[i])
                    .forEach((measure, value) -> theory.put(measure + " of " + station, value));
        }
        theory.put("L in all", 16 / 3.0);
        theory.put("W in all", 2 / 3.0);
        // The busiest station is the slowest to settle. Its services take a tenth of an hour.
        double hours = 24 * QueueTheory.days(QueueTheory.queueVariance(0.75, 1, 0.75)) / SERVICES;
        QueueTheory.require(
                "network",
                QueueTheory.replicate(replication -> new Network(replication, 2 * hours).measures()),
                theory);
    }

    /** One replication. */
    private static final class Network {
        private final Kernel kernel = new Kernel();
        private final RandomStream[] gaps = new RandomStream[3];
        private final RandomStream[] services = new RandomStream[3];
        private final RandomStream[] routes = new RandomStream[3];
        private final EventType arrives;
        private final EventType isServed;
        private final List<ArrayDeque<Long>> queues = new ArrayList<>();
        private final int[] present = new int[3];
        private final QueueMeter[] meters = new QueueMeter[3];
        private final QueueMeter whole = new QueueMeter(kernel::now, 0, 1);
        private long opening = Long.MAX_VALUE;
        private double sojournMillis;
        private long left;

        Network(int replication, double hours) {
            Streams streams = new Streams(SEED, replication);
            arrives = kernel.define("arrives", 0, (station, payload) -> arrive(station));
            isServed = kernel.define("is-served", 0, this::leave);
            for (int i = 0; i < 3; i++) {
                queues.add(new ArrayDeque<>());
                meters[i] = new QueueMeter(kernel::now, 0, SERVERS[i]);
                gaps[i] = streams.stream("gap", "", "s" + i);
                services[i] = streams.stream("service", "", "s" + i);
                routes[i] = streams.stream("route", "", "s" + i);
                arrives.after(millis(gaps[i], ARRIVALS[i]), i, 0);
            }
            opening = (long) (hours / 20 * HOUR);
            kernel.run(opening);
            whole.windowOpens();
            for (QueueMeter meter : meters) {
                meter.windowOpens();
            }
            kernel.run(opening + (long) (hours * HOUR));
            whole.windowCloses();
            for (QueueMeter meter : meters) {
                meter.windowCloses();
            }
        }

        private static long millis(RandomStream chance, double rate) {
            return Math.max(1, Math.round(chance.nextExponential() / rate * HOUR));
        }

        private void arrive(int station) {
            arrives.after(millis(gaps[station], ARRIVALS[station]), station, 0);
            whole.arrive();
            join(station, kernel.now());
        }

        private void join(int station, long entered) {
            meters[station].arrive();
            present[station]++;
            if (present[station] <= SERVERS[station]) {
                isServed.after(millis(services[station], SERVICES), station, entered);
            } else {
                queues.get(station).add(entered);
            }
        }

        private void leave(int station, long entered) {
            meters[station].depart();
            present[station]--;
            Long next = queues.get(station).poll();
            if (next != null) {
                isServed.after(millis(services[station], SERVICES), station, next);
            }
            double draw = routes[station].nextDouble();
            for (int to = 0; to < 3; to++) {
                draw -= ROUTES[station][to];
                if (draw < 0) {
                    join(to, entered);
                    return;
                }
            }
            whole.depart();
            if (entered >= opening) {
                sojournMillis += kernel.now() - entered;
                left++;
            }
        }

        Map<String, Double> measures() {
            Map<String, Double> measures = new LinkedHashMap<>();
            for (int i = 0; i < 3; i++) {
                int station = i;
                assertThat(meters[i].littleError()).isZero();
                meters[i].measures(HOUR).forEach((measure, value) -> measures.put(measure + " of " + station, value));
            }
            measures.put("L in all", whole.measures(HOUR).getOrDefault("L", Double.NaN));
            measures.put("W in all", sojournMillis / left / HOUR);
            return measures;
        }
    }
}
