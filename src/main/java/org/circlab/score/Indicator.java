package org.circlab.score;

import java.util.function.ToDoubleFunction;

/**
 * A measure with the function that computes it.
 *
 * @param measure the definition
 * @param value of the accounts over the window, in the measure's unit
 */
record Indicator(Measure measure, ToDoubleFunction<Window> value) {

    Reading read(Window window) {
        return new Reading(measure, value.applyAsDouble(window));
    }
}
