package org.circlab.experiment.synergy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Repeat;
import org.circlab.experiment.search.Numbers;
import org.circlab.experiment.search.Scale;
import org.circlab.experiment.search.Threshold;
import org.circlab.ledger.Accounts;
import org.circlab.scenario.ScenarioException;
import org.circlab.simulation.SimulationException;
import org.jspecify.annotations.Nullable;

/**
 * Finds where synergies end. Replication 1 is run with one value changed; each change is run once, whichever synergies ask for
 * it. A change that the scenario cannot have, or with which the lab does not run to its end, tells nothing.
 */
final class Ends {

    /** The part of its mass beyond the baseline below which a synergy has ended. */
    private static final double ENDED = 0.5;

    private final Labs labs;
    private final Repeat repeat;
    private final SortedMap<Pair, Long> now;
    private final SortedMap<Pair, Long> usual;
    private final Map<String, Optional<SortedMap<Pair, Long>>> known = new ConcurrentHashMap<>();

    Ends(Labs labs, Repeat repeat, Outcome outcome) {
        this.labs = labs;
        this.repeat = repeat;
        this.now = Pair.grams(outcome.variant().get(0), route -> true);
        this.usual = Pair.grams(outcome.baseline().get(0), route -> true);
    }

    /** Where a synergy ends along a value; nothing where the value cannot be set, or the synergy is not there in replication 1. */
    Optional<BreakEven> of(Synergy synergy, Movable movable) {
        Pair pair = Pair.of(synergy);
        long enough = (long) Math.ceil(ENDED * beyond(now, pair));
        if (enough <= 0) {
            return Optional.empty();
        }
        return settable(movable).map(path -> {
            Movable at = movable.at(path);
            return new BreakEven(
                    synergy,
                    at.kind(),
                    path,
                    at.now(),
                    end(pair, enough, at, at.down()),
                    end(pair, enough, at, at.up()),
                    text(at.down()),
                    text(at.up()));
        });
    }

    private static String text(Scale scale) {
        return scale.text(Numbers.plain(scale.to()));
    }

    /** The path at which the value can be set; that of a mode, or of the pair alone where one distance stands for all modes. */
    private Optional<String> settable(Movable movable) {
        String value = movable.up().text(Numbers.plain(movable.up().from()));
        String path = movable.path();
        if (isSettable(path + "=" + value)) {
            return Optional.of(path);
        }
        String shorter = path.substring(0, path.lastIndexOf('.'));
        boolean isDistance = movable.kind() == BreakEven.Kind.DISTANCE;
        return isDistance && isSettable(shorter + "=" + value) ? Optional.of(shorter) : Optional.empty();
    }

    private boolean isSettable(String set) {
        try {
            labs.with(List.of(set));
            return true;
        } catch (ScenarioException impossible) {
            return false;
        }
    }

    private @Nullable Threshold end(Pair pair, long enough, Movable movable, Scale scale) {
        String first = scale.text(Numbers.plain(scale.from()));
        if (movable.isDated() && hasEnded(pair, enough, movable.path(), first)) {
            return new Threshold(movable.now(), first);
        }
        return Threshold.along(scale, value -> hasEnded(pair, enough, movable.path(), value))
                .orElse(null);
    }

    private boolean hasEnded(Pair pair, long enough, String path, String value) {
        return known.computeIfAbsent(path + "=" + value, this::run)
                .map(grams -> beyond(grams, pair) < enough)
                .orElse(false);
    }

    private long beyond(SortedMap<Pair, Long> grams, Pair pair) {
        return grams.getOrDefault(pair, 0L) - usual.getOrDefault(pair, 0L);
    }

    private Optional<SortedMap<Pair, Long>> run(String set) {
        try {
            List<Accounts> accounts = repeat.first(1, labs.with(List.of(set)));
            return Optional.of(Pair.grams(accounts.get(0), route -> true));
        } catch (ScenarioException | SimulationException impossible) {
            return Optional.empty();
        }
    }
}
