package org.circlab.experiment.search;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where along a scale something begins to hold: two numbers next to each other, of which both have been tried.
 *
 * @param fails the last number at which it does not hold, with its unit; the number there now where none has been tried
 * @param does the first number at which it holds, with its unit; within {@value #TOLERANCE} of the number or of the change from
 *     what is there now, whichever is more, behind {@code fails}
 */
public record Threshold(String fails, String does) {

    /** How far a number may be from the smallest that does. */
    public static final double TOLERANCE = 0.01;

    private static final double NEXT_TO_ZERO = 1e-4;

    /**
     * Goes ahead in growing steps until a number does, halves the interval until it is narrow, and takes the shortest number in
     * it that does.
     *
     * @param holds whether a number, with its unit, does
     * @return nothing where no number that was tried does
     */
    public static Optional<Threshold> along(Scale scale, Predicate<String> holds) {
        return new Search(scale, holds, false).smallest();
    }

    /**
     * The same, but the two numbers are within {@value #TOLERANCE} of the number itself, however far it is from what is there
     * now; next to 0, within {@value #NEXT_TO_ZERO} of the scale.
     */
    public static Optional<Threshold> closelyAlong(Scale scale, Predicate<String> holds) {
        return new Search(scale, holds, true).smallest();
    }

    private static final class Search {

        private static final int MOST_STEPS = 12;
        private static final int MOST_HALVINGS = 40;
        private static final int MOST_ROUNDINGS = 8;
        private static final double GROWTH = 4;
        /** Where what does may end again further on. */
        private static final double CAREFUL_GROWTH = 1.5;

        private final Scale scale;
        private final Predicate<String> holds;
        private final boolean isClose;
        private BigDecimal fails;
        private BigDecimal does;
        private boolean found;

        Search(Scale scale, Predicate<String> holds, boolean isClose) {
            this.isClose = isClose;
            this.scale = scale;
            this.holds = holds;
            this.fails = Numbers.rounded(scale.from());
            this.does = Numbers.rounded(scale.to());
        }

        Optional<Threshold> smallest() {
            if (fails.compareTo(does) == 0 || (scale.isMonotone() && !succeeds(does))) {
                return Optional.empty();
            }
            goAhead();
            if (!found) {
                return Optional.empty();
            }
            halve();
            shorten();
            return Optional.of(new Threshold(text(fails), text(does)));
        }

        private String text(BigDecimal number) {
            return scale.text(Numbers.plain(number));
        }

        /** Tries a number and remembers which side of the threshold it is on. */
        private boolean succeeds(BigDecimal number) {
            boolean succeeds = holds.test(text(number));
            if (succeeds) {
                found = true;
                does = number;
            } else {
                fails = number;
            }
            return succeeds;
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
            double size = Math.abs(does.doubleValue());
            double way = isClose
                    ? NEXT_TO_ZERO / TOLERANCE * Math.abs(scale.to() - scale.from())
                    : Math.abs(does.doubleValue() - scale.from());
            return Math.abs(does.doubleValue() - fails.doubleValue()) <= TOLERANCE * Math.max(size, way);
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
