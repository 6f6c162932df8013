package org.circlab.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A scenario and those that it extends: each is a merge patch over the one that it names. Files stay within the folder of the
 * scenario that was asked for, and every value keeps the place where it is written.
 */
final class Inheritance {

    /** The most scenarios that may stand one over the other. */
    static final int LONGEST = 10;

    private static final String KEY = "extends";
    private static final String VARIANTS = "variants";
    private static final String EXAMPLE = "extends: base.yaml";

    private final ScenarioFolder folder;
    private final Findings findings;
    private final Inquiry inquiry;
    private final Set<Path> met = new LinkedHashSet<>();

    /** A reading that begins with the scenario that was asked for. */
    Inheritance(ScenarioFolder folder, Findings findings, Inquiry inquiry) {
        this.folder = folder;
        this.findings = findings;
        this.inquiry = inquiry;
    }

    /** The scenario of a text that stands in {@code file}, merged over all it extends; nothing and findings if one fails. */
    Optional<Tree.Keyed> merged(Path file, SourceText source) {
        met.add(identity(file));
        Optional<Tree.Keyed> own = map(file, source);
        inquiry.asked("", KEY, Optional.of(Shape.TEXT));
        Optional<Tree> named = own.flatMap(map -> map.at(KEY));
        if (own.isEmpty() || named.isEmpty()) {
            return own;
        }
        return base(named.get()).map(base -> over(base, own.get().without(KEY)));
    }

    private Optional<Tree.Keyed> map(Path file, SourceText source) {
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        Optional<Tree> tree = TreeParser.parse(source, json, findings);
        if (tree.isPresent() && !(tree.get() instanceof Tree.Keyed)) {
            findings.add(
                    FindingCode.WRONG_KIND,
                    new Spot(tree.get().mark(), ""),
                    "A scenario is a map, not " + tree.get().kind() + ".",
                    "Start with 'circlab: 1'.");
        }
        return tree.filter(Tree.Keyed.class::isInstance).map(Tree.Keyed.class::cast);
    }

    /** The base patched by what extends it. The patches of variants are joined, so that what they delete stays deleted. */
    private Tree.Keyed over(Tree.Keyed base, Tree.Keyed own) {
        Tree.Keyed merged = new MergePatch(findings)
                .apply(DistanceReader.withFileInMap(base).without(VARIANTS), own.without(VARIANTS));
        Optional<Tree> variants = own.at(VARIANTS)
                .map(patches -> variants(base.at(VARIANTS), patches))
                .or(() -> base.at(VARIANTS));
        Tree.Keyed whole = variants.map(tree -> merged.with(VARIANTS, tree)).orElse(merged);
        return new Tree.Keyed(own.mark(), whole.entries());
    }

    private Tree variants(Optional<Tree> before, Tree patches) {
        if (before.isEmpty() || !(before.get() instanceof Tree.Keyed old) || !(patches instanceof Tree.Keyed own)) {
            return patches;
        }
        Map<String, Tree.Entry> joined = new LinkedHashMap<>(old.entries());
        own.entries().forEach((id, entry) -> {
            if (entry.value() instanceof Tree.Nothing) {
                MergePatch.delete(joined, id, new Spot(entry.mark(), VARIANTS).at(id, entry.mark()), findings);
            } else {
                joined.merge(id, entry, Inheritance::joined);
            }
        });
        return new Tree.Keyed(own.mark(), joined);
    }

    /** One patch that does what two do one after the other. */
    private static Tree.Entry joined(Tree.Entry first, Tree.Entry second) {
        if (!(first.value() instanceof Tree.Keyed before) || !(second.value() instanceof Tree.Keyed after)) {
            return second;
        }
        Map<String, Tree.Entry> both = new LinkedHashMap<>(before.entries());
        after.entries().forEach((key, entry) -> both.merge(key, entry, Inheritance::joined));
        return new Tree.Entry(first.mark(), new Tree.Keyed(before.mark(), both));
    }

    private Optional<Tree.Keyed> base(Tree named) {
        Spot spot = new Spot(named.mark(), KEY);
        if (named instanceof Tree.Text text) {
            return folder.file(text.value(), spot, EXAMPLE, findings)
                    .filter(path -> isNew(path, spot))
                    .flatMap(path -> folder.text(path, spot, findings).flatMap(source -> merged(path, source)));
        }
        findings.add(
                FindingCode.WRONG_KIND,
                spot,
                "The name of a scenario file is expected here, not " + named.kind() + ".",
                "Write it like '" + EXAMPLE + "'.");
        return Optional.empty();
    }

    private boolean isNew(Path path, Spot spot) {
        if (met.contains(identity(path))) {
            findings.add(
                    FindingCode.BAD_EXTENDS,
                    spot,
                    "'" + path + "' extends itself" + (met.size() == 1 ? "." : ", by way of the files that lead here."),
                    "Let the scenario at the bottom extend nothing.");
            return false;
        }
        if (met.size() > LONGEST) {
            findings.add(
                    FindingCode.BAD_EXTENDS,
                    spot,
                    "More than " + LONGEST + " scenarios stand one over the other.",
                    "Merge some of them into one file; variants can say what differs.");
            return false;
        }
        return true;
    }

    /** The same for all names of one file. */
    private static Path identity(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
