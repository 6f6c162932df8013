package org.circlab.experiment.synergy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Repeat;
import org.circlab.experiment.search.Scale;
import org.circlab.experiment.search.Threshold;
import org.circlab.ledger.Accounts;
import org.circlab.model.Lab;
import org.circlab.scenario.ScenarioException;
import org.circlab.score.Joining;
import org.circlab.score.Replications;
import org.circlab.simulation.SimulationException;
import org.jspecify.annotations.Nullable;

/**
 * Finds where synergies end. Replication 1 is run with one value changed, with and without the synergy; each lab is run once,
 * whoever asks for it. A change that the scenario cannot have, or with which the lab does not run to its end, tells nothing.
 */
final class Ends {

    /** The part of its mass beyond the baseline below which a synergy trades no more. */
    private static final double ENDED = 0.5;

    private final Labs labs;
    private final Repeat repeat;
    private final Lab lab;
    private final Set<Pair> pairs;
    private final Set<String> sides;
    private final SortedMap<Pair, Long> usual;
    private final Map<List<String>, Optional<Seen>> known = new ConcurrentHashMap<>();

    /**
     * What is kept of a run: what is asked of it, since there are many.
     *
     * @param grams that the pairs hand on
     * @param books payments alone, of and to their sides
     */
    private record Seen(Map<Pair, Long> grams, Accounts books) {}

    /** Searches for some synergies of an outcome. */
    Ends(Labs labs, Repeat repeat, Outcome outcome, List<Synergy> asked) {
        this.labs = labs;
        this.repeat = repeat;
        this.lab = outcome.plan().lab();
        this.pairs = asked.stream().map(Pair::of).collect(Collectors.toSet());
        this.sides = pairs.stream()
                .flatMap(pair -> Stream.of(pair.donor(), pair.receiver()))
                .collect(Collectors.toSet());
        this.usual = Pair.grams(outcome.baseline().get(0), route -> true);
        known.put(List.of(), Optional.of(seen(outcome.variant().get(0))));
    }

    /** Where a synergy ends along a value; nothing where the value cannot be set, or the synergy is not there in replication 1. */
    Optional<BreakEven> of(Synergy synergy, Movable movable) {
        long enough = (long) Math.ceil(ENDED * beyond(synergy, List.of()).orElse(0L));
        if (enough <= 0) {
            return Optional.empty();
        }
        if (!isSettable(movable)) {
            return Optional.empty();
        }
        boolean paysNow = pays(synergy, List.of()).orElse(false);
        return Optional.of(new BreakEven(
                synergy,
                movable.kind(),
                movable.path(),
                movable.now(),
                turn(movable, sets -> beyond(synergy, sets).map(grams -> grams >= enough), true),
                turn(movable, sets -> pays(synergy, sets), paysNow),
                paysNow,
                movable.lowest(),
                movable.highest()));
    }

    private boolean isSettable(Movable movable) {
        try {
            labs.with(List.of(movable.path() + "=" + movable.first(movable.up())));
            return true;
        } catch (ScenarioException impossible) {
            return false;
        }
    }

    /** Answers a question about the lab with changes; nothing where it cannot have them. */
    private interface Asked {
        Optional<Boolean> of(List<String> sets);
    }

    private static BreakEven.Turn turn(Movable movable, Asked asked, boolean now) {
        Predicate<String> turned = value -> asked.of(List.of(movable.path() + "=" + value))
                .map(answer -> answer != now)
                .orElse(false);
        return new BreakEven.Turn(threshold(movable, movable.down(), turned), threshold(movable, movable.up(), turned));
    }

    private static @Nullable Threshold threshold(Movable movable, Scale scale, Predicate<String> turned) {
        String first = movable.first(scale);
        if (movable.isDated() && turned.test(first)) {
            return new Threshold(movable.now(), first);
        }
        return Threshold.closelyAlong(scale, turned).orElse(null);
    }

    private Optional<Boolean> pays(Synergy synergy, List<String> sets) {
        List<String> without = new ArrayList<>(sets);
        without.addAll(synergy.without());
        Optional<Seen> with = run(sets);
        Optional<Seen> left = run(without);
        if (with.isEmpty() || left.isEmpty()) {
            return Optional.empty();
        }
        List<String> both = List.of(synergy.donor(), synergy.receiver());
        Joining joining = Joining.of(books(with.get()), books(left.get()), both);
        return Optional.of(joining.surplus().mean() > 0);
    }

    private Replications books(Seen seen) {
        return new Replications(lab, List.of(seen.books()));
    }

    private Optional<Long> beyond(Synergy synergy, List<String> sets) {
        Pair pair = Pair.of(synergy);
        return run(sets).map(seen -> seen.grams().getOrDefault(pair, 0L) - usual.getOrDefault(pair, 0L));
    }

    private Optional<Seen> run(List<String> sets) {
        return known.computeIfAbsent(sets, this::fresh);
    }

    private Optional<Seen> fresh(List<String> sets) {
        try {
            return Optional.of(seen(repeat.first(1, labs.with(sets)).get(0)));
        } catch (ScenarioException | SimulationException impossible) {
            return Optional.empty();
        }
    }

    private Seen seen(Accounts accounts) {
        Map<Pair, Long> grams = new TreeMap<>(Pair.grams(accounts, route -> true));
        grams.keySet().retainAll(pairs);
        List<String> parties = accounts.chart().parties();
        List<Accounts.Payment> payments = accounts.payments().stream()
                .filter(each -> sides.contains(parties.get(each.payer())) || sides.contains(parties.get(each.payee())))
                .toList();
        Accounts books =
                new Accounts(accounts.chart(), List.of(), payments, List.of(), List.of(), List.of(), List.of());
        return new Seen(grams, books);
    }
}
