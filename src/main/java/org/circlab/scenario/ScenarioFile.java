package org.circlab.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.circlab.model.Lab;
import org.circlab.scenario.VariantReader.Comparison;
import org.circlab.scenario.VariantReader.Reading;
import org.jspecify.annotations.Nullable;

/** A scenario file: one lab with any number of variants. Start reading here. */
public final class ScenarioFile {

    /** The variant of a file that has none. */
    public static final String ONLY_VARIANT = Variants.ONLY;

    private static final String BUSINESS_AS_USUAL = "business as usual";

    private final ScenarioFolder folder;
    private final Tree.Keyed root;
    private final Variants variants;
    private final VariantReader reader;
    private final Studies studies;
    private final List<Finding> ofText;
    private final Inquiry inquiry;

    private ScenarioFile(ScenarioFolder folder, Tree.Keyed root, Findings ofText, Inquiry inquiry) {
        this.folder = folder;
        this.root = root;
        this.inquiry = inquiry;
        this.variants = new Variants(root);
        this.reader = new VariantReader(folder, variants, inquiry);
        this.studies = new Studies(folder, root, variants, inquiry);
        variants.check(ofText, inquiry);
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
        return studies.named(id, sets);
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
        return studies.described(id, options, variants, sets);
    }

    /**
     * Every file that was read for this scenario so far. Ask for the variants that are wanted first, since each may read files of
     * its own.
     */
    public Snapshot snapshot() {
        return new Snapshot(folder.scenario().toString(), folder.shelf().contents());
    }

    /**
     * SHA-256 in hexadecimal digits of the tables that an override names, which are of the snapshot from then on; nothing where it
     * names none.
     *
     * @param set {@code path=value}
     */
    public Optional<String> tablesHash(String set) {
        return SetTables.hash(set, folder);
    }

    /**
     * SHA-256 in hexadecimal digits of all tables that variants read with an override, also of those that its tables name, by their
     * names as seen from the folder of the scenario. They are of the snapshot from then on. Whatever else is wrong with the variants
     * is told when they run.
     *
     * @param set {@code path=value}
     * @param variants ids
     * @param sets overrides that are applied before
     */
    public SortedMap<String, String> tablesRead(String set, List<String> variants, List<String> sets) {
        ScenarioFolder own =
                new ScenarioFolder(folder.scenario(), folder.shelf().before());
        ScenarioFile same = new ScenarioFile(own, root, new Findings(), Inquiry.NONE);
        List<String> all = Stream.concat(sets.stream(), Stream.of(set)).toList();
        variants.forEach(id -> same.reader.comparison(id, all, new ActorTables(own, Inquiry.NONE), new Findings()));
        SortedMap<String, String> hashes = new TreeMap<>();
        own.shelf().contents().forEach(file -> hashes.put(own.nameWithin(file.name()), Effective.sha256(file.text())));
        return hashes;
    }

    /** The ids of the variants in the order of the file; the first is the default. */
    public List<String> variants() {
        return variants.ids();
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
        String id = variant == null ? variants.ids().get(0) : variant;
        if (!variants.isThere(id, Spot.of("--variant"), findings)) {
            throw new ScenarioException(findings.sorted());
        }
        findings.addAll(ofText);
        ActorTables tables = new ActorTables(folder, inquiry);
        Comparison comparison = reader.comparison(id, sets, tables, findings);
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
        for (String variant : variants.ids()) {
            Findings findings = new Findings();
            findings.addAll(ofText);
            reader.check(variant, tables, findings);
            all.add(variant, tables.told(findings.sorted()));
        }
        Findings ofStudies = new Findings();
        studies.read(List.of(), ofStudies);
        all.addToAll(ofStudies.sorted());
        return LongTables.cutShort(
                all.sorted().stream().filter(finding -> !studies.need(finding)).toList());
    }

    private Effective effective(String variant, Lab lab, Comparison comparison, List<Finding> findings) {
        Tree.Keyed tree = comparison.variant().tree();
        Lab baseline = comparison.base().flatMap(Reading::lab).orElseGet(lab::businessAsUsual);
        Tree.Keyed usual = comparison.base().map(Reading::tree).orElseGet(() -> BusinessAsUsual.of(tree, baseline));
        String text = TreeWriter.write(tree.without("baseline"));
        return new Effective(
                variant,
                variants.about(variant, "name").orElse(variant),
                variants.about(variant, "about").orElse(""),
                lab,
                baseline,
                comparison
                        .other()
                        .map(id -> variants.about(id, "name").orElse(id))
                        .orElse(BUSINESS_AS_USUAL),
                text,
                TreeWriter.write(usual.without("baseline")),
                Effective.sha256(text),
                warnings(findings));
    }

    /** The warnings of one variant; what it leaves to others, or to studies, is no reason to warn. */
    private List<Finding> warnings(List<Finding> findings) {
        boolean several = variants.ids().size() > 1;
        return findings.stream()
                .filter(finding -> !(several && VariantFindings.isOfTheWhole(finding)) && !studies.need(finding))
                .toList();
    }
}
