package org.circlab.scenario;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.circlab.model.Grade;
import org.circlab.model.Haulage;
import org.circlab.model.Source;
import org.circlab.model.Sourced;

/** What all readers of one lab share: the findings, the sources met so far, and the ids that are declared. */
final class Scope {

    /** What an id is made of. */
    static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0,99}");

    /** Words that maps keyed by id use for themselves. */
    private static final Set<String> RESERVED = Set.of("source", "note", "value");

    /** Words of the disposal key, and names that results give to what is no actor. */
    private static final Set<String> RESERVED_FOR_ACTORS =
            Set.of("cheapest", "nearest", "virgin", "air", "water", "market", "disposal", "export", "outside", "state");

    /** Words for the haulier with trucks without limit. */
    private static final Set<String> RESERVED_FOR_CARRIERS = Set.of(Haulage.HAULIER, Haulage.TRUCK);
    /** So many unknown ids are no slips of the pen, and to look for each among thousands takes minutes. */
    private static final int MOST_SUGGESTIONS = 1000;

    private final Tree.Keyed lab;
    private final Findings findings;
    private final Inquiry inquiry;
    private final Figures figures = new Figures(this);
    private final Currencies currencies = new Currencies();
    private final Map<String, Source> sources = new TreeMap<>();
    private final Map<Kind, Set<String>> declared = new EnumMap<>(Kind.class);
    private int unknown;

    Scope(Tree.Keyed lab, Findings findings, Inquiry inquiry) {
        this.lab = lab;
        this.findings = findings;
        this.inquiry = inquiry;
        for (Kind kind : Kind.values()) {
            Set<String> ids = new LinkedHashSet<>();
            kind.paths().forEach(path -> ids.addAll(keysAt(lab, path)));
            declared.put(kind, ids);
        }
    }

    /** The ids in the map at a path of the lab. */
    Set<String> keysAt(String path) {
        return keysAt(lab, path);
    }

    /** The keys of the map at a path that are not words about it; none where there is no map. */
    static Set<String> keysAt(Tree.Keyed lab, String path) {
        Optional<Tree.Keyed> here = Optional.of(lab);
        for (String step : path.split("\\.", -1)) {
            here = here.flatMap(keyed -> keyed.keyedAt(step));
        }
        return here.map(keyed -> Figures.entriesOf(keyed).keySet()).orElse(Set.of());
    }

    void report(FindingCode code, Spot at, String message, String advice) {
        findings.add(code, at, message, advice);
    }

    Findings findings() {
        return findings;
    }

    Inquiry inquiry() {
        return inquiry;
    }

    Figures figures() {
        return figures;
    }

    /** The rates of exchange of the lab. */
    Currencies currencies() {
        return currencies;
    }

    /** The whole lab as a map to read. */
    Fields fields() {
        return new Fields(this, lab, new Spot(lab.mark(), ""), Source.NONE);
    }

    /** The ids of a kind that the scenario declares, whether or not their declaration is sound. */
    Set<String> declared(Kind kind) {
        return declared.getOrDefault(kind, Set.of());
    }

    /** Whether something of the kind is declared under that id; a finding if not. */
    boolean isDeclared(Kind kind, String id, Spot spot) {
        if (declared(kind).contains(id)) {
            return true;
        }
        unknown++;
        String advice = unknown > MOST_SUGGESTIONS
                ? ""
                : EntryName.like(id, kind).orElseGet(() -> Suggestion.maybe(id, declared(kind)));
        findings.add(
                kind.unknown(),
                spot,
                "There is no " + kind.word() + " '" + id + "'.",
                advice.isEmpty() ? "Declare it in " + kind.declaredIn() + "." : advice);
        return false;
    }

    /** Whether a key may be an id; a finding if not. */
    boolean isId(String key, Spot spot) {
        boolean reserved = RESERVED.contains(key);
        boolean actor = spot.path().equals("actors." + key) && RESERVED_FOR_ACTORS.contains(key);
        boolean carrier = spot.path().startsWith("haulage.") && RESERVED_FOR_CARRIERS.contains(key);
        if (reserved || actor || carrier) {
            findings.add(
                    FindingCode.BAD_ID,
                    spot,
                    "'" + key + "' has a meaning of its own and cannot be an id.",
                    "Take another word.");
            return false;
        }
        if (!ID.matcher(key).matches()) {
            findings.add(
                    FindingCode.BAD_ID,
                    spot,
                    "'" + key + "' is no id.",
                    "An id has letters, digits, '-' and '_', begins with a letter or digit, and has at most 100 of them.");
            return false;
        }
        return true;
    }

    /** The source that a map names, kept under its path; reads the note too. */
    Optional<Source> about(Tree.Keyed map, Spot spot) {
        Tree.Entry note = map.entries().get("note");
        if (note != null && !(note.value() instanceof Tree.Text)) {
            findings.add(
                    FindingCode.WRONG_KIND,
                    spot.at("note", note.value().mark()),
                    "A note is text, not " + note.value().kind() + ".",
                    "Put it in quotes.");
        }
        Tree.Entry entry = map.entries().get("source");
        if (entry == null) {
            return Optional.empty();
        }
        Source source = source(entry.value(), spot.at("source", entry.mark()));
        sources.put(spot.path(), source);
        return Optional.of(source);
    }

    private Source source(Tree tree, Spot spot) {
        if (tree instanceof Tree.Text text) {
            findings.add(
                    FindingCode.MISSING_GRADE,
                    new Spot(tree.mark(), spot.path()),
                    "The source does not say how well the figure is known.",
                    "Write it as { ref: …, grade: reported }, with one of measured, reported, derived, assumed.");
            return new Source(text.value(), Grade.ASSUMED);
        }
        Fields fields = Fields.of(this, tree, spot, "{ ref: Annual report 2023, grade: reported }");
        String ref = fields.requiredText("ref", "Annual report 2023");
        Grade grade = fields.find("grade")
                .flatMap(value -> fields.choice("grade", List.of(Grade.values()), Grade::word))
                .orElse(Grade.ASSUMED);
        if (!fields.has("grade") && fields.isRead()) {
            findings.add(
                    FindingCode.MISSING_GRADE,
                    spot,
                    "The source does not say how well the figure is known.",
                    "Add 'grade:' with one of measured, reported, derived, assumed.");
        }
        fields.done();
        return new Source(ref, grade);
    }

    /** Where the part at {@code path} is written. */
    Mark markOf(String path) {
        return Tree.markOf(lab, path);
    }

    /** The source named at {@code path}, if there is one. */
    Optional<Source> sourceAt(String path) {
        return Optional.ofNullable(sources.get(path));
    }

    /** Every source met, in the order of paths. */
    List<Sourced> sources() {
        return sources.entrySet().stream()
                .map(entry -> new Sourced(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Reports that a key has no value, unless it is told already why. */
    void noValue(Spot spot) {
        if (!findings.sound(spot.path())) {
            return;
        }
        findings.add(
                FindingCode.NO_VALUE,
                spot,
                spot.name() + " has no value.",
                "Write one, or {} for a map with nothing in it, or leave the key out.");
    }
}
