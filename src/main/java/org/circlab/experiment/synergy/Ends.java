package org.circlab.experiment.synergy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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
    private final SortedMap<Pair, Long> usual;
    private final Map<List<String>, Optional<Replications>> known = new ConcurrentHashMap<>();

    Ends(Labs labs, Repeat repeat, Outcome outcome) {
        this.labs = labs;
        this.repeat = repeat;
        this.usual = Pair.grams(outcome.baseline().get(0), route -> true);
        known.put(
                List.of(),
                Optional.of(
                        new Replications(outcome.plan().lab(), outcome.variant().subList(0, 1))));
    }

    /** Where a synergy ends along a value; nothing where the value cannot be set, or the synergy is not there in replication 1. */
    Optional<BreakEven> of(Synergy synergy, Movable movable) {
        long enough = (long) Math.ceil(ENDED * beyond(synergy, List.of()).orElse(0L));
        if (enough <= 0) {
            return Optional.empty();
        }
        return movable.ways().stream().filter(this::isSettable).findFirst().map(way -> {
            boolean paysNow = pays(synergy, List.of()).orElse(false);
            return new BreakEven(
                    synergy,
                    way.kind(),
                    way.path(),
                    way.now(),
                    turn(way, sets -> beyond(synergy, sets).map(grams -> grams >= enough), true),
                    turn(way, sets -> pays(synergy, sets), paysNow),
                    paysNow,
                    way.lowest(),
                    way.highest());
        });
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
        return Threshold.along(scale, turned).orElse(null);
    }

    private Optional<Boolean> pays(Synergy synergy, List<String> sets) {
        List<String> without = new ArrayList<>(sets);
        without.addAll(synergy.without());
        Optional<Replications> with = run(sets);
        Optional<Replications> left = run(without);
        if (with.isEmpty() || left.isEmpty()) {
            return Optional.empty();
        }
        List<String> sides = List.of(synergy.donor(), synergy.receiver());
        return Optional.of(Joining.of(with.get(), left.get(), sides).surplus().mean() > 0);
    }

    private Optional<Long> beyond(Synergy synergy, List<String> sets) {
        Pair pair = Pair.of(synergy);
        return run(sets)
                .map(run -> Pair.grams(run.accounts().get(0), route -> true).getOrDefault(pair, 0L)
                        - usual.getOrDefault(pair, 0L));
    }

    private Optional<Replications> run(List<String> sets) {
        return known.computeIfAbsent(sets, this::fresh);
    }

    private Optional<Replications> fresh(List<String> sets) {
        try {
            Lab lab = labs.with(sets);
            List<Accounts> accounts = repeat.first(1, lab);
            return Optional.of(new Replications(lab, accounts));
        } catch (ScenarioException | SimulationException impossible) {
            return Optional.empty();
        }
    }
}
