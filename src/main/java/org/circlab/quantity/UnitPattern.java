package org.circlab.quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A regular expression for some units: those above the line that go with the same ones below it are written together. */
final class UnitPattern {

    private UnitPattern() {}

    static String of(List<String> units) {
        Map<String, List<String>> below = new LinkedHashMap<>();
        for (String unit : units) {
            int slash = unit.indexOf('/');
            String above = slash < 0 ? unit : unit.substring(0, slash);
            below.computeIfAbsent(above, key -> new ArrayList<>()).add(slash < 0 ? "" : unit.substring(slash));
        }
        Map<List<String>, List<String>> above = new LinkedHashMap<>();
        below.forEach((top, bottoms) ->
                above.computeIfAbsent(bottoms, key -> new ArrayList<>()).add(top));
        return above.entrySet().stream()
                .map(entry -> choice(entry.getValue()) + choice(entry.getKey()))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String choice(List<String> texts) {
        return texts.size() == 1 ? texts.get(0) : texts.stream().collect(Collectors.joining("|", "(?:", ")"));
    }
}
