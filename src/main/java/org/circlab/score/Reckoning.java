package org.circlab.score;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How an indicator is reckoned from a window, and which terms show it. */
sealed interface Reckoning permits Reckoning.Total, Reckoning.Ratio, Reckoning.Computed {

    /** The value in the unit of the indicator; NaN where it does not apply. */
    double value(Window window);

    /** The figures that the value is reckoned from. */
    List<Term> terms(Window window);

    /** How the value follows from the terms, in words. */
    String rule();

    /**
     * An amount a year.
     *
     * @param amount what is added up
     */
    record Total(Amount amount) implements Reckoning {
        @Override
        public double value(Window window) {
            return amount.perYear(window);
        }

        @Override
        public List<Term> terms(Window window) {
            return List.of(amount.term(window));
        }

        @Override
        public String rule() {
            return "the term itself";
        }
    }

    /**
     * One amount to another; it does not apply where the latter is 0.
     *
     * @param factor 100 for a share in per cent, 1 for a plain ratio
     * @param over the numerator
     * @param under the denominator
     */
    record Ratio(double factor, Amount over, Amount under) implements Reckoning {

        static Ratio percent(Amount over, Amount under) {
            return new Ratio(100, over, under);
        }

        @Override
        public double value(Window window) {
            double whole = under.total(window);
            return whole == 0 ? Double.NaN : factor * over.total(window) / whole;
        }

        @Override
        public List<Term> terms(Window window) {
            return List.of(over.term(window), under.term(window));
        }

        @Override
        public String rule() {
            return (factor == 100 ? "100 x " : "")
                    + "the first term / the second; does not apply where the second is 0";
        }
    }

    /**
     * Anything else.
     *
     * @param rule how the value follows from the terms, in words
     * @param function the value
     * @param figures the terms
     */
    record Computed(String rule, ToDoubleFunction<Window> function, Function<Window, List<Term>> figures)
            implements Reckoning {
        @Override
        public double value(Window window) {
            return function.applyAsDouble(window);
        }

        @Override
        public List<Term> terms(Window window) {
            return figures.apply(window);
        }
    }
}
