package org.circlab.score;

import java.util.function.Predicate;
import org.circlab.model.Lab;

/**
 * A measure with how it is reckoned.
 *
 * @param measure the definition
 * @param reckoning of the accounts over the window, in the measure's unit
 * @param concerns which labs it is about; about the others there is nothing to say
 */
record Indicator(Measure measure, Reckoning reckoning, Predicate<Lab> concerns) {

    /** An indicator about any lab. */
    Indicator(Measure measure, Reckoning reckoning) {
        this(measure, reckoning, lab -> true);
    }

    /** An amount a year. */
    Indicator(Measure measure, Amount amount) {
        this(measure, new Reckoning.Total(amount));
    }

    Reading read(Window window) {
        return new Reading(measure, concerns.test(window.lab()) ? reckoning.value(window) : Double.NaN);
    }
}
