package org.circlab.scenario;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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

    private final ScenarioFolder folder;
    private final Tree.Keyed root;
    private final Tree.Keyed patches;
    private final List<String> variants;
    private final List<Finding> ofText;
    private final Inquiry inquiry;

    private ScenarioFile(ScenarioFolder folder, Tree.Keyed root, Findings ofText, Inquiry inquiry) {
        this.folder = folder;
        this.inquiry = inquiry;
        this.root = root;
        this.patches = root.keyedAt("variants")
                .map(keyed -> keyed.without("note"))
                .orElse(new Tree.Keyed(root.mark(), new TreeMap<>()));
        this.variants = patches.entries().isEmpty()
                ? List.of(ONLY_VARIANT)
                : List.copyOf(patches.entries().keySet());
        checkVariants(root, ofText, inquiry);
        this.ofText = List.copyOf(ofText.sorted());
    }

    /**
     * Reads a file of YAML, or of JSON if its name ends so.
     *
     * @throws ScenarioException if there is no text to speak of: no file, no UTF-8, no YAML or JSON, no map
     */
    public static ScenarioFile read(Path file) {
        return read(new ScenarioFolder(file, Shelf.ofDisk()));
    }

    /**
     * Reads the scenario of a snapshot, and no other file.
     *
     * @throws ScenarioException as {@link #read(Path)}
     */
    public static ScenarioFile read(Snapshot snapshot) {
        return read(new ScenarioFolder(Path.of(snapshot.main()), Shelf.of(snapshot)));
    }

    private static ScenarioFile read(ScenarioFolder folder) {
        Findings findings = new Findings();
        return folder.text(folder.scenario(), Spot.of(folder.scenario().toString()), findings)
                .map(source -> of(folder, source, Inquiry.NONE))
                .orElseThrow(() -> new ScenarioException(findings.sorted()));
    }

    /** The scenario of a text that stands, or could stand, in {@code file}. */
    static ScenarioFile of(Path file, SourceText source) {
        return of(file, source, Inquiry.NONE);
    }

    /** The same, while {@code inquiry} hears what is asked of its maps. */
    static ScenarioFile of(Path file, SourceText source, Inquiry inquiry) {
        return of(new ScenarioFolder(file, Shelf.ofDisk()), source, inquiry);
    }

    private static ScenarioFile of(ScenarioFolder folder, SourceText source, Inquiry inquiry) {
        Findings findings = new Findings();
        return new Inheritance(folder, findings, inquiry)
                .merged(folder.scenario(), source)
                .map(root -> new ScenarioFile(folder, root, findings, inquiry))
                .orElseThrow(() -> new ScenarioException(findings.sorted()));
    }

    /** Whether a text can be the id of a lab, written without quotes. */
    public static boolean isId(String text) {
        Scope scope = new Scope(new Tree.Keyed(Mark.of(""), Map.of()), new Findings(), Inquiry.NONE);
        return scope.isId(text, Spot.of("id")) && !TreeParser.isNull(text);
    }

    /**
     * A study of the file.
     *
     * @param id its name
     * @param sets overrides, applied before what the study varies
     * @throws ScenarioException if there is none of that name, or it has errors
     */
    public Study study(String id, List<String> sets) {
        Findings findings = new Findings();
        Map<String, Study> studies = studies(sets, findings);
        List<String> ids = Scope.keysAt(root, StudyReader.KEY).stream().toList();
        Study study = studies.get(id);
        if (study != null) {
            return study;
        }
        List<Finding> own = findings.sorted().stream()
                .filter(finding -> finding.path().equals(StudyReader.KEY)
                        || (finding.path() + ".").startsWith(StudyReader.KEY + "." + id + "."))
                .toList();
        if (own.isEmpty()) {
            findings = new Findings();
            findings.add(
                    FindingCode.UNKNOWN_STUDY,
                    Spot.of("--study"),
                    "There is no study '" + id + "'.",
                    ids.isEmpty() ? "The scenario has no 'studies'." : Suggestion.maybe(id, ids));
            own = findings.sorted();
        }
        throw new ScenarioException(own);
    }

    /**
     * A study that an option each describes.
     *
     * @param id its name
     * @param options what it varies and repeats
     * @param variants ids of those that it runs; none for the first
     * @param sets overrides, applied before what the study varies
     * @throws ScenarioException with all findings if it has errors
     */
    public Study study(String id, StudyOptions options, List<String> variants, List<String> sets) {
        Findings findings = new Findings();
        variants.stream()
                .filter(variant -> !this.variants.contains(variant))
                .forEach(variant -> unknownVariant(variant, Spot.of("--variant"), findings));
        StudyReader reader = new StudyReader(folder, this.variants, findings);
        List<String> chosen = variants.isEmpty() ? List.of(this.variants.get(0)) : variants;
        if (findings.haveErrors()) {
            throw new ScenarioException(findings.sorted());
        }
        Study study = options.study(id, chosen, labs(sets).of(chosen.get(0)), reader, findings);
        if (findings.haveErrors()) {
            throw new ScenarioException(findings.sorted());
        }
        return study;
    }

    private Map<String, Study> studies(List<String> sets, Findings findings) {
        return new StudyReader(folder, variants, findings).read(root, labs(sets), inquiry);
    }

    /** Labs as they are written; what is wrong in them is told where they are made. */
    private StudyReader.Labs labs(List<String> sets) {
        ActorTables tables = new ActorTables(folder, inquiry);
        return variant -> merged(variant, sets, tables, new Findings());
    }

    /**
     * Every file that was read for this scenario so far. Ask for the variants that are wanted first, since each may read files of
     * its own.
     */
    public Snapshot snapshot() {
        return new Snapshot(folder.scenario().toString(), folder.shelf().contents());
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
        ActorTables tables = new ActorTables(folder, inquiry);
        Comparison comparison = comparison(id, sets, tables, findings);
        if (findings.haveErrors()) {
            throw new ScenarioException(LongTables.cutShort(tables.told(findings.sorted())));
        }
        Lab lab = comparison.variant().lab().orElseThrow();
        return effective(id, lab, comparison, LongTables.cutShort(tables.told(findings.sorted())));
    }

    /**
     * Every finding of every variant, each once, in the order of places; one that not all variants have names those that do. That
     * something is unused is only said where no variant uses it. Of many findings of one kind in a table the last stands for all
     * that are not told.
     */
    public List<Finding> validate() {
        VariantFindings all = new VariantFindings();
        ActorTables tables = new ActorTables(folder, inquiry);
        for (String variant : variants) {
            Findings findings = new Findings();
            findings.addAll(ofText);
            baseline(reading(variant, List.of(), tables, findings).tree(), findings);
            all.add(variant, tables.told(findings.sorted()));
        }
        Findings ofStudies = new Findings();
        studies(List.of(), ofStudies);
        all.addToAll(ofStudies.sorted());
        return LongTables.cutShort(all.sorted());
    }

    /** A variant's merged tree, and its lab where it has no errors. */
    private record Reading(Tree.Keyed tree, Optional<Lab> lab) {}

    /** A variant and what it is compared to: another variant, or business as usual where none is named. */
    private record Comparison(Reading variant, Optional<String> other, Optional<Reading> base) {}

    private Comparison comparison(String variant, List<String> sets, ActorTables tables, Findings findings) {
        findings.addAll(ofText);
        Reading reading = reading(variant, sets, tables, findings);
        Optional<String> other = baseline(reading.tree(), findings);
        Findings ofBase = new Findings();
        Optional<Reading> base = other.map(id -> reading(id, sets, tables, ofBase));
        List<Finding> own = findings.sorted();
        ofBase.sorted().stream()
                .filter(finding -> !own.contains(finding))
                .map(finding -> finding.saying("Baseline '" + other.orElseThrow() + "': " + finding.message()))
                .forEach(findings::add);
        return new Comparison(reading, other, base);
    }

    private Effective effective(String variant, Lab lab, Comparison comparison, List<Finding> findings) {
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
    private List<Finding> warnings(List<Finding> findings) {
        boolean several = variants.size() > 1;
        return findings.stream()
                .filter(finding -> !(several && VariantFindings.isOfTheWhole(finding)))
                .toList();
    }

    private Reading reading(String variant, List<String> sets, ActorTables tables, Findings findings) {
        Tree.Keyed own = InlineTables.putIn(merged(variant, sets, tables, findings), folder, findings);
        Tree.Keyed merged = EntryValues.putIn(Likeness.putIn(own, findings), findings);
        Scope scope = new Scope(merged, findings, inquiry);
        Optional<Tree> given = merged.at("distances");
        DistanceReader distances =
                new DistanceReader(scope, folder, actorsOfAnyVariant(tables), ofAnyVariant("haulage.modes"));
        DistanceTable table = distances.read(given);
        Optional<Lab> lab = new LabReader(scope, table).read();
        Optional<Tree> inlined = given.flatMap(tree -> distances.tree(tree.mark()));
        Tree.Keyed bare = given.isPresent() && inlined.isEmpty() ? merged.without("distances") : merged;
        return new Reading(inlined.map(tree -> bare.with("distances", tree)).orElse(bare), lab);
    }

    /** The lab of a variant with all its actors written out, overrides included. */
    private Tree.Keyed merged(String variant, List<String> sets, ActorTables tables, Findings findings) {
        Tree.Keyed lab = DistanceReader.withFileInMap(withTablesOf(variant, findings));
        for (String set : sets) {
            lab = Setting.isBelow(ActorTables.KEY, set) ? Setting.apply(set, lab, findings) : lab;
        }
        lab = new MergePatch(findings)
                .apply(tables.writtenOut(lab, findings), patch(variant).without(ActorTables.KEY));
        for (String set : sets) {
            lab = DistanceReader.withFileInMap(lab);
            lab = Setting.isBelow(ActorTables.KEY, set) ? lab : Setting.apply(set, lab, findings);
        }
        return lab;
    }

    private Set<String> ofAnyVariant(String path) {
        Set<String> ids = new TreeSet<>(Scope.keysAt(root, path));
        for (String variant : patches.entries().keySet()) {
            patches.keyedAt(variant).ifPresent(patch -> ids.addAll(Scope.keysAt(patch, path)));
        }
        return ids;
    }

    /** The lab of all variants with the tables of one, whose actors the rest of the variant may then patch. */
    private Tree.Keyed withTablesOf(String variant, Findings findings) {
        return new MergePatch(findings)
                .apply(root.without("variants", StudyReader.KEY), patch(variant).only(ActorTables.KEY));
    }

    private Tree.Keyed patch(String variant) {
        return patches.keyedAt(variant)
                .map(patch -> patch.without("name", "about"))
                .orElse(new Tree.Keyed(root.mark(), Map.of()));
    }

    private Set<String> actorsOfAnyVariant(ActorTables tables) {
        Set<String> actors = ofAnyVariant("actors");
        actors.addAll(tables.ids(root));
        for (String variant : variants) {
            if (patch(variant).at(ActorTables.KEY).isPresent()) {
                actors.addAll(tables.ids(withTablesOf(variant, new Findings())));
            }
        }
        return actors;
    }

    private Optional<String> about(String variant, String key) {
        return patches.keyedAt(variant)
                .flatMap(patch -> patch.at(key))
                .map(tree -> tree instanceof Tree.Text text ? text.value() : "")
                .filter(text -> !text.isEmpty());
    }

    private Optional<String> baseline(Tree.Keyed merged, Findings findings) {
        Scope quiet = new Scope(merged, findings, inquiry);
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
    private static void checkVariants(Tree.Keyed root, Findings findings, Inquiry inquiry) {
        Tree.Keyed bare = new Tree.Keyed(root.mark(), new TreeMap<>());
        Scope scope = new Scope(bare, findings, inquiry);
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

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
