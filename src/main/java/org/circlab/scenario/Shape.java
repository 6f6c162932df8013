package org.circlab.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What may stand at a key of the format; a {@link Part} is a map with keys of its own. */
sealed interface Shape
        permits Shape.Single,
                Shape.Listed,
                Shape.ById,
                Shape.Either,
                Shape.Patch,
                Shape.Partial,
                Shape.ByPath,
                Shape.ByStream,
                Shape.ByFactor,
                Part {

    /** Any text. */
    Shape TEXT = new Text("");
    /** A code of the European List of Waste. */
    Shape WASTE_CODE = new Text("^\\s*\\d\\d ?\\d\\d ?\\d\\d ?\\*?\\s*$");
    /** Yes or no. */
    Shape FLAG = new Words(Fields.FLAGS);
    /** A length of time. */
    Shape SPAN = new Span();
    /** A day of the calendar. */
    Shape DATE = new Date();

    /** A value without parts. */
    sealed interface Single extends Shape {}

    /**
     * Text.
     *
     * @param pattern a regular expression of JSON Schema that it matches, empty for any
     */
    record Text(String pattern) implements Single {}

    /**
     * One of some words.
     *
     * @param words at least one
     */
    record Words(List<String> words) implements Single {}

    /**
     * The id of something that the scenario declares.
     *
     * @param kind what
     */
    record Id(Kind kind) implements Single {}

    /**
     * A number with the unit of its dimension.
     *
     * @param measure its dimension and range
     */
    record Figure(Measure measure) implements Single {}

    /**
     * A mass in whole grams.
     *
     * @param range the masses allowed
     */
    record Mass(Range range) implements Single {}

    /** A length of time. */
    record Span() implements Single {}

    /** A day of the calendar. */
    record Date() implements Single {}

    /**
     * A time-varying number: one value, or values by date.
     *
     * @param measure its dimension and range
     */
    record Dated(Measure measure) implements Single {}

    /**
     * A list.
     *
     * @param item what each item is
     * @param least the fewest items
     * @param most the most items
     */
    record Listed(Shape item, int least, int most) implements Shape {}

    /**
     * A map keyed by id.
     *
     * @param member what stands at each id
     * @param own keys with a meaning of their own beside the ids
     */
    record ById(Shape member, List<Key> own) implements Shape {}

    /**
     * One of several shapes.
     *
     * @param shapes at least two
     */
    record Either(List<Shape> shapes) implements Shape {}

    /** A merge patch of the lab, as variants are: any part of the lab, nothing required, null deletes. */
    record Patch() implements Shape {}

    /**
     * Some of a map: nothing is required.
     *
     * @param whole the map
     */
    record Partial(Part whole) implements Shape {}

    /**
     * A map from the paths of time-varying values to what becomes of them.
     *
     * @param scaled whether that is a factor; otherwise it is a value of its measure
     */
    record ByPath(boolean scaled) implements Shape {}

    /**
     * A map from the paths of streams to what arises there once.
     *
     * @param member what stands at each path
     */
    record ByStream(Shape member) implements Shape {

        /** The path of a stream; a star stands for an id. */
        static final String PATTERN = "actors.*.generates.*";
    }

    /**
     * A map from paths of values to what a study does with them.
     *
     * @param member what stands at each path
     */
    record ByFactor(Shape member) implements Shape {

        /** A path as JSON Schema tells it. */
        static final String PATTERN = "^[^.]+(\\.[^.]+)+$";
    }

    static Shape figure(Measure measure) {
        return new Figure(measure);
    }

    static Shape dated(Measure measure) {
        return new Dated(measure);
    }

    static Shape mass(Range range) {
        return new Mass(range);
    }

    static Shape id(Kind kind) {
        return new Id(kind);
    }

    static Shape words(String... words) {
        return new Words(List.of(words));
    }

    static <T> Shape words(T[] values, Function<T, String> wordOf) {
        return new Words(Arrays.stream(values).map(wordOf).toList());
    }

    static Shape list(Shape item) {
        return new Listed(item, 0, Integer.MAX_VALUE);
    }

    static Shape byId(Shape member, Key... own) {
        return new ById(member, List.of(own));
    }

    static Shape either(Shape... shapes) {
        return new Either(List.of(shapes));
    }
}
