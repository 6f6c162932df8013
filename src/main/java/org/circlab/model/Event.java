package org.circlab.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to the lab, at a date or at random, for a time or for good: values change, parts of the lab are
 * closed. While several events act on one value they apply in the order in which they began, those of one instant in the
 * order of their ids; what is set replaces, what is scaled multiplies what the earlier ones leave of the dated value in force.
 *
 * @param id as the scenario names it
 * @param begin when it begins
 * @param lasts how long each occurrence lasts; null for good, which only a date allows
 * @param changes what it does, at least one thing, in the order in which it applies
 */
public record Event(String id, Begin begin, @Nullable Interval lasts, List<Change> changes) {

    /** When an event begins. */
    public sealed interface Begin {}

    /**
     * Once.
     *
     * @param date it begins at 00:00 of that day
     */
    public record At(LocalDate date) implements Begin {}

    /**
     * Again and again.
     *
     * @param gap from the start of the run to the first beginning, and from each end to the next beginning
     */
    public record Every(Interval gap) implements Begin {}

    /** One thing that an event does. */
    public sealed interface Change {

        /** What it acts on. */
        Part part();
    }

    /**
     * Replaces a value.
     *
     * @param field which one
     * @param value in the unit of the field, within its bounds
     */
    public record SetTo(Field field, double value) implements Change {
        public SetTo {
            field.require(value);
        }

        @Override
        public Part part() {
            return field.part();
        }
    }

    /**
     * Multiplies a value.
     *
     * @param field which one
     * @param factor at least 0
     */
    public record Scale(Field field, double factor) implements Change {
        public Scale {
            Bounds.atLeast(0.0, "factor by which an event scales " + field.kind(), factor);
        }

        @Override
        public Part part() {
            return field.part();
        }
    }

    /**
     * Brings waste beside what the stream brings: in equal parts, one a day, over the time that the event lasts, or all at once
     * where it lasts for good.
     *
     * @param part the stream where it arises
     * @param grams the mean over the times that the event happens, above 0
     * @param spread how what it brings scatters around that
     */
    public record Add(Part part, long grams, Spread spread) implements Change {
        public Add {
            if (part.kind() != Part.Kind.STREAM) {
                throw new IllegalArgumentException(
                        "an event adds to a " + part.kind() + "; it can add to a stream only");
            }
            Bounds.atLeast(1, "mass that an event adds to '" + part.id() + "'", grams);
        }
    }

    /**
     * Shuts a part. A closed stream brings nothing, a closed line takes nothing and begins no service, a closed need draws and
     * takes nothing, a closed site takes nothing, a closed contract serves nothing, and a closed actor is all of that.
     *
     * @param part of a kind that closes
     */
    public record Close(Part part) implements Change {
        public Close {
            if (!part.kind().closes()) {
                throw new IllegalArgumentException("an event closes a " + part.kind() + "; it cannot be closed");
            }
        }
    }

    public Event {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("event '" + id + "' changes nothing; it must change something");
        }
        if (begin instanceof Every && lasts == null) {
            throw new IllegalArgumentException("event '" + id + "' comes again and again; it must end each time");
        }
    }
}
