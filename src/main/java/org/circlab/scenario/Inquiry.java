package org.circlab.scenario;

import java.util.Optional;

/** Hears what the readers ask of each map of a scenario, so that {@link Format} can be held against it. */
@FunctionalInterface
interface Inquiry {

    /** Nobody listens. */
    Inquiry NONE = (path, key, shape) -> {};

    /**
     * A reader has asked for a key.
     *
     * @param path of the map
     * @param key of it
     * @param shape what the reader takes there, where it is a single value
     */
    void asked(String path, String key, Optional<Shape> shape);
}
