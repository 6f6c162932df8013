package org.circlab.scenario;

import java.util.stream.Collectors;

/** A tree as JSON, so that the same scenario can be read in both languages. */
final class JsonTwin {

    private JsonTwin() {}

    static String write(Tree tree) {
        if (tree instanceof Tree.Keyed keyed) {
            return keyed.entries().entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ":"
                            + write(entry.getValue().value()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (tree instanceof Tree.Listed listed) {
            return listed.items().stream().map(JsonTwin::write).collect(Collectors.joining(",", "[", "]"));
        }
        return tree instanceof Tree.Text text ? quoted(text.value()) : "null";
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
