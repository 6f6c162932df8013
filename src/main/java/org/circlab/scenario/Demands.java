package org.circlab.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** JSON Schema of what a part must have, and of keys that exclude each other. */
final class Demands {

    /** A text that says no number but 0. */
    private static final String ZERO = "^[^1-9]*$";

    private Demands() {}

    /** The keywords that say so. */
    static Map<String, Object> of(Part part) {
        List<String> required = new ArrayList<>();
        List<Object> conditions = new ArrayList<>();
        for (Key key : part.keys()) {
            key.demand().ifPresent(demand -> {
                if (demand.given().isEmpty() && demand.unless().isEmpty()) {
                    required.add(key.name());
                } else if (demand.given().isEmpty()) {
                    conditions.add(Map.of(
                            "anyOf",
                            Stream.concat(Stream.of(key.name()), demand.unless().stream())
                                    .map(Demands::has)
                                    .toList()));
                } else {
                    conditions.add(conditional(part, key.name(), demand));
                }
            });
        }
        Map<String, Object> keywords = new LinkedHashMap<>();
        if (!required.isEmpty()) {
            keywords.put("required", required);
        }
        if (!conditions.isEmpty()) {
            keywords.put("allOf", conditions);
        }
        if (!part.rivals().isEmpty()) {
            keywords.put("dependentSchemas", rivals(part.rivals()));
        }
        return keywords;
    }

    private static Map<String, Object> has(String key) {
        return Map.of("required", List.of(key));
    }

    private static Map<String, Object> conditional(Part part, String key, Key.Demand demand) {
        Map<String, Object> given = new LinkedHashMap<>(has(demand.given()));
        given.put(
                "properties",
                Map.of(
                        demand.given(),
                        demand.value().isEmpty()
                                ? Map.of("not", nothing(part, demand.given()))
                                : Map.of("const", demand.value())));
        if (!demand.unless().isEmpty()) {
            given.put(
                    "not",
                    Map.of("anyOf", demand.unless().stream().map(Demands::has).toList()));
        }
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("if", given);
        condition.put("then", has(key));
        return condition;
    }

    /** The values of a key that call for nothing: the word none, or zero. */
    private static Map<String, Object> nothing(Part part, String key) {
        boolean word = part.key(key)
                .filter(each -> each.shape() instanceof Shape.Words)
                .isPresent();
        if (word) {
            return Map.of("const", "none");
        }
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "string");
        text.put("pattern", ZERO);
        Map<String, Object> sourced = new LinkedHashMap<>(has("value"));
        sourced.put("properties", Map.of("value", text));
        sourced.put("type", "object");
        return Map.of("anyOf", List.of(text, sourced));
    }

    private static Map<String, Object> rivals(List<List<String>> groups) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (List<String> group : groups) {
            for (String key : group) {
                Map<String, Object> others = new LinkedHashMap<>();
                group.stream().filter(other -> !other.equals(key)).forEach(other -> others.put(other, false));
                schemas.put(key, Map.of("properties", others));
            }
        }
        return schemas;
    }
}
