package org.circlab.score.bound;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlab.model.Event;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Timed;

/** What a dated value is taken to be. */
@FunctionalInterface
interface Dated {

    /** The span of a value by the field that has it. */
    Span of(Field field, Timed dated);

    /** As it is dated for a day, whatever happens to the lab. */
    static Dated on(LocalDate day) {
        return (field, dated) -> Span.of(dated.on(day));
    }

    /**
     * All that it can be in the window: what is dated, what events put in its place, and that times the factor of each event that
     * scales it. No event is active twice at a time.
     */
    static Dated duringWindowOf(Lab lab) {
        Map<Field, List<Event.Change>> changes = new HashMap<>();
        for (Event event : lab.events()) {
            for (Event.Change change : event.changes()) {
                if (change instanceof Event.SetTo set) {
                    changes.computeIfAbsent(set.field(), key -> new ArrayList<>())
                            .add(change);
                } else if (change instanceof Event.Scale scale) {
                    changes.computeIfAbsent(scale.field(), key -> new ArrayList<>())
                            .add(change);
                }
            }
        }
        return (field, dated) -> {
            Span span = during(lab.horizon(), dated);
            for (Event.Change change : changes.getOrDefault(field, List.of())) {
                span = change instanceof Event.SetTo set ? span.and(set.value()) : span;
            }
            for (Event.Change change : changes.getOrDefault(field, List.of())) {
                span = change instanceof Event.Scale scale ? span.andTimes(scale.factor()) : span;
            }
            return span;
        };
    }

    private static Span during(Horizon window, Timed dated) {
        Span span = Span.of(dated.on(window.start()));
        for (Timed.Step step : dated.steps()) {
            boolean steps = step.from().isAfter(window.start()) && step.from().isBefore(window.end());
            span = steps ? span.and(step.value()) : span;
        }
        return span;
    }
}
