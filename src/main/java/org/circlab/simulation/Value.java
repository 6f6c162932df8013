package org.circlab.simulation;

import java.time.LocalDate;
import org.circlab.model.Timed;

/** A value of the lab that changes in time, as it is in force: what is dated for the day, as the active events leave it. */
final class Value {

    private final Timed dated;
    private Effect effect;
    private double now;

    Value(Timed dated, Effect effect, LocalDate today) {
        this.dated = dated;
        this.effect = effect;
        this.now = effect.of(dated.on(today));
    }

    /** In force since the last day on which it could step, or the last event. */
    double now() {
        return now;
    }

    /** What the active events make of it. */
    Effect effect() {
        return effect;
    }

    void become(Effect changed, LocalDate today) {
        effect = changed;
        now = changed.of(dated.on(today));
    }
}
