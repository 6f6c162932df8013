package org.circlab.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.circlab.catalogue.Catalogue;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Figure;
import org.circlab.catalogue.ListedCode;
import org.circlab.catalogue.ProcessEmissions;
import org.circlab.catalogue.Section;
import org.circlab.catalogue.WasteList;
import org.circlab.model.Grade;
import org.circlab.model.Source;

/**
 * Materials and processes that are {@code like} entries of the catalogue, written out as if the scenario had them in full, each
 * figure with its source and what the scenario says itself on top. A line may run a process of the catalogue that the lab does
 * not declare, and the materials of such a process come with it. What an entry has blank is told here, since only here it is
 * known.
 */
final class Likeness {

    private static final String LIKE = "like";
    private static final String MATERIALS = "materials";
    private static final String PROCESSES = "processes";

    private final Findings findings;
    private final String country;
    private final int year;
    /** What the materials of the lab are called that are like an entry, by its id. */
    private final Map<String, List<String>> calls = new LinkedHashMap<>();

    private Likeness(Tree.Keyed lab, Findings findings) {
        this.findings = findings;
        this.country = text(lab.keyedAt("region").flatMap(map -> map.at("country")));
        String start = text(lab.keyedAt("horizon").flatMap(map -> map.at("start")));
        this.year = start.matches("\\d{4}-.*") ? Integer.parseInt(start.substring(0, 4)) : Integer.MAX_VALUE;
    }

    /** The lab with everything in it that it takes from the catalogue. */
    static Tree.Keyed putIn(Tree.Keyed lab, Findings findings) {
        Tree.Keyed named = LineProcesses.declared(lab);
        boolean used = hasLike(named, MATERIALS) || hasLike(named, PROCESSES);
        return used ? new Likeness(named, findings).within(named) : named;
    }

    private static boolean hasLike(Tree.Keyed lab, String key) {
        return lab.keyedAt(key).stream()
                .flatMap(map -> map.entries().values().stream())
                .anyMatch(entry -> likeOf(entry.value()).isPresent());
    }

    private static Optional<Tree.Text> likeOf(Tree tree) {
        return tree instanceof Tree.Keyed keyed && keyed.at(LIKE).orElse(keyed) instanceof Tree.Text text
                ? Optional.of(text)
                : Optional.empty();
    }

    private static String text(Optional<Tree> tree) {
        return tree.isPresent() && tree.get() instanceof Tree.Text text ? text.value() : "";
    }

    private Tree.Keyed within(Tree.Keyed lab) {
        Tree.Keyed materials = written(lab, MATERIALS, this::material);
        Map<String, Entry> used = new LinkedHashMap<>();
        Tree.Keyed processes = written(lab, PROCESSES, (id, own, like, spot) -> process(id, own, like, spot, used));
        for (Entry process : used.values()) {
            materials = withMaterialsOf(process, materials, processes);
        }
        Tree.Keyed whole = materials.entries().isEmpty() ? lab : lab.with(MATERIALS, materials);
        whole = processes.entries().isEmpty() ? whole : whole.with(PROCESSES, processes);
        used.forEach(new EntryLimits(whole, findings)::check);
        return whole;
    }

    /** Writes out one member of a map. */
    private interface Writer {
        Optional<Tree.Keyed> written(String id, Tree.Keyed own, Tree.Text like, Spot spot);
    }

    private Tree.Keyed written(Tree.Keyed lab, String key, Writer writer) {
        Tree.Keyed map = lab.keyedAt(key).orElse(new Tree.Keyed(lab.mark(), Map.of()));
        Map<String, Tree.Entry> entries = new LinkedHashMap<>(map.entries());
        entries.replaceAll((id, entry) -> {
            Optional<Tree.Text> like = likeOf(entry.value());
            if (like.isEmpty() || !(entry.value() instanceof Tree.Keyed own)) {
                return entry;
            }
            Spot spot = new Spot(like.get().mark(), key + "." + id);
            Tree.Keyed bare = own.without(LIKE);
            return new Tree.Entry(
                    entry.mark(), writer.written(id, bare, like.get(), spot).orElseGet(() -> {
                        findings.doubt(spot.path());
                        return own;
                    }));
        });
        return new Tree.Keyed(map.mark(), entries);
    }

    private Optional<EntryName> name(Tree.Text like, Section expected, Spot spot) {
        Optional<EntryName> name = EntryName.of(like.value(), expected)
                .filter(each -> each.section() == expected
                        || (expected == Section.MATERIALS && each.section() == Section.CODES));
        if (name.isEmpty()) {
            findings.add(
                    FindingCode.UNKNOWN_ENTRY,
                    spot,
                    "'" + like.value() + "' names no " + expected.prefix() + " of the catalogue.",
                    expected == Section.MATERIALS
                            ? "Write it like 'like: concrete' or 'like: \"low:17 01 01\"'."
                            : "Write it like 'like: anaerobic-digestion'.");
        }
        return name;
    }

    private Optional<Tree.Keyed> material(String id, Tree.Keyed own, Tree.Text like, Spot spot) {
        Optional<EntryName> name = name(like, Section.MATERIALS, spot);
        EntryTrees trees = new EntryTrees(like.mark());
        if (name.isPresent() && name.get().section() == Section.CODES) {
            return coded(id, own, name.get(), trees, spot);
        }
        return name.flatMap(each -> each.entry(spot, findings)).map(entry -> {
            calls.computeIfAbsent(entry.id(), any -> new ArrayList<>()).add(id);
            new EntryRanges(entry, spot, findings).checkMaterial(own);
            return over(trees.material(entry), own, entry.reference(), weakest(entry), trees);
        });
    }

    /** A material by its code, with the composition of the entry of that code where there is only one. */
    private Optional<Tree.Keyed> coded(String id, Tree.Keyed own, EntryName name, EntryTrees trees, Spot spot) {
        Optional<ListedCode> code = WasteCode.of(name.id()).flatMap(WasteList::find);
        if (code.isEmpty()) {
            findings.add(
                    FindingCode.UNKNOWN_ENTRY,
                    spot,
                    "The List of Waste has no code '" + name.id() + "'.",
                    WasteCode.maybe(name.id()));
            return Optional.empty();
        }
        List<Entry> entries = Catalogue.bundled().entries(Section.MATERIALS).stream()
                .filter(entry -> entry.listed("codes").contains(code.get().code()))
                .toList();
        Optional<Entry> only = entries.size() == 1 ? Optional.of(entries.get(0)) : Optional.empty();
        only.ifPresent(entry -> {
            calls.computeIfAbsent(entry.id(), any -> new ArrayList<>()).add(id);
            new EntryRanges(entry, spot, findings).checkMaterial(own);
        });
        Tree.Keyed tree = trees.material(code.get().name(), code, only);
        Grade grade = only.map(Likeness::weakest).orElse(Grade.REPORTED);
        return Optional.of(over(tree, own, "low:" + code.get().code(), grade, trees));
    }

    private Optional<Tree.Keyed> process(
            String id, Tree.Keyed own, Tree.Text like, Spot spot, Map<String, Entry> used) {
        EntryTrees trees = new EntryTrees(like.mark());
        return name(like, Section.PROCESSES, spot)
                .flatMap(each -> each.entry(spot, findings))
                .map(entry -> {
                    used.put(id, entry);
                    UnaryOperator<String> called = material ->
                            calls.getOrDefault(material, List.of(material)).get(0);
                    List<String> takes = entry.listed("takes").stream()
                            .flatMap(material -> calls.getOrDefault(material, List.of(material)).stream())
                            .toList();
                    Optional<Figure> ghg = ProcessEmissions.of(entry, country, year);
                    new EntryBlanks(entry, spot, findings).check(own, called, ghg.isPresent());
                    new EntryRanges(entry, spot, findings).checkProcess(own, called);
                    Tree.Keyed tree = trees.process(entry, called, ghg, takes);
                    return over(tree, own, entry.reference(), weakest(entry), trees);
                });
    }

    /** The materials with those of a process that the lab has under no name. */
    private Tree.Keyed withMaterialsOf(Entry process, Tree.Keyed materials, Tree.Keyed processes) {
        List<String> ids = new ArrayList<>(process.listed("takes"));
        process.figures("yield").forEach(figure -> ids.add(figure.what()));
        Tree.Keyed all = materials;
        for (String id : ids) {
            boolean isMissing = !calls.containsKey(id) && !all.entries().containsKey(id);
            if (isMissing && names(processes, id)) {
                Entry entry = Catalogue.bundled().find(Section.MATERIALS, id).orElseThrow();
                EntryTrees trees = new EntryTrees(processes.mark());
                Tree.Keyed bare = new Tree.Keyed(processes.mark(), Map.of());
                all = all.with(id, over(trees.material(entry), bare, entry.reference(), weakest(entry), trees));
            }
        }
        return all;
    }

    /** Whether a process takes or yields a material. */
    private static boolean names(Tree.Keyed processes, String material) {
        return processes.entries().values().stream()
                .map(Tree.Entry::value)
                .filter(Tree.Keyed.class::isInstance)
                .map(Tree.Keyed.class::cast)
                .anyMatch(process -> takes(process, material)
                        || process.keyedAt("yields")
                                .filter(yields -> yields.entries().containsKey(material))
                                .isPresent());
    }

    private static boolean takes(Tree.Keyed process, String material) {
        return process.at("takes").orElse(process) instanceof Tree.Listed list
                && list.items().stream()
                        .anyMatch(item ->
                                item instanceof Tree.Text text && text.value().equals(material));
    }

    /** The weakest grade of the figures that are known. */
    private static Grade weakest(Entry entry) {
        return entry.figures().stream()
                .filter(figure -> figure.value().isPresent())
                .map(figure -> figure.evidence().verification().grade())
                .reduce(Grade.REPORTED, Grade::weaker);
    }

    /** What an entry says with what the scenario says on top, and the source of both. */
    private static Tree.Keyed over(Tree.Keyed entry, Tree.Keyed own, String reference, Grade grade, EntryTrees trees) {
        Tree.Keyed merged = (Tree.Keyed) over(entry, own);
        if (own.entries().containsKey("source")) {
            return merged;
        }
        List<String> changed = own.entries().keySet().stream()
                .filter(key -> !key.equals("name") && !key.equals("note"))
                .toList();
        Source source = changed.isEmpty()
                ? new Source("Catalogue, " + reference, grade)
                : new Source(
                        "Catalogue, " + reference + ", but for " + String.join(", ", changed),
                        grade.weaker(Grade.ASSUMED));
        return merged.with("source", trees.source(source));
    }

    /** Maps merge, null deletes, anything else replaces; a figure replaces a figure with its source. */
    private static Tree over(Tree entry, Tree own) {
        if (!(own instanceof Tree.Keyed ours) || !(entry instanceof Tree.Keyed theirs) || isFigure(entry)) {
            return own;
        }
        if (isFigure(own)) {
            return own;
        }
        Map<String, Tree.Entry> merged = new LinkedHashMap<>(theirs.entries());
        ours.entries().forEach((key, change) -> {
            Tree.Entry before = theirs.entries().get(key);
            if (change.value() instanceof Tree.Nothing nothing && nothing.written() && before != null) {
                merged.remove(key);
            } else {
                merged.put(
                        key,
                        before == null ? change : new Tree.Entry(change.mark(), over(before.value(), change.value())));
            }
        });
        return new Tree.Keyed(ours.mark(), merged);
    }

    private static boolean isFigure(Tree tree) {
        return tree instanceof Tree.Keyed keyed && keyed.entries().containsKey("value");
    }
}
