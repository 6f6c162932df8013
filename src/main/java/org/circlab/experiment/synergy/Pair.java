package org.circlab.experiment.synergy;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Flow;

/** Who hands what to whom, by ids. */
record Pair(String donor, String receiver, String material) implements Comparable<Pair> {

    private static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::donor).thenComparing(Pair::receiver).thenComparing(Pair::material);

    static Pair of(Synergy synergy) {
        return new Pair(synergy.donor(), synergy.receiver(), synergy.material());
    }

    /** Grams that pairs hand on for use over the window, by the flows that count. */
    static SortedMap<Pair, Long> grams(Accounts accounts, Predicate<Flow.Route> counts) {
        SortedMap<Pair, Long> grams = new TreeMap<>();
        for (Flow flow : accounts.flows()) {
            Flow.Route route = flow.route();
            if (route.isSynergy() && counts.test(route)) {
                Pair pair = new Pair(
                        accounts.chart().parties().get(route.from()),
                        accounts.chart().parties().get(route.to()),
                        accounts.chart().materials().get(route.material()));
                grams.merge(pair, flow.grams(), Long::sum);
            }
        }
        return grams;
    }

    @Override
    public int compareTo(Pair other) {
        return ORDER.compare(this, other);
    }
}
