package org.circlab.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.circlab.model.Source;

/** The actors that stand in CSV files beside the scenario, written out as if they stood in it. */
final class ActorTables {

    /** The key of the scenario that names the tables. */
    static final String KEY = "tables";

    private static final String EXAMPLE = "{ actors: farms.csv, all: { generates: { manure: { every: 1 d } } } }";
    private static final String FILE = "actors: farms.csv";

    /** Findings about a key, which in a table is a column. */
    private static final Set<FindingCode> OF_KEYS =
            Set.of(FindingCode.UNKNOWN_KEY, FindingCode.UNKNOWN_MATERIAL, FindingCode.BAD_ID);

    private final ScenarioFolder folder;
    private final Inquiry inquiry;
    private final Map<Tree, Expansion> expansions = new HashMap<>();

    /** Tables of a scenario; each is read once. */
    ActorTables(ScenarioFolder folder, Inquiry inquiry) {
        this.folder = folder;
        this.inquiry = inquiry;
    }

    /** The actors of some tables, and what is wrong with the tables themselves. */
    private record Expansion(Tree.Keyed actors, List<Header> headers, List<Finding> findings) {}

    /** Where a column is named that leads from actors to {@code path}. */
    private record Header(String path, Mark mark) {}

    /** The ids of the actors in the tables of a lab. */
    Set<String> ids(Tree.Keyed lab) {
        return lab.at(KEY)
                .map(tables -> expansion(tables).actors().entries().keySet())
                .orElse(Set.of());
    }

    /** The lab with the actors of its tables among its actors, which patch them, and without the tables. */
    Tree.Keyed writtenOut(Tree.Keyed lab, Findings findings) {
        Optional<Tree> tables = lab.at(KEY);
        if (tables.isEmpty()) {
            return lab;
        }
        Expansion expansion = expansion(tables.get());
        findings.addAll(expansion.findings());
        Tree actors = lab.at("actors")
                .map(own -> new MergePatch(findings).apply(expansion.actors(), own, "actors"))
                .orElse(expansion.actors());
        return lab.without(KEY).with("actors", actors);
    }

    private Expansion expansion(Tree tables) {
        return expansions.computeIfAbsent(tables, this::expanded);
    }

    private Expansion expanded(Tree tables) {
        Findings findings = new Findings();
        Map<String, Tree.Entry> actors = new LinkedHashMap<>();
        List<Header> headers = new ArrayList<>();
        Mark mark = tables.mark();
        Scope scope = new Scope(new Tree.Keyed(mark, new TreeMap<>()), findings, inquiry);
        Tree.Keyed holder = new Tree.Keyed(mark, Map.of(KEY, new Tree.Entry(mark, tables)));
        new Fields(scope, holder, new Spot(mark, ""), Source.NONE)
                .each(KEY, "tables: { farms: " + EXAMPLE + " }", (id, member) -> {
                    Fields fields = member.fields(EXAMPLE);
                    table(fields, actors, findings).forEach((path, at) -> headers.add(new Header(path, at)));
                    fields.done();
                });
        return new Expansion(new Tree.Keyed(mark, actors), headers, findings.sorted());
    }

    private Map<String, Mark> table(Fields fields, Map<String, Tree.Entry> actors, Findings findings) {
        fields.require("actors", "farms.csv");
        Optional<Tree> all = fields.find("all");
        if (all.isPresent() && !(all.get() instanceof Tree.Keyed)) {
            fields.map("all", "{ generates: { manure: { every: 1 d } } }");
        }
        Tree.Keyed start = all.filter(Tree.Keyed.class::isInstance)
                .map(Tree.Keyed.class::cast)
                .orElse(new Tree.Keyed(fields.spot().mark(), Map.of()));
        Spot spot = fields.valueSpot("actors");
        return fields.text("actors")
                .flatMap(name -> folder.file(name, spot, FILE, findings))
                .flatMap(path -> folder.table(path, spot, findings))
                .map(table -> ActorTable.add(table, start, spot.path(), actors, findings))
                .orElse(Map.of());
    }

    /**
     * The findings with those that every actor of a table shares told once: a mistake in what all actors have, and a column
     * that no actor knows, which is told at its header.
     */
    List<Finding> told(List<Finding> findings) {
        if (expansions.isEmpty()) {
            return findings;
        }
        Map<String, Finding> first = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (Finding finding : findings) {
            Finding moved = atHeader(finding);
            String same = moved.mark() + " " + moved.code() + " " + shared(moved);
            first.putIfAbsent(same, moved);
            times.merge(same, 1, Integer::sum);
        }
        return first.entrySet().stream()
                .map(entry -> counted(entry.getValue(), times.getOrDefault(entry.getKey(), 1) - 1))
                .sorted()
                .toList();
    }

    /** What a finding says, without the id of its actor where that stands in a table. */
    private String shared(Finding finding) {
        String message = finding.path() + " " + finding.message();
        boolean shared =
                finding.mark().line() > 0 && !belowActor(finding.path()).isEmpty();
        return shared ? message.replace(finding.path().split("\\.", 3)[1], "*") : message;
    }

    /** The path below an actor of a table, empty for any other. */
    private String belowActor(String path) {
        String[] steps = path.split("\\.", 3);
        boolean ofTable = steps.length == 3
                && steps[0].equals("actors")
                && expansions.values().stream()
                        .anyMatch(each -> each.actors().entries().containsKey(steps[1]));
        return ofTable ? steps[2] : "";
    }

    private Finding atHeader(Finding finding) {
        String below = belowActor(finding.path());
        if (below.isEmpty() || !OF_KEYS.contains(FindingCode.valueOf(finding.code()))) {
            return finding;
        }
        return expansions.values().stream()
                .flatMap(each -> each.headers().stream())
                .filter(header -> header.mark().file().equals(finding.mark().file()))
                .filter(header -> leadsThrough(header.path(), below, finding))
                .findFirst()
                .map(header -> finding.at(header.mark()))
                .orElse(finding);
    }

    /** Whether a finding about the key at {@code path} is one about the column, and not about the cell. */
    private static boolean leadsThrough(String column, String path, Finding finding) {
        return column.startsWith(path + ".")
                || (column.equals(path) && finding.code().equals(FindingCode.UNKNOWN_KEY.name()));
    }

    private static Finding counted(Finding finding, int others) {
        if (others == 0) {
            return finding;
        }
        String more =
                " The same holds for " + others + (others == 1 ? " more actor" : " more actors") + " of the table.";
        return finding.saying(finding.message() + more);
    }
}
