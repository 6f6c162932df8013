package org.circlab.scenario;

import java.util.List;
import java.util.Optional;
import org.circlab.model.DistanceTable;
import org.circlab.model.Lab;

/** Reads variants of a scenario, each with what it is compared to. */
final class VariantReader {

    private final ScenarioFolder folder;
    private final Variants variants;
    private final Inquiry inquiry;

    VariantReader(ScenarioFolder folder, Variants variants, Inquiry inquiry) {
        this.folder = folder;
        this.variants = variants;
        this.inquiry = inquiry;
    }

    /** A variant's merged tree, and its lab where it has no errors. */
    record Reading(Tree.Keyed tree, Optional<Lab> lab) {}

    /** A variant and what it is compared to: another variant, or business as usual where none is named. */
    record Comparison(Reading variant, Optional<String> other, Optional<Reading> base) {}

    /** Reads a variant with its overrides and the baseline that it names. */
    Comparison comparison(String variant, List<String> sets, ActorTables tables, Findings findings) {
        Reading reading = reading(variant, sets, tables, findings);
        Optional<String> other = variants.baseline(reading.tree(), findings, inquiry);
        Findings ofBase = new Findings();
        Optional<Reading> base = other.map(id -> reading(id, sets, tables, ofBase));
        List<Finding> own = findings.sorted();
        ofBase.sorted().stream()
                .filter(finding -> !own.contains(finding))
                .map(finding -> finding.saying("Baseline '" + other.orElseThrow() + "': " + finding.message()))
                .forEach(findings::add);
        return new Comparison(reading, other, base);
    }

    /** Finds what is wrong with a variant, but not with the baseline that it names. */
    void check(String variant, ActorTables tables, Findings findings) {
        variants.baseline(reading(variant, List.of(), tables, findings).tree(), findings, inquiry);
    }

    private Reading reading(String variant, List<String> sets, ActorTables tables, Findings findings) {
        Tree.Keyed own = InlineTables.putIn(variants.merged(variant, sets, tables, findings), folder, findings);
        Tree.Keyed merged = EntryValues.putIn(Likeness.putIn(own, findings), findings);
        Scope scope = new Scope(merged, findings, inquiry);
        Optional<Tree> given = merged.at("distances");
        DistanceReader distances =
                new DistanceReader(scope, folder, variants.actors(tables), variants.keysAt("haulage.modes"));
        DistanceTable table = distances.read(given);
        Optional<Lab> lab = new LabReader(scope, table).read();
        Optional<Tree> inlined = given.flatMap(tree -> distances.tree(tree.mark()));
        Tree.Keyed bare = given.isPresent() && inlined.isEmpty() ? merged.without("distances") : merged;
        return new Reading(inlined.map(tree -> bare.with("distances", tree)).orElse(bare), lab);
    }
}
