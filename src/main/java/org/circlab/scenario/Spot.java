package org.circlab.scenario;

/**
 * A place of the lab: where it is written, and how it is called.
 *
 * @param mark where it is written
 * @param path its dotted path, empty for the lab itself
 */
public record Spot(Mark mark, String path) {

    /** The place of an option or a whole file. */
    public static Spot of(String origin) {
        return new Spot(Mark.of(origin), "");
    }

    /** The part {@code key} of this place, written at {@code mark}. */
    Spot at(String key, Mark mark) {
        return new Spot(mark, path.isEmpty() ? key : path + "." + key);
    }

    /** The path for sentences. */
    String name() {
        return path.isEmpty() ? "the scenario" : path;
    }
}
