package org.circlab.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * To whom an actor gives first where the exchange goes by preference.
 *
 * @param receivers ids of receivers, the most preferred first, for all that the actor gives away
 * @param byStream the same for single waste streams, by the id of their material; replaces {@code receivers} there
 */
public record Preference(List<String> receivers, Map<String, List<String>> byStream) {

    /** No receiver is preferred. */
    public static final Preference NONE = new Preference(List.of(), Map.of());

    public Preference {
        receivers = List.copyOf(receivers);
        byStream = Map.copyOf(byStream);
        Stream.concat(Stream.of(receivers), byStream.values().stream()).forEach(list -> {
            if (list.stream().distinct().count() < list.size()) {
                throw new IllegalArgumentException("a receiver is preferred twice: " + list);
            }
        });
    }

    /** The receivers preferred for a waste stream. */
    public List<String> ofStream(String material) {
        return byStream.getOrDefault(material, receivers);
    }
}
