package org.circlab.score;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.circlab.ledger.Flow;
import org.circlab.ledger.FlowSink;

/**
 * What actors hand to one another for use, month by month of the window of one replication, in grams: the service of an exchange
 * to the needs and lines that live on it. Collects the flows of a run; used by its thread alone until it has ended.
 */
public final class Deliveries implements FlowSink {

    private final int parties;
    private final SortedMap<YearMonth, long[]> received = new TreeMap<>();
    private final SortedMap<YearMonth, long[]> given = new TreeMap<>();
    private final Set<Long> links = new TreeSet<>();

    /**
     * Nothing yet.
     *
     * @param parties how many the chart of accounts has
     */
    public Deliveries(int parties) {
        this.parties = parties;
    }

    @Override
    public void month(YearMonth month, List<Flow> flows) {
        long[] in = received.computeIfAbsent(month, any -> new long[parties]);
        long[] out = given.computeIfAbsent(month, any -> new long[parties]);
        for (Flow flow : flows) {
            if (flow.route().isSynergy()) {
                in[flow.route().to()] += flow.grams();
                out[flow.route().from()] += flow.grams();
                links.add((long) flow.route().from() * parties + flow.route().to());
            }
        }
    }

    /** The months of the window, in order. */
    List<YearMonth> months() {
        return List.copyOf(received.keySet());
    }

    /** All that is handed on in a month, in grams. */
    long total(YearMonth month) {
        long sum = 0;
        for (long grams : received.getOrDefault(month, new long[0])) {
            sum += grams;
        }
        return sum;
    }

    /** What a party receives in a month, in grams. */
    long received(YearMonth month, int party) {
        long[] grams = received.get(month);
        return grams == null ? 0 : grams[party];
    }

    /** What a party gives in a month, in grams. */
    long given(YearMonth month, int party) {
        long[] grams = given.get(month);
        return grams == null ? 0 : grams[party];
    }

    int parties() {
        return parties;
    }

    /** Whom a party deals with, in either direction. */
    List<Integer> partners(int party) {
        List<Integer> partners = new ArrayList<>();
        for (long link : links) {
            int from = (int) (link / parties);
            int to = (int) (link % parties);
            if (from == party || to == party) {
                partners.add(from == party ? to : from);
            }
        }
        return partners;
    }
}
