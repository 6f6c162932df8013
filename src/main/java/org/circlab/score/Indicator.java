package org.circlab.score;

import java.util.function.Predicate;
import org.circlab.model.Lab;

/**
 * A measure with how it is reckoned.
 *
 * @param measure the definition
 * @param reckoning of the accounts over the window, in the measure's unit
 * @param applies in which labs it applies
 * @param concerns which labs it is about; where it is about neither of two that are compared there is nothing to say
 */
record Indicator(Measure measure, Reckoning reckoning, Predicate<Lab> applies, Predicate<Lab> concerns) {

    /** An indicator that applies in the labs that it is about. */
    Indicator(Measure measure, Reckoning reckoning, Predicate<Lab> concerns) {
        this(measure, reckoning, concerns, concerns);
    }

    /** An indicator about any lab. */
    Indicator(Measure measure, Reckoning reckoning) {
        this(measure, reckoning, lab -> true);
    }

    /** An amount a year. */
    Indicator(Measure measure, Amount amount) {
        this(measure, new Reckoning.Total(amount));
    }

    Reading read(Window window) {
        return new Reading(measure, applies.test(window.lab()) ? reckoning.value(window) : Double.NaN);
    }
}
