package org.circlab.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The findings of all variants, each once. One that only some variants have names them, since its place may lie in what all
 * share.
 */
final class VariantFindings {

    private static final Set<FindingCode> OF_THE_WHOLE =
            Set.of(FindingCode.UNUSED, FindingCode.IDLE_ACTOR, FindingCode.PREFERRED_IN_VAIN);

    /** So many variants are named, and the others counted. */
    private static final int MOST_NAMED = 3;

    private final Map<String, Finding> first = new LinkedHashMap<>();
    private final Map<String, List<String>> holders = new LinkedHashMap<>();
    private final List<Finding> ofAll = new ArrayList<>();
    private int variants;

    /** Whether one variant having nothing to do with a thing is no reason to say so, as long as another has. */
    static boolean isOfTheWhole(Finding finding) {
        return OF_THE_WHOLE.contains(FindingCode.valueOf(finding.code()));
    }

    /** Takes in what was found in one variant. */
    void add(String variant, List<Finding> findings) {
        variants++;
        for (Finding finding : findings) {
            String same = finding.mark() + " " + finding.code() + " " + finding.message();
            first.putIfAbsent(same, finding);
            holders.computeIfAbsent(same, any -> new ArrayList<>()).add(variant);
        }
    }

    /** Takes in what was found in none of them but in the file. */
    void addToAll(List<Finding> findings) {
        ofAll.addAll(findings);
    }

    /** All of them in the order of places. */
    List<Finding> sorted() {
        List<Finding> all = new ArrayList<>(ofAll);
        first.forEach((same, finding) -> {
            List<String> having = holders.getOrDefault(same, List.of());
            if (having.size() == variants) {
                all.add(finding);
            } else if (!isOfTheWhole(finding)) {
                all.add(finding.saying(named(having) + finding.message()));
            }
        });
        return all.stream().sorted().toList();
    }

    private static String named(List<String> having) {
        List<String> quoted = having.stream().map(id -> "'" + id + "'").toList();
        int named = quoted.size() > MOST_NAMED ? MOST_NAMED - 1 : quoted.size() - 1;
        String last = quoted.size() > MOST_NAMED ? quoted.size() - named + " more" : quoted.get(named);
        return quoted.size() == 1
                ? "Variant " + last + ": "
                : "Variants " + String.join(", ", quoted.subList(0, named)) + " and " + last + ": ";
    }
}
