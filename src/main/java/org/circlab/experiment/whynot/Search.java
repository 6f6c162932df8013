package org.circlab.experiment.whynot;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.circlab.experiment.search.Scale;
import org.circlab.experiment.search.Threshold;

/**
 * Finds the smallest change of a lever that does, of numbers as {@link Threshold} does. Whatever it finds has been tried as the
 * very text that is proposed.
 */
final class Search {

    private final long enough;
    private final ToLongFunction<String> gain;

    /**
     * A search.
     *
     * @param enough grams that must be gained
     * @param gain grams gained by a change {@code path=value}; negative where it cannot be
     */
    Search(long enough, ToLongFunction<String> gain) {
        this.enough = enough;
        this.gain = gain;
    }

    /** The smallest change of a lever that does. */
    Optional<Proposal> smallest(Lever lever) {
        Scale scale = lever.scale();
        if (scale != null) {
            return along(lever, scale);
        }
        return lever.values().stream()
                .map(value -> attempt(lever, value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Proposal> along(Lever lever, Scale scale) {
        Map<String, Proposal> found = new HashMap<>();
        return Threshold.along(scale, value -> {
                    Optional<Proposal> tried = attempt(lever, value);
                    tried.ifPresent(proposal -> found.put(value, proposal));
                    return tried.isPresent();
                })
                .map(threshold -> found.get(threshold.does()));
    }

    private Optional<Proposal> attempt(Lever lever, String value) {
        String set = lever.path() + "=" + value;
        long gained = gain.applyAsLong(set);
        return gained >= enough
                ? Optional.of(new Proposal(lever.dimension(), set, lever.now(), gained))
                : Optional.empty();
    }
}
