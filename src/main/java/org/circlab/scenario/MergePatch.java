package org.circlab.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON Merge Patch (RFC 7386): maps merge, anything else replaces, {@code null} deletes. Values keep the places where they are
 * written, and keys their order.
 */
final class MergePatch {

    private final Findings findings;

    /** A merger that reports deletions of what is not there, and tells the findings of ids that are new. */
    MergePatch(Findings findings) {
        this.findings = findings;
    }

    /** The target with the patch applied. */
    Tree apply(Tree target, Tree patch) {
        return apply(target, patch, "");
    }

    /** The target, which stands at {@code path} of the lab, with the patch applied. */
    Tree apply(Tree target, Tree patch, String path) {
        if (!(patch instanceof Tree.Keyed changes)) {
            return patch;
        }
        return merge(
                target instanceof Tree.Keyed keyed ? keyed : new Tree.Keyed(patch.mark(), Map.of()), changes, path);
    }

    /** The map with the patch applied. */
    Tree.Keyed apply(Tree.Keyed target, Tree.Keyed patch) {
        return merge(target, patch, "");
    }

    private Tree.Keyed merge(Tree.Keyed target, Tree.Keyed patch, String path) {
        Map<String, Tree.Entry> result = new LinkedHashMap<>(target.entries());
        patch.entries().forEach((key, change) -> {
            Spot spot = new Spot(change.mark(), path).at(key, change.mark());
            if (change.value() instanceof Tree.Nothing nothing && nothing.written()) {
                delete(result, key, spot, findings);
            } else {
                Tree.Entry old = result.get(key);
                if (old == null && change.value() instanceof Tree.Keyed) {
                    findings.newcomer(spot, key, target.entries().keySet());
                }
                Tree before = old == null ? new Tree.Nothing(change.mark(), true) : old.value();
                Tree after = apply(before, change.value(), spot.path());
                boolean merged = before instanceof Tree.Keyed && after instanceof Tree.Keyed;
                result.put(key, new Tree.Entry(merged && old != null ? old.mark() : change.mark(), after));
            }
        });
        return new Tree.Keyed(target.mark(), result);
    }

    /** Deletes a key; a finding where it is not there. */
    static void delete(Map<String, Tree.Entry> result, String key, Spot spot, Findings findings) {
        if (!result.containsKey(key)) {
            findings.add(
                    FindingCode.DELETES_NOTHING,
                    spot,
                    "null deletes '" + spot.path() + "', which is not there.",
                    Suggestion.maybe(key, result.keySet()));
        }
        result.remove(key);
    }
}
