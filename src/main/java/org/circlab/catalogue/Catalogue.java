package org.circlab.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The bundled reference data. Start reading here. A section is read from its file when it is first asked for and kept.
 *
 * <p>What was only recalled is left out of {@link #bundled}, names of NACE divisions excepted: an entry is not there, a figure of
 * an entry is missing.
 */
public final class Catalogue {

    private static final Map<Section, List<Entry>> READ = new ConcurrentHashMap<>();
    private static final Catalogue CHECKED = new Catalogue(false);
    private static final Catalogue ALL = new Catalogue(true);

    private static final Set<String> OF_EVERY_ROW = Set.of("id", "name", "source", "year", "grade", "note");
    private static final Set<String> OF_FIGURES =
            Set.of("part", "what", "low", "typical", "high", "least", "most", "unit");

    private final boolean withRecalled;

    private Catalogue(boolean withRecalled) {
        this.withRecalled = withRecalled;
    }

    /** Its rows without those that were only recalled. */
    public static Catalogue bundled() {
        return CHECKED;
    }

    /** All rows, those too that were only recalled. */
    public static Catalogue withRecalled() {
        return ALL;
    }

    /** The entries of a section in the order of its file. */
    public List<Entry> entries(Section section) {
        List<Entry> all = READ.computeIfAbsent(section, Catalogue::read);
        return withRecalled
                ? all
                : all.stream().flatMap(entry -> checked(entry).stream()).toList();
    }

    /** The entry of that id. */
    public Optional<Entry> find(Section section, String id) {
        return entries(section).stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private static Optional<Entry> checked(Entry entry) {
        if (entry.isRecalled() && entry.section() != Section.NACE) {
            return Optional.empty();
        }
        if (entry.figures().stream().noneMatch(Figure::isRecalled)) {
            return Optional.of(entry);
        }
        List<Figure> figures = entry.figures().stream()
                .map(figure -> figure.isRecalled() ? figure.withheld() : figure)
                .toList();
        return Optional.of(new Entry(
                entry.section(), entry.id(), entry.name(), entry.about(), figures, entry.evidence(), entry.note()));
    }

    private static List<Entry> read(Section section) {
        Map<String, Map<String, String>> sources = Rows.of("sources.csv").stream()
                .collect(Collectors.toMap(row -> row.getOrDefault("id", ""), row -> row));
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figuresOf(section)
                .ifPresent(file -> Rows.of(file)
                        .forEach(row -> figures.computeIfAbsent(row.getOrDefault("id", ""), any -> new ArrayList<>())
                                .add(figure(
                                        row, row.getOrDefault("part", ""), row.getOrDefault("what", ""), sources))));
        return Rows.of(section.word() + ".csv").stream()
                .map(row -> entry(section, row, figures, sources))
                .toList();
    }

    private static Optional<String> figuresOf(Section section) {
        return section == Section.MATERIALS || section == Section.PROCESSES
                ? Optional.of(section.prefix() + "-figures.csv")
                : Optional.empty();
    }

    private static Entry entry(
            Section section,
            Map<String, String> row,
            Map<String, List<Figure>> figures,
            Map<String, Map<String, String>> sources) {
        String id = row.getOrDefault("id", "");
        List<Figure> own = new ArrayList<>(figures.getOrDefault(id, List.of()));
        if (row.containsKey("typical") || row.containsKey("most")) {
            own.add(figure(row, "value", section.prefix(), sources));
        }
        Map<String, String> about = new LinkedHashMap<>(row);
        about.keySet().removeAll(OF_EVERY_ROW);
        about.keySet().removeAll(OF_FIGURES);
        about.values().removeIf(String::isEmpty);
        return new Entry(
                section,
                id,
                row.getOrDefault("name", ""),
                about,
                own,
                evidence(row, sources),
                row.getOrDefault("note", ""));
    }

    /** The figure of a row; a limit with one bound has that as its value, one with two bounds is a range. */
    private static Figure figure(
            Map<String, String> row, String part, String what, Map<String, Map<String, String>> sources) {
        String least = row.getOrDefault("least", "");
        String most = row.getOrDefault("most", "");
        boolean range = !least.isEmpty() && !most.isEmpty();
        return new Figure(
                part,
                what,
                row.getOrDefault("low", range ? least : ""),
                row.getOrDefault("typical", range ? "" : least + most),
                row.getOrDefault("high", range ? most : ""),
                row.getOrDefault("unit", ""),
                evidence(row, sources),
                row.getOrDefault("note", ""));
    }

    private static Evidence evidence(Map<String, String> row, Map<String, Map<String, String>> sources) {
        String key = row.getOrDefault("source", "");
        Map<String, String> source = Optional.ofNullable(sources.get(key))
                .orElseThrow(() -> new IllegalStateException("row '" + row.get("id")
                        + "' of the catalogue names source '" + key + "', which is not listed"));
        return new Evidence(
                key,
                source.getOrDefault("reference", ""),
                source.getOrDefault("address", ""),
                row.getOrDefault("year", ""),
                Verification.of(row.getOrDefault("grade", "")));
    }
}
