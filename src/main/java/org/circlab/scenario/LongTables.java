package org.circlab.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The findings of a table can be as many as its cells; of each kind the first are told, and the others counted. */
final class LongTables {

    /** So many findings of one code in one table are told. */
    static final int MOST_TOLD = 20;

    private LongTables() {}

    /** Findings in the order of places, those of tables cut short. */
    static List<Finding> cutShort(List<Finding> findings) {
        Map<String, List<Finding>> ofTables = new LinkedHashMap<>();
        List<Finding> told = new ArrayList<>();
        for (Finding finding : findings) {
            if (isInTable(finding)) {
                String kind = finding.code() + " " + finding.mark().file();
                ofTables.computeIfAbsent(kind, any -> new ArrayList<>()).add(finding);
            } else {
                told.add(finding);
            }
        }
        ofTables.values().forEach(ofKind -> told.addAll(cut(ofKind)));
        return told.stream().sorted().toList();
    }

    private static boolean isInTable(Finding finding) {
        String file = finding.mark().file().toLowerCase(Locale.ROOT);
        return finding.mark().line() > 0 && Stream.of(".yaml", ".yml", ".json").noneMatch(file::endsWith);
    }

    private static List<Finding> cut(List<Finding> ofKind) {
        if (ofKind.size() <= MOST_TOLD + 1) {
            return ofKind;
        }
        List<Finding> told = new ArrayList<>(ofKind.subList(0, MOST_TOLD));
        Finding next = ofKind.get(MOST_TOLD);
        int others = ofKind.size() - MOST_TOLD;
        told.add(new Finding(
                next.code(),
                next.severity(),
                next.mark(),
                next.path(),
                "There are " + others + " more findings of this kind in the table, from here on.",
                "Correct the first ones and look again.",
                others));
        return told;
    }
}
