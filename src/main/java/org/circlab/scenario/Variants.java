package org.circlab.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.circlab.model.Source;

/** The variants of a scenario: what each changes in the lab of all, and the whole lab as it is then written. */
final class Variants {

    /** Where they stand. */
    static final String KEY = "variants";

    /** The variant of a file that has none. */
    static final String ONLY = "main";

    private static final String BASELINE = "baseline";

    private final Tree.Keyed root;
    private final Tree.Keyed patches;
    private final List<String> ids;

    Variants(Tree.Keyed root) {
        this.root = root;
        this.patches = root.keyedAt(KEY)
                .map(keyed -> keyed.without("note"))
                .orElse(new Tree.Keyed(root.mark(), new TreeMap<>()));
        this.ids = patches.entries().isEmpty()
                ? List.of(ONLY)
                : List.copyOf(patches.entries().keySet());
    }

    /** Their ids in the order of the file; the first is the default. */
    List<String> ids() {
        return ids;
    }

    /** Whether there is one of that id; a finding if not. */
    boolean isThere(String id, Spot spot, Findings findings) {
        if (!ids.contains(id)) {
            findings.add(
                    FindingCode.UNKNOWN_VARIANT, spot, "There is no variant '" + id + "'.", Suggestion.maybe(id, ids));
        }
        return ids.contains(id);
    }

    /** Whether they are maps by id with texts for people; what they patch is found in the patched lab. */
    void check(Findings findings, Inquiry inquiry) {
        Tree.Entry entry = root.entries().get(KEY);
        if (entry == null) {
            return;
        }
        Scope scope = new Scope(new Tree.Keyed(root.mark(), new TreeMap<>()), findings, inquiry);
        Tree.Keyed holder = new Tree.Keyed(root.mark(), Map.of(KEY, entry));
        Fields lab = new Fields(scope, holder, new Spot(root.mark(), ""), Source.NONE);
        lab.each(KEY, "variants: { symbiosis: {} }", (id, member) -> {
            Tree patch = member.tree() instanceof Tree.Keyed keyed ? keyed.without("source", "note") : member.tree();
            Fields fields = Fields.of(scope, patch, member.spot(), "{ policy: { landfill-tax: 60 EUR/t } }");
            fields.text("name");
            fields.text("about");
        });
    }

    /** A text for people about a variant, where the file has one. */
    Optional<String> about(String id, String key) {
        return patches.keyedAt(id)
                .flatMap(patch -> patch.at(key))
                .map(tree -> tree instanceof Tree.Text text ? text.value() : "")
                .filter(text -> !text.isEmpty());
    }

    /** The variant that a merged lab names as its baseline, where it names one that is there. */
    Optional<String> baseline(Tree.Keyed merged, Findings findings, Inquiry inquiry) {
        Optional<Tree> named = merged.at(BASELINE).filter(tree -> !(tree instanceof Tree.Nothing));
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Scope scope = new Scope(merged, findings, inquiry);
        Spot spot = new Spot(named.get().mark(), BASELINE);
        return new Fields(scope, merged, new Spot(merged.mark(), ""), Source.NONE)
                .text(BASELINE)
                .filter(id -> isThere(id, spot, findings));
    }

    /** The lab of a variant with all its actors written out, overrides included. */
    Tree.Keyed merged(String id, List<String> sets, ActorTables tables, Findings findings) {
        Tree.Keyed lab = DistanceReader.withFileInMap(withTablesOf(id, findings));
        for (String set : sets) {
            lab = Setting.isBelow(ActorTables.KEY, set) ? Setting.apply(set, lab, findings) : lab;
        }
        lab = new MergePatch(findings)
                .apply(tables.writtenOut(lab, findings), patch(id).without(ActorTables.KEY));
        for (String set : sets) {
            lab = DistanceReader.withFileInMap(lab);
            lab = Setting.isBelow(ActorTables.KEY, set) ? lab : Setting.apply(set, lab, findings);
        }
        return lab;
    }

    /** The merged lab of a variant with the tables in it again whose actors are written out there. */
    Tree.Keyed withTables(String id, Tree.Keyed merged) {
        return withTablesOf(id, new Findings())
                .at(ActorTables.KEY)
                .map(tables -> merged.with(ActorTables.KEY, tables))
                .orElse(merged);
    }

    /** The actors of any variant, by their ids, those of its tables included. */
    Set<String> actors(ActorTables tables) {
        Set<String> actors = keysAt("actors");
        actors.addAll(tables.ids(root));
        for (String id : ids) {
            if (patch(id).at(ActorTables.KEY).isPresent()) {
                actors.addAll(tables.ids(withTablesOf(id, new Findings())));
            }
        }
        return actors;
    }

    /** The keys of the map at a path in the lab of all or in any variant. */
    Set<String> keysAt(String path) {
        Set<String> keys = new TreeSet<>(Scope.keysAt(root, path));
        for (String id : patches.entries().keySet()) {
            patches.keyedAt(id).ifPresent(patch -> keys.addAll(Scope.keysAt(patch, path)));
        }
        return keys;
    }

    /** The lab of all variants with the tables of one, whose actors the rest of the variant may then patch. */
    private Tree.Keyed withTablesOf(String id, Findings findings) {
        return new MergePatch(findings)
                .apply(root.without(KEY, StudyReader.KEY), patch(id).only(ActorTables.KEY));
    }

    private Tree.Keyed patch(String id) {
        return patches.keyedAt(id)
                .map(patch -> patch.without("name", "about"))
                .orElse(new Tree.Keyed(root.mark(), Map.of()));
    }
}
