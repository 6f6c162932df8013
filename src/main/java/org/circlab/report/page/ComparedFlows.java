package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.circlab.report.CsvRows;
import org.circlab.report.Rounded;
import org.circlab.report.graph.Bounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Together;
import org.circlab.report.map.FlowMap;
import org.circlab.report.sankey.Layout;
import org.circlab.report.sankey.Look;
import org.circlab.report.sankey.Notes;
import org.circlab.report.sankey.Palette;
import org.circlab.report.sankey.SankeySvg;
import org.circlab.report.sankey.View;
import org.circlab.report.svg.Markup;

/**
 * Where material goes in each candidate: variants of one lab in one layout, so that the same stands at the same place; labs at one
 * scale of tonnes and in one palette.
 */
final class ComparedFlows {

    private static final int MOST_LINKS = 110;
    private static final List<String> KINDS = List.of("Its flows", "Business as usual", "What differs");

    /** Candidates of one lab and window, by their indices, and what they are drawn in. */
    private record Group(List<Integer> members, Bounded bounded, List<Integer> usual, Layout layout) {

        FlowGraph graph() {
            return bounded.graph();
        }

        /** What a kind of figure shows of a member. */
        View view(int member, int kind) {
            int side = members.indexOf(member);
            return switch (kind) {
                case 0 -> View.of(side);
                case 1 -> View.of(usual.get(side));
                default -> new View(side, usual.get(side));
            };
        }
    }

    private final List<ComparedRun> runs;
    private final List<String> labels;
    private final List<Group> groups = new ArrayList<>();
    private final Palette palette;

    ComparedFlows(List<ComparedRun> runs, List<String> labels) {
        this.runs = runs;
        this.labels = labels;
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            String key = runs.get(i).candidate().lab().id()
                    + ' '
                    + runs.get(i).candidate().lab().horizon();
            alike.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
        }
        List<Group> own = alike.values().stream().map(this::group).toList();
        double scale = own.stream()
                .mapToDouble(group -> group.layout().pixelsPerTonneAYear())
                .filter(each -> each > 0)
                .min()
                .orElse(0);
        for (Group group : own) {
            groups.add(new Group(
                    group.members(),
                    group.bounded(),
                    group.usual(),
                    Layout.of(group.graph(), Look.of(group.graph()), scale)));
        }
        this.palette = Palette.of(groups.stream().map(Group::graph).toList());
    }

    private Group group(List<Integer> members) {
        Together together = Together.of(
                members.stream().map(i -> runs.get(i).graph()).toList(),
                members.stream().map(i -> runs.get(i).candidate().lab()).toList());
        Bounded bounded = Bounded.of(together.graph(), MOST_LINKS);
        return new Group(members, bounded, together.usual(), Layout.of(bounded.graph(), Look.of(bounded.graph())));
    }

    /** The rules of style that show what is chosen; they depend on how many candidates there are. */
    String rules() {
        StringBuilder rules = new StringBuilder();
        for (int kind = 0; kind < KINDS.size(); kind++) {
            String chosen = "#kind" + kind + ":checked~.figures ";
            for (int i = 0; i < runs.size(); i++) {
                rules.append("#who" + i + ":checked~" + chosen + ".c" + i + ".k" + kind + ",");
            }
            rules.append("#whoall:checked~" + chosen + ".k" + kind + "{display:block}\n");
        }
        return rules.toString();
    }

    String html() {
        StringBuilder text =
                new StringBuilder("<p>Each box is a party, each band a material on its way from left to right; bands "
                        + "that go back close a loop. Widths are drawn to one scale in all figures of this page"
                        + (groups.size() == 1
                                ? ", and every party stands at the same place: switch between variants and watch what grows and shrinks."
                                : ", and a material has the same colour in every lab.")
                        + " Dashed boxes are outside the lab, dotted ones are where material ends.</p>\n");
        choices(text);
        text.append("<div class=\"figures\">\n");
        figures(text, "Flows in tonnes a year: ", (group, view) -> diagram(group, view));
        text.append(
                "<p id=\"picked\" aria-live=\"polite\" class=\"note\">Point at a band or tap it to read what it is.</p>\n");
        maps(text);
        text.append("</div>\n");
        return text.append(Frame.details("The tables behind the figures", tables()))
                .toString();
    }

    private void choices(StringBuilder text) {
        for (int i = 0; i < runs.size(); i++) {
            choice(text, "who", "who" + i, labels.get(i), i == 0);
        }
        choice(text, "who", "whoall", "All below each other", false);
        text.append("<br/>\n");
        for (int kind = 0; kind < KINDS.size(); kind++) {
            choice(text, "kind", "kind" + kind, KINDS.get(kind), kind == 0);
        }
        if (groups.size() == 1) {
            text.append(
                    "<div class=\"filters\" hidden=\"hidden\"><label class=\"filter\">Material <select id=\"material\">"
                            + "<option value=\"\">all</option>");
            List<FlowGraph.Named> materials = groups.get(0).graph().materials();
            for (int i = 0; i < materials.size(); i++) {
                text.append("<option value=\"" + i + "\">"
                        + Markup.escape(materials.get(i).name()) + "</option>");
            }
            text.append("</select></label></div>\n");
        }
    }

    private static void choice(StringBuilder text, String group, String id, String label, boolean checked) {
        text.append("<input class=\"view\" type=\"radio\" name=\"" + group + "\" id=\"" + id + "\""
                + (checked ? " checked=\"checked\"" : "") + "/><label for=\"" + id + "\">" + Markup.escape(label)
                + "</label>\n");
    }

    /** Draws a view of a group. */
    @FunctionalInterface
    private interface Drawing {
        String of(Group group, View view);
    }

    /** A figure for each candidate and kind; one for all candidates that share it. */
    private void figures(StringBuilder text, String what, Drawing drawing) {
        for (int kind = 0; kind < KINDS.size(); kind++) {
            for (Group group : groups) {
                Map<View, List<Integer>> shown = new LinkedHashMap<>();
                for (int member : group.members()) {
                    shown.computeIfAbsent(group.view(member, kind), any -> new ArrayList<>())
                            .add(member);
                }
                for (Map.Entry<View, List<Integer>> entry : shown.entrySet()) {
                    figure(text, kind, entry.getValue(), what, drawing.of(group, entry.getKey()));
                }
            }
        }
    }

    private void figure(StringBuilder text, int kind, List<Integer> members, String what, String svg) {
        StringBuilder classes = new StringBuilder("fig k" + kind);
        members.forEach(member -> classes.append(" c" + member));
        String of = members.size() == labels.size() && kind == 1
                ? ""
                : " of " + String.join(", ", members.stream().map(labels::get).toList());
        String name = Markup.escape(what
                + switch (kind) {
                    case 0 -> labels.get(members.get(0));
                    case 1 -> "business as usual" + of;
                    default -> labels.get(members.get(0)) + ", what differs from business as usual";
                });
        text.append("<figure class=\"" + classes + "\"><figcaption>" + name
                        + "</figcaption><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + name
                        + "\">\n")
                .append(svg)
                .append("</div></figure>\n");
    }

    private String diagram(Group group, View view) {
        return SankeySvg.element(group.layout(), palette, view, new Notes() {
            @Override
            public String words(int link) {
                return note(group, view, link).words();
            }

            @Override
            public double halfWidthGrams(int link) {
                return note(group, view, link).halfWidthGrams();
            }
        });
    }

    private ComparedRun.Note note(Group group, View view, int index) {
        String key = group.graph().key(group.graph().links().get(index));
        for (int kind = 0; kind < KINDS.size(); kind++) {
            for (int member : group.members()) {
                if (group.view(member, kind).equals(view)) {
                    return runs.get(member).note(key, kind);
                }
            }
        }
        return ComparedRun.Note.NOTHING;
    }

    private void maps(StringBuilder text) {
        text.append("<h3 id=\"map\">On the map</h3>\n");
        Group first = groups.get(0);
        if (groups.size() > 1) {
            text.append(new ComparedPlaces(runs, labels).html());
            return;
        }
        if (!FlowMap.isPossible(first.graph())) {
            text.append("<p>There is no map: fewer than two actors say where they are.</p>\n");
            return;
        }
        text.append(
                "<p>Arcs bend to the left of the way that material takes, and are of one scale in all figures. What stays at one "
                        + "place, or leaves the lab, has none. Outlines: Natural Earth.</p>\n");
        Map<View, String> drawn = new LinkedHashMap<>();
        IntStream.range(0, KINDS.size())
                .forEach(kind -> first.members().forEach(member -> drawn.put(first.view(member, kind), "")));
        List<View> views = List.copyOf(drawn.keySet());
        List<String> maps = FlowMap.elements(first.graph(), views);
        figures(text, "Map: ", (group, view) -> maps.get(views.indexOf(view)));
    }

    private String tables() {
        StringBuilder text = new StringBuilder();
        for (Group group : groups) {
            text.append(table(group));
        }
        return text.append(Table.download("flows.csv", csv())).toString();
    }

    private String table(Group group) {
        FlowGraph graph = group.graph();
        boolean alone = groups.size() == 1;
        List<String> columns = new ArrayList<>(List.of("From", "To", "Material"));
        group.members().forEach(member -> columns.add(labels.get(member)));
        columns.addAll(usual(group));
        String caption = "Flows in t/yr, mean over the replications"
                + (alone
                        ? ""
                        : ": "
                                + runs.get(group.members().get(0))
                                        .candidate()
                                        .lab()
                                        .name());
        Table table = new Table(caption, 3, columns.toArray(String[]::new));
        List<Link> links = graph.links().stream()
                .sorted(Comparator.comparingLong((Link link) -> -link.most()))
                .toList();
        for (Link link : links) {
            table.row(alone ? "data-m=\"" + link.material() + "\"" : "")
                    .words(graph.nodes().get(link.from()).name())
                    .words(graph.nodes().get(link.to()).name())
                    .words(graph.material(link));
            link.grams().forEach(grams -> table.number(Rounded.of(graph.tonnesPerYear(grams))));
            table.end();
        }
        table.row("class=\"total\"").words("All flows").words("").words("");
        for (int side = 0; side < graph.sides().size(); side++) {
            table.number(Rounded.of(graph.tonnesPerYear(graph.grams(side))));
        }
        return table.end().html();
    }

    /** Names of what the members of a group are compared with, told apart by whose it is where there are several. */
    private List<String> usual(Group group) {
        List<String> sides = group.graph().sides();
        int members = group.members().size();
        List<String> names = new ArrayList<>();
        for (int side = members; side < sides.size(); side++) {
            int first = group.members().get(group.usual().indexOf(side));
            names.add(
                    Scores.capital(sides.get(side)) + (sides.size() == members + 1 ? "" : " of " + labels.get(first)));
        }
        return names;
    }

    /** Every flow of every candidate, exact tonnes over all replications, then means a year. */
    private String csv() {
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        try {
            rows.header(
                    "candidate",
                    "from",
                    "to",
                    "material",
                    "variant_total_t",
                    "baseline_total_t",
                    "variant_t_per_yr",
                    "baseline_t_per_yr");
            for (ComparedRun run : runs) {
                FlowGraph graph = run.graph();
                for (Link link : graph.links()) {
                    rows.text(run.candidate().name())
                            .text(graph.nodes().get(link.from()).id())
                            .text(graph.nodes().get(link.to()).id())
                            .text(graph.materials().get(link.material()).id())
                            .millionths(link.grams(0))
                            .millionths(link.grams(1))
                            .value(graph.tonnesPerYear(link.grams(0)))
                            .value(graph.tonnesPerYear(link.grams(1)))
                            .end();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
