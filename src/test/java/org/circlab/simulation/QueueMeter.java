package org.circlab.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;

/**
 * Measures one line as a queue, from the facts of receipt and processing alone: time integrals of the number in the system, and
 * the waits of single lots, each by its own way so that Little's law is a check and not an assumption.
 */
final class QueueMeter implements FactListener {

    private final LongSupplier clock;
    private final int servers;
    private final int line;
    private final Fifo waiting = new Fifo();
    private final Fifo present = new Fifo();
    private long number;
    private long since;
    private long opened;

    private long lotMillis;
    private double busyMillis;
    private double queueMillis;
    private double emptyMillis;
    private double brokenMillis;
    private boolean broken;
    private double waitMillis;
    private double sojournMillis;
    private long arrivalInstants;
    private long departureInstants;
    private long arrivals;
    private long delayed;
    private long departures;
    private long lost;

    /** A queue of instants. */
    private static final class Fifo {
        private long[] ring = new long[64];
        private int head;
        private int size;

        void add(long instant) {
            if (size == ring.length) {
                long[] larger = new long[2 * size];
                for (int i = 0; i < size; i++) {
                    larger[i] = ring[(head + i) & (size - 1)];
                }
                ring = larger;
                head = 0;
            }
            ring[(head + size++) & (ring.length - 1)] = instant;
        }

        long poll() {
            long first = ring[head];
            head = (head + 1) & (ring.length - 1);
            size--;
            return first;
        }
    }

    /**
     * A meter of the only line of a party.
     *
     * @param clock the clock of the run
     * @param line index of the party
     * @param servers how many lots are served at a time
     */
    QueueMeter(LongSupplier clock, int line, int servers) {
        this.clock = clock;
        this.line = line;
        this.servers = servers;
    }

    @Override
    public void fact(FactKind kind, int from, int to, int subject, long amount) {
        if (kind == FactKind.RECEIVED && to == line) {
            arrive();
        } else if (kind == FactKind.RECEIVED) {
            lost++;
        } else if (kind == FactKind.PROCESSED && from == line) {
            depart();
        }
    }

    /** Hears of an event of the run; of a line with one server, what matters is whether it is broken. */
    void event(String name) {
        if (name.equals("line-breaks-down") || name.equals("line-is-repaired")) {
            pass();
            broken = name.equals("line-breaks-down");
        }
    }

    private void pass() {
        long now = clock.getAsLong();
        long millis = now - since;
        since = now;
        lotMillis += number * millis;
        busyMillis += (double) (Math.min(number, servers) * millis);
        queueMillis += (double) (Math.max(0, number - servers) * millis);
        emptyMillis += number == 0 ? millis : 0;
        brokenMillis += broken ? millis : 0;
    }

    /** A lot comes. */
    void arrive() {
        pass();
        arrivals++;
        arrivalInstants += since - opened;
        if (number >= servers) {
            delayed++;
            waiting.add(since);
        }
        present.add(since);
        number++;
    }

    /** A lot goes. */
    void depart() {
        pass();
        departures++;
        departureInstants += since - opened;
        sojournMillis += since - present.poll();
        number--;
        if (waiting.size > 0) {
            waitMillis += since - waiting.poll();
        }
    }

    @Override
    public void windowOpens() {
        pass();
        opened = since;
        lotMillis = 0;
        busyMillis = 0;
        queueMillis = 0;
        emptyMillis = 0;
        brokenMillis = 0;
        waitMillis = 0;
        sojournMillis = 0;
        arrivalInstants = 0;
        departureInstants = 0;
        arrivals = 0;
        delayed = 0;
        departures = 0;
        lost = 0;
    }

    @Override
    public void windowCloses() {
        pass();
    }

    /** What Little's law, with its terms at both ends, leaves unaccounted for; in lots times milliseconds. */
    long littleError() {
        return lotMillis - (departureInstants - arrivalInstants + number * (since - opened));
    }

    /** What was measured, by the names of the published cases, in units of {@code unitMillis}. */
    Map<String, Double> measures(double unitMillis) {
        double length = (double) (since - opened);
        double meanWait = waitMillis / departures;
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("rho", busyMillis / length / servers);
        measures.put("broken", brokenMillis / length);
        measures.put("P0", emptyMillis / length);
        measures.put("erlangC", (double) delayed / arrivals);
        measures.put("L", lotMillis / length);
        measures.put("Lq", queueMillis / length);
        measures.put("W", sojournMillis / departures / unitMillis);
        measures.put("Wq", meanWait / unitMillis);
        measures.put("throughput", departures / length * unitMillis);
        measures.put("blocking", (double) lost / (lost + arrivals));
        return measures;
    }
}
