package org.circlab.experiment.whynot;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.circlab.experiment.whynot.Lever.Scale;

/**
 * Finds the smallest change of a lever that does: it goes ahead in growing steps until one does, halves the interval until it
 * is {@value #TOLERANCE} of the value or of the change, whichever is more, and takes the shortest number in it that does.
 * Whatever it finds has been tried as the very text that is proposed.
 */
final class Search {

    /** How far a number may be from the smallest that does. */
    static final double TOLERANCE = 0.01;

    private static final int MOST_STEPS = 12;
    private static final int MOST_HALVINGS = 40;
    private static final int MOST_ROUNDINGS = 8;
    private static final double GROWTH = 4;
    /** Where what does may end again further on. */
    private static final double CAREFUL_GROWTH = 1.5;

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
            return new Along(lever, scale).smallest();
        }
        return lever.values().stream()
                .map(value -> attempt(lever, value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Proposal> attempt(Lever lever, String value) {
        String set = lever.path() + "=" + value;
        long gained = gain.applyAsLong(set);
        return gained >= enough
                ? Optional.of(new Proposal(lever.dimension(), set, lever.now(), gained))
                : Optional.empty();
    }

    /** A search along numbers. */
    private final class Along {

        private final Lever lever;
        private final Scale scale;
        private BigDecimal fails;
        private BigDecimal does;
        private Optional<Proposal> found = Optional.empty();

        Along(Lever lever, Scale scale) {
            this.lever = lever;
            this.scale = scale;
            this.fails = Numbers.rounded(scale.from());
            this.does = Numbers.rounded(scale.to());
        }

        Optional<Proposal> smallest() {
            if (fails.compareTo(does) == 0 || (scale.isMonotone() && !succeeds(does))) {
                return Optional.empty();
            }
            goAhead();
            if (found.isPresent()) {
                halve();
                shorten();
            }
            return found;
        }

        /** Tries a number and remembers which side of the threshold it is on. */
        private boolean succeeds(BigDecimal number) {
            Optional<Proposal> tried = attempt(lever, scale.text(Numbers.plain(number)));
            if (tried.isPresent()) {
                found = tried;
                does = number;
            } else {
                fails = number;
            }
            return tried.isPresent();
        }

        private void goAhead() {
            double way = scale.to() - scale.from();
            double step = scale.step();
            for (int i = 0; i < MOST_STEPS && step < Math.abs(way); i++) {
                if (succeeds(Numbers.rounded(scale.from() + Math.copySign(step, way)))) {
                    return;
                }
                step *= scale.isMonotone() ? GROWTH : CAREFUL_GROWTH;
            }
        }

        private void halve() {
            for (int i = 0; i < MOST_HALVINGS && !isNarrow(); i++) {
                succeeds(Numbers.rounded((fails.doubleValue() + does.doubleValue()) / 2));
            }
        }

        private boolean isNarrow() {
            double largest = Math.max(Math.abs(does.doubleValue()), Math.abs(does.doubleValue() - scale.from()));
            return Math.abs(does.doubleValue() - fails.doubleValue()) <= TOLERANCE * largest;
        }

        private void shorten() {
            for (int i = 0; i < MOST_ROUNDINGS; i++) {
                BigDecimal shortest = Numbers.simplest(fails, does);
                if (shortest.compareTo(does) == 0 || succeeds(shortest)) {
                    return;
                }
            }
        }
    }
}
