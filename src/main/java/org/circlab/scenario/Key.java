package org.circlab.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A key of the scenario format.
 *
 * @param name as it is written
 * @param shape what stands there
 * @param about what it means, a sentence for people
 * @param example a value, as YAML
 * @param demand when it must stand there; never, if empty
 */
record Key(String name, Shape shape, String about, String example, Optional<Demand> demand) {

    /**
     * When a key must stand in its map.
     *
     * @param given another key, whose presence with a value other than none or zero calls for it; empty for always
     * @param value the only text there that calls for it; empty for any
     * @param unless other keys any of which stands for it
     */
    record Demand(String given, String value, List<String> unless) {}

    /** A key that may be left out. */
    static Key of(String name, Shape shape, String about, String example) {
        return new Key(name, shape, about, example, Optional.empty());
    }

    /** The same key, which must not be left out. */
    Key required() {
        return requiredWith("");
    }

    /** The same key, which must not be left out unless one of others stands there. */
    Key requiredUnless(String... others) {
        return requiredWith("", others);
    }

    /** The same key, which must not be left out where {@code given} says something, unless one of others stands there. */
    Key requiredWith(String given, String... unless) {
        return new Key(name, shape, about, example, Optional.of(new Demand(given, "", List.of(unless))));
    }

    /** The same key, which must not be left out where {@code given} says {@code value}. */
    Key requiredWhere(String given, String value) {
        return new Key(name, shape, about, example, Optional.of(new Demand(given, value, List.of())));
    }
}
