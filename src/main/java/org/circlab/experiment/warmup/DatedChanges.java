package org.circlab.experiment.warmup;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.circlab.model.Arising;
import org.circlab.model.Event;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Lab;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.circlab.model.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a lab says that something changes: values step, agreements begin and end, events come and go. It looks through
 * all of the lab's records, so that nothing dated is forgotten that somebody adds to them; holidays are no change.
 */
final class DatedChanges {

    private final NavigableSet<LocalDate> days = new TreeSet<>();

    private DatedChanges() {}

    /** All days, those before the run and after it too. */
    static NavigableSet<LocalDate> of(Lab lab) {
        DatedChanges changes = new DatedChanges();
        changes.lookThrough(lab);
        return changes.days;
    }

    private void lookThrough(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            days.add(day);
        } else if (value instanceof Timed timed) {
            timed.steps().stream().skip(1).map(Timed.Step::from).forEach(days::add);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::lookThrough);
        } else if (value instanceof Iterable<?> many) {
            many.forEach(this::lookThrough);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::lookThrough);
        } else if (value instanceof Record each && !(value instanceof Horizon) && !(value instanceof WorkCalendar)) {
            if (each instanceof Event event) {
                end(event).ifPresent(days::add);
            }
            for (RecordComponent component : each.getClass().getRecordComponents()) {
                if (!isYearlyStep(each, component)) {
                    lookThrough(value(each, component));
                }
            }
        }
    }

    /** The day on which a dated event ends, where that is not left to chance. */
    private static Optional<LocalDate> end(Event event) {
        Interval lasts = event.lasts();
        return event.begin() instanceof Event.At at && lasts != null && lasts.spread() instanceof Spread.None
                ? Optional.of(at.date().plusDays((long) (lasts.meanMillis() / Horizon.DAY_MILLIS)))
                : Optional.empty();
    }

    /** What arises from products in use steps every year, little by little, in a lab in which nothing else changes. */
    private static boolean isYearlyStep(Record record, RecordComponent component) {
        return record instanceof Arising arising && arising.inUse() != null && component.getType() == Timed.class;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records of a lab are public", e);
        }
    }
}
