package org.circlab.scenario;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.circlab.model.DistanceTable;
import org.circlab.model.Lab;
import org.circlab.model.Source;
import org.jspecify.annotations.Nullable;

/** A scenario file: one lab with any number of variants. Start reading here. */
public final class ScenarioFile {

    /** The variant of a file that has none. */
    public static final String ONLY_VARIANT = "main";

    private static final String BUSINESS_AS_USUAL = "business as usual";
    private static final Set<FindingCode> DEPENDING_ON_VARIANT = Set.of(FindingCode.UNUSED, FindingCode.IDLE_ACTOR);

    private final Path file;
    private final Tree.Keyed root;
    private final Tree.Keyed patches;
    private final List<String> variants;
    private final List<Finding> ofText;

    private ScenarioFile(Path file, Tree.Keyed root, Findings ofText) {
        this.file = file;
        this.root = root;
        this.patches = root.keyedAt("variants")
                .map(keyed -> keyed.without("note"))
                .orElse(new Tree.Keyed(root.mark(), new TreeMap<>()));
        this.variants = patches.entries().isEmpty()
                ? List.of(ONLY_VARIANT)
                : List.copyOf(patches.entries().keySet());
        checkVariants(root, ofText);
        this.ofText = List.copyOf(ofText.sorted());
    }

    /**
     * Reads a file of YAML, or of JSON if its name ends so.
     *
     * @throws ScenarioException if there is no text to speak of: no file, no UTF-8, no YAML or JSON, no map
     */
    public static ScenarioFile read(Path file) {
        Findings findings = new Findings();
        return SourceText.read(file, Spot.of(file.toString()), findings)
                .map(source -> of(file, source))
                .orElseThrow(() -> new ScenarioException(findings.sorted()));
    }

    /** The scenario of a text that stands, or could stand, in {@code file}. */
    static ScenarioFile of(Path file, SourceText source) {
        Findings findings = new Findings();
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        Optional<Tree> tree = TreeParser.parse(source, json, findings);
        if (tree.isPresent() && !(tree.get() instanceof Tree.Keyed)) {
            findings.add(
                    FindingCode.WRONG_KIND,
                    new Spot(tree.get().mark(), ""),
                    "A scenario is a map, not " + tree.get().kind() + ".",
                    "Start with 'circlab: 1'.");
        }
        if (tree.isPresent() && tree.get() instanceof Tree.Keyed root) {
            return new ScenarioFile(file, root, findings);
        }
        throw new ScenarioException(findings.sorted());
    }

    /** The ids of the variants in the order of the file; the first is the default. */
    public List<String> variants() {
        return variants;
    }

    /**
     * A variant as it is simulated.
     *
     * @param variant its id, or null for the default
     * @param sets overrides {@code path=value}, applied in order after the variant
     * @throws ScenarioException with all findings if there is an error among them
     */
    public Effective effective(@Nullable String variant, List<String> sets) {
        Findings findings = new Findings();
        String id = variant == null ? variants.get(0) : variant;
        if (!variants.contains(id)) {
            unknownVariant(id, Spot.of("--variant"), findings);
            throw new ScenarioException(findings.sorted());
        }
        Comparison comparison = comparison(id, sets, findings);
        if (findings.haveErrors()) {
            throw new ScenarioException(findings.sorted());
        }
        Lab lab = comparison.variant().lab().orElseThrow();
        return effective(id, lab, comparison, findings);
    }

    /**
     * Every finding of every variant, each once, in the order of places. That something is unused is only said where no
     * variant uses it.
     */
    public List<Finding> validate() {
        Map<String, Finding> all = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (String variant : variants) {
            Findings findings = new Findings();
            comparison(variant, List.of(), findings);
            for (Finding finding : findings.sorted()) {
                String same = finding.mark() + " " + finding.code() + " " + finding.message();
                all.putIfAbsent(same, finding);
                times.merge(same, 1, Integer::sum);
            }
        }
        return all.entrySet().stream()
                .filter(entry ->
                        !dependsOnVariant(entry.getValue()) || times.getOrDefault(entry.getKey(), 0) == variants.size())
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    private static boolean dependsOnVariant(Finding finding) {
        return DEPENDING_ON_VARIANT.contains(FindingCode.valueOf(finding.code()));
    }

    /** A variant's merged tree, and its lab where it has no errors. */
    private record Reading(Tree.Keyed tree, Optional<Lab> lab) {}

    /** A variant and what it is compared to: another variant, or business as usual where none is named. */
    private record Comparison(Reading variant, Optional<String> other, Optional<Reading> base) {}

    private Comparison comparison(String variant, List<String> sets, Findings findings) {
        findings.addAll(ofText);
        Reading reading = reading(variant, sets, findings);
        Optional<String> other = baseline(reading.tree(), findings);
        Findings ofBase = new Findings();
        Optional<Reading> base = other.map(id -> reading(id, sets, ofBase));
        findings.addAll(ofBase.sorted());
        return new Comparison(reading, other, base);
    }

    private Effective effective(String variant, Lab lab, Comparison comparison, Findings findings) {
        Tree.Keyed tree = comparison.variant().tree();
        Lab baseline = comparison.base().flatMap(Reading::lab).orElseGet(lab::businessAsUsual);
        Tree.Keyed usual = comparison.base().map(Reading::tree).orElseGet(() -> BusinessAsUsual.of(tree, baseline));
        String text = TreeWriter.write(tree.without("baseline"));
        return new Effective(
                variant,
                about(variant, "name").orElse(variant),
                about(variant, "about").orElse(""),
                lab,
                baseline,
                comparison.other().map(id -> about(id, "name").orElse(id)).orElse(BUSINESS_AS_USUAL),
                text,
                TreeWriter.write(usual.without("baseline")),
                sha256(text),
                warnings(findings));
    }

    /** The warnings of one variant; what it leaves to others is no reason to warn. */
    private List<Finding> warnings(Findings findings) {
        boolean several = variants.size() > 1;
        return findings.sorted().stream()
                .filter(finding -> !(several && dependsOnVariant(finding)))
                .toList();
    }

    private Reading reading(String variant, List<String> sets, Findings findings) {
        Tree.Keyed base = root.without("variants");
        Tree.Keyed merged = patches.keyedAt(variant)
                .map(patch -> new MergePatch(findings).apply(base, patch.without("name", "about")))
                .orElse(base);
        for (String set : sets) {
            merged = Setting.apply(set, merged, findings);
        }
        Scope scope = new Scope(merged, findings);
        Optional<Tree> given = merged.at("distances");
        DistanceReader distances = new DistanceReader(scope, folder(), actorsOfAnyVariant());
        DistanceTable table = distances.read(given);
        Optional<Lab> lab = new LabReader(scope, table).read();
        Optional<Tree> inlined = given.flatMap(tree -> distances.tree(tree.mark()));
        Tree.Keyed bare = given.isPresent() && inlined.isEmpty() ? merged.without("distances") : merged;
        return new Reading(inlined.map(tree -> bare.with("distances", tree)).orElse(bare), lab);
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private Set<String> actorsOfAnyVariant() {
        Set<String> actors = new TreeSet<>(keys(root));
        for (String variant : patches.entries().keySet()) {
            patches.keyedAt(variant).ifPresent(patch -> actors.addAll(keys(patch)));
        }
        return actors;
    }

    private static Set<String> keys(Tree.Keyed lab) {
        return lab.keyedAt("actors").map(actors -> actors.entries().keySet()).orElse(Set.of());
    }

    private Optional<String> about(String variant, String key) {
        return patches.keyedAt(variant)
                .flatMap(patch -> patch.at(key))
                .map(tree -> tree instanceof Tree.Text text ? text.value() : "")
                .filter(text -> !text.isEmpty());
    }

    private Optional<String> baseline(Tree.Keyed merged, Findings findings) {
        Scope quiet = new Scope(merged, findings);
        Optional<Tree> named = merged.at("baseline").filter(tree -> !(tree instanceof Tree.Nothing));
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> id = new Fields(quiet, merged, new Spot(merged.mark(), ""), Source.NONE).text("baseline");
        if (id.isPresent() && !variants.contains(id.get())) {
            unknownVariant(id.get(), new Spot(named.get().mark(), "baseline"), findings);
            return Optional.empty();
        }
        return id;
    }

    private void unknownVariant(String variant, Spot spot, Findings findings) {
        findings.add(
                FindingCode.UNKNOWN_VARIANT,
                spot,
                "There is no variant '" + variant + "'.",
                Suggestion.maybe(variant, variants));
    }

    /** Whether the variants are maps by id with texts for people; what they patch is found in the patched lab. */
    private static void checkVariants(Tree.Keyed root, Findings findings) {
        Tree.Keyed bare = new Tree.Keyed(root.mark(), new TreeMap<>());
        Scope scope = new Scope(bare, findings);
        Tree.Entry entry = root.entries().get("variants");
        if (entry != null) {
            Tree.Keyed holder = new Tree.Keyed(root.mark(), Map.of("variants", entry));
            Fields lab = new Fields(scope, holder, new Spot(root.mark(), ""), Source.NONE);
            lab.each("variants", "variants: { symbiosis: {} }", (id, member) -> {
                Tree patch =
                        member.tree() instanceof Tree.Keyed keyed ? keyed.without("source", "note") : member.tree();
                Fields fields = Fields.of(scope, patch, member.spot(), "{ policy: { landfill-tax: 60 EUR/t } }");
                fields.text("name");
                fields.text("about");
            });
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
