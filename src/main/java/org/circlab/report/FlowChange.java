package org.circlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.circlab.experiment.Outcome;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.model.Lab;
import org.circlab.model.Operation;

/**
 * What one actor hands to another to recover it, or sells out of the lab, where that is more in the variant than in business
 * as usual. What is landfilled or otherwise disposed of is not among it, contract or not.
 *
 * @param from id of the donor
 * @param to id of the receiver, or {@link Chart#EXPORT}
 * @param material its id
 * @param tonnesPerYear mean over the replications in the variant
 * @param baselineTonnesPerYear the same in business as usual
 */
public record FlowChange(String from, String to, String material, double tonnesPerYear, double baselineTonnesPerYear) {

    private record Key(String from, String to, String material) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::from).thenComparing(Key::to).thenComparing(Key::material);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** What the variant has more of, in tonnes a year. */
    public double increase() {
        return tonnesPerYear - baselineTonnesPerYear;
    }

    /** All flows that the variant has more of than business as usual, the largest increase first, ties by id. */
    public static List<FlowChange> of(Outcome outcome) {
        Map<Key, Double> with = tonnesPerYear(outcome.variant(), outcome.plan().lab());
        Map<Key, Double> without =
                tonnesPerYear(outcome.baseline(), outcome.plan().baseline());
        List<FlowChange> changes = new ArrayList<>();
        with.forEach((key, tonnes) ->
                changes.add(new FlowChange(key.from, key.to, key.material, tonnes, without.getOrDefault(key, 0.0))));
        return changes.stream()
                .filter(change -> change.increase() > 0)
                .sorted(Comparator.comparingDouble(FlowChange::increase).reversed())
                .toList();
    }

    private static Map<Key, Double> tonnesPerYear(List<Accounts> replications, Lab lab) {
        Map<Key, Long> grams = new TreeMap<>();
        for (Accounts accounts : replications) {
            Chart chart = accounts.chart();
            for (Flow flow : accounts.flows()) {
                Flow.Route route = flow.route();
                if (isHandedOn(route)) {
                    Key key = new Key(
                            chart.parties().get(route.from()),
                            chart.parties().get(route.to()),
                            chart.materials().get(route.material()));
                    grams.merge(key, flow.grams(), Long::sum);
                }
            }
        }
        double perYear = 1e6 * lab.horizon().years() * replications.size();
        Map<Key, Double> tonnes = new TreeMap<>();
        grams.forEach((key, sum) -> tonnes.put(key, sum / perYear));
        return tonnes;
    }

    private static boolean isDisposedOf(Flow.Route route) {
        Operation operation = route.operation();
        return operation != null && operation.treatment().isDisposal();
    }

    /** Whether a flow is a synergy that does not end in disposal, or a sale out of the lab. */
    private static boolean isHandedOn(Flow.Route route) {
        boolean sale = route.channel() == Channel.MARKET && route.from() != route.to();
        return sale || (route.isSynergy() && !isDisposedOf(route));
    }
}
