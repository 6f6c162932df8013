package org.circlab.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A map of the scenario format. Beside its keys it may have a source and a note.
 *
 * @param name what it is called among all parts of the format
 * @param keys all its keys, in the order for readers
 * @param rivals groups of keys of which only one may stand
 */
record Part(String name, List<Key> keys, List<List<String>> rivals) implements Shape {

    static Part of(String name, Key... keys) {
        return new Part(name, List.of(keys), List.of());
    }

    /** The same part, where only one of some keys may stand. */
    Part withOneOf(String... rival) {
        return new Part(name, keys, List.of(List.of(rival)));
    }

    Optional<Key> key(String wanted) {
        return keys.stream().filter(key -> key.name().equals(wanted)).findFirst();
    }
}
