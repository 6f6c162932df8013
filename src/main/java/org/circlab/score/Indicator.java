package org.circlab.score;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.circlab.ledger.Accounts;
import org.circlab.model.Lab;

/**
 * A measure with the function that computes it.
 *
 * @param measure the definition
 * @param value of the accounts over the window, in the measure's unit
 * @param concerns which labs it is about; about the others there is nothing to say
 */
record Indicator(Measure measure, ToDoubleFunction<Window> value, Predicate<Lab> concerns) {

    /** An indicator about any lab. */
    Indicator(Measure measure, ToDoubleFunction<Window> value) {
        this(measure, value, lab -> true);
    }

    Reading read(Lab lab, Accounts accounts) {
        return new Reading(measure, concerns.test(lab) ? value.applyAsDouble(new Window(lab, accounts)) : Double.NaN);
    }
}
