package org.circlab.simulation;

import org.circlab.model.Event;

/**
 * What the events that are active make of one dated value: another in its place, or a multiple of it.
 *
 * @param replaces whether {@code amount} stands for the value, and does not multiply it
 * @param amount in the unit of the value where it replaces it
 */
record Effect(boolean replaces, double amount) {

    /** The value is as it is dated. */
    static final Effect NONE = new Effect(false, 1);

    /** The value in force where {@code dated} is what the scenario says for the day. */
    double of(double dated) {
        return replaces ? amount : dated * amount;
    }

    /** This and then what one more event does to the same value. */
    Effect then(Event.Change change) {
        if (change instanceof Event.SetTo set) {
            return new Effect(true, set.value());
        }
        return change instanceof Event.Scale scale ? new Effect(replaces, amount * scale.factor()) : this;
    }
}
