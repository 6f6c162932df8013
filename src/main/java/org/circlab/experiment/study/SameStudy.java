package org.circlab.experiment.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.circlab.score.Measure;

/** Whether what a store has may be mixed with what a plan wants. */
final class SameStudy {

    private static final String ANEW =
            ". Its results must not be mixed with others: name another study or store with --name or "
                    + "--store, or move it away";

    private final Stored stored;
    private final Map<String, String> tables;
    private final Path file;

    /** What a store is about, with the hashes of its tables by what names them. */
    SameStudy(Stored stored, Map<String, String> tables, Path file) {
        this.stored = stored;
        this.tables = tables;
        this.file = file;
    }

    /** Refuses a plan that would mix what cannot be compared. */
    void require(StudyPlan plan) {
        same(
                "is of version " + stored.version() + " of circlab, and this is " + plan.version(),
                stored.version(),
                plan.version());
        same("is of the lab '" + stored.lab() + "', not of '" + plan.lab() + "'", stored.lab(), plan.lab());
        same(
                "began from seed " + stored.seed() + ", not " + plan.shipment().seed(),
                stored.seed(),
                plan.shipment().seed());
        same(
                "varies " + listed(stored.paths()) + ", not "
                        + listed(plan.design().paths()),
                stored.paths(),
                plan.design().paths());
        same(
                "was run with " + settings(stored.sets()) + ", and now there "
                        + (plan.shipment().sets().size() == 1 ? "is " : "are ")
                        + settings(plan.shipment().sets()),
                stored.sets(),
                plan.shipment().sets());
        for (Stored.Variant variant : stored.variants()) {
            plan.variants().stream()
                    .filter(each -> each.id().equals(variant.id()))
                    .forEach(each -> same(
                            "is of another scenario: variant '" + variant.id() + "' has changed since",
                            variant.hash(),
                            each.hash()));
        }
        for (StudyPlan.Table table : plan.tables()) {
            same(
                    "is of another scenario: the table of '" + table.setting() + "' has changed since",
                    tables.getOrDefault(table.setting(), table.hash()),
                    table.hash());
        }
        same(
                "has other indicators",
                stored.indicators().stream().map(Stored.Indicator::id).toList(),
                plan.indicators().stream().map(Measure::id).toList());
    }

    private void same(String otherwise, Object before, Object now) {
        if (!before.equals(now)) {
            throw new StudyException(file + " " + otherwise + ANEW);
        }
    }

    private static String listed(List<String> texts) {
        return String.join(", ", texts);
    }

    private static String settings(List<String> sets) {
        return sets.isEmpty() ? "no --set" : "--set " + String.join(" --set ", sets);
    }
}
