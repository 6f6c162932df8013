package org.circlab.experiment.warmup;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Timed;
import org.circlab.model.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a lab says that something changes: values step, agreements begin and end, events come. It looks through all of the
 * lab's records, so that nothing dated is forgotten that somebody adds to them; holidays are no change.
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
            for (RecordComponent component : each.getClass().getRecordComponents()) {
                lookThrough(value(each, component));
            }
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records of a lab are public", e);
        }
    }
}
