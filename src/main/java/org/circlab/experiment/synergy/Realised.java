package org.circlab.experiment.synergy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.circlab.experiment.Outcome;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Flow;
import org.circlab.model.Contract;
import org.circlab.model.Lab;

/**
 * The synergies of a variant.
 *
 * @param synergies the largest first, those of equal mass by their ids
 * @param slight how many more there are that bring less than {@value #SLIGHT} of what all bring together; they are left as they
 *     are
 */
public record Realised(List<Synergy> synergies, int slight) {

    /** The share of all that is handed on beyond the baseline below which a synergy is not looked at. */
    public static final double SLIGHT = 0.001;

    private static final double GRAMS_PER_TONNE = 1e6;

    public Realised {
        synergies = List.copyOf(synergies);
    }

    /** The synergies that a variant has beyond its baseline. */
    static Realised of(Outcome outcome) {
        Lab lab = outcome.plan().lab();
        SortedMap<Pair, Long> beyond = new TreeMap<>(total(outcome.variant(), route -> true));
        total(outcome.baseline(), route -> true).forEach((pair, grams) -> beyond.merge(pair, -grams, Long::sum));
        Map<Pair, Long> matched = total(outcome.variant(), route -> route.channel() == Channel.EXCHANGE);
        Map<Pair, List<Contract>> planned = planned(lab, outcome.plan().baseline());
        beyond.entrySet()
                .removeIf(each -> each.getValue() <= 0
                        || !(matched.containsKey(each.getKey()) || planned.containsKey(each.getKey())));
        double least =
                SLIGHT * beyond.values().stream().mapToLong(Long::longValue).sum();
        double perYear =
                GRAMS_PER_TONNE * outcome.variant().size() * lab.horizon().years();
        List<Synergy> synergies = new ArrayList<>();
        beyond.forEach((pair, grams) -> {
            if (grams >= least) {
                synergies.add(synergy(pair, grams / perYear, planned.getOrDefault(pair, List.of())));
            }
        });
        synergies.sort(Comparator.comparingDouble((Synergy each) -> -each.tonnesPerYear()));
        return new Realised(synergies, beyond.size() - synergies.size());
    }

    private static SortedMap<Pair, Long> total(List<Accounts> replications, Predicate<Flow.Route> counts) {
        SortedMap<Pair, Long> total = new TreeMap<>();
        replications.forEach(
                each -> Pair.grams(each, counts).forEach((pair, grams) -> total.merge(pair, grams, Long::sum)));
        return total;
    }

    /** Contracts that only the variant has. */
    private static Map<Pair, List<Contract>> planned(Lab lab, Lab baseline) {
        List<String> known = baseline.contracts().stream().map(Contract::id).toList();
        return lab.contracts().stream()
                .filter(contract -> !known.contains(contract.id()))
                .collect(Collectors.groupingBy(
                        contract -> new Pair(contract.from(), contract.to(), contract.material())));
    }

    private static Synergy synergy(Pair pair, double tonnesPerYear, List<Contract> contracts) {
        List<String> without = new ArrayList<>();
        without.add("exchange.apart." + pair.donor() + "-" + pair.receiver() + "-" + pair.material() + "={ from: "
                + pair.donor() + ", to: " + pair.receiver() + ", material: " + pair.material() + " }");
        contracts.forEach(contract -> without.add("contracts." + contract.id() + ".volume=0 t/yr"));
        return new Synergy(pair.donor(), pair.receiver(), pair.material(), tonnesPerYear, without);
    }
}
