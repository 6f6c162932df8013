package org.circlab.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.circlab.report.Periods;
import org.circlab.report.map.FlowMap;
import org.circlab.report.sankey.Cards;
import org.circlab.report.sankey.Notes;
import org.circlab.report.sankey.Palette;
import org.circlab.report.sankey.SankeySvg;
import org.circlab.report.sankey.View;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;

/**
 * Where material goes in each candidate: variants of one lab in one layout, so that the same stands at the same place; labs at one
 * scale of tonnes and in one palette.
 */
final class ComparedFlows {

    private static final List<String> KINDS = List.of("Its flows", "Business as usual", "What differs");

    private final List<ComparedRun> runs;
    private final List<String> labels;
    private final List<ComparedGroup> groups;
    private final Palette palette;
    /** Names of the years that can be chosen; none where labs cover different ones. */
    private final List<String> years;

    ComparedFlows(List<ComparedRun> runs, List<String> labels) {
        this.runs = runs;
        this.labels = labels;
        this.groups = ComparedGroup.of(runs);
        this.palette = Palette.of(groups.stream().map(ComparedGroup::graph).toList());
        List<List<String>> covered = groups.stream()
                .map(group -> group.periods().stream().map(Periods.Period::name).toList())
                .distinct()
                .toList();
        this.years = covered.size() == 1 ? covered.get(0) : List.of();
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
        return rules + (groups.size() > 1 ? shrunkAlike() : "");
    }

    /** Where a diagram has to shrink, on paper or in a small window, all shrink as much as the widest: they stay at one scale. */
    private String shrunkAlike() {
        double widest = groups.stream()
                .mapToDouble(group -> SankeySvg.width(group.layout()))
                .max()
                .orElse(1);
        StringBuilder rules = new StringBuilder("@media print,(min-width:900px){");
        for (ComparedGroup group : groups) {
            double share = 100 * SankeySvg.width(group.layout()) / widest;
            for (int member : group.members()) {
                rules.append(".c" + member + " .wide .sankey:not(.map){max-width:" + Shape.number(share) + "%}\n");
            }
        }
        return rules + "}\n";
    }

    String html() {
        StringBuilder text =
                new StringBuilder("<p>Each box is a party, each band a material on its way from left to right; bands "
                        + "that go back close a loop. Widths are drawn to one scale in all figures of this page"
                        + (groups.size() == 1
                                ? ", and every party stands at the same place: switch between variants and watch what grows and shrinks."
                                : ", and a material has the same colour in every lab.")
                        + ' '
                        + Flows.BOXES);
        choices(text);
        text.append("<div class=\"figures\">\n");
        figures(text, groups, "Flows in tonnes a year: ", "data-period=\"\"", this::diagram);
        for (int i = 0; i < years.size(); i++) {
            int year = i;
            figures(
                    text,
                    groups,
                    "Flows of " + years.get(i) + " in tonnes a year: ",
                    "data-period=\"" + years.get(i) + "\" hidden=\"hidden\"",
                    (group, view) -> diagram(group, view, group.periods().get(year)));
        }
        text.append(Flows.PICKED);
        maps(text);
        text.append("</div>\n");
        return text.append(Frame.details(
                        "The tables behind the figures", new ComparedFlowTable(runs, labels, groups).html()))
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
        Map<String, String> codes = new HashMap<>();
        runs.forEach(run -> run.candidate().lab().materials().forEach(each -> codes.put(each.id(), each.lowCode())));
        text.append(Filters.html(groups.get(0).graph().materials(), codes, years));
    }

    private static void choice(StringBuilder text, String group, String id, String label, boolean checked) {
        text.append("<input class=\"view\" type=\"radio\" name=\"" + group + "\" id=\"" + id + "\""
                + (checked ? " checked=\"checked\"" : "") + "/><label for=\"" + id + "\">" + Markup.escape(label)
                + "</label>\n");
    }

    /** Draws a view of a group. */
    @FunctionalInterface
    private interface Drawing {
        String of(ComparedGroup group, View view);
    }

    /** A figure for each candidate of some groups and each kind; one for all candidates that share it. */
    private void figures(
            StringBuilder text, List<ComparedGroup> drawn, String what, String attributes, Drawing drawing) {
        for (int kind = 0; kind < KINDS.size(); kind++) {
            for (ComparedGroup group : drawn) {
                Map<View, List<Integer>> shown = new LinkedHashMap<>();
                for (int member : group.members()) {
                    shown.computeIfAbsent(group.view(member, kind), any -> new ArrayList<>())
                            .add(member);
                }
                for (Map.Entry<View, List<Integer>> entry : shown.entrySet()) {
                    figure(
                            text,
                            classes(kind, entry.getValue()),
                            attributes,
                            name(what, kind, entry.getValue()),
                            drawing.of(group, entry.getKey()));
                }
            }
        }
    }

    private static void figure(StringBuilder text, String classes, String attributes, String name, String svg) {
        text.append("<figure class=\"" + classes + "\" " + attributes + "><figcaption>" + name
                        + "</figcaption><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + name
                        + "\">\n")
                .append(svg)
                .append("</div></figure>\n");
    }

    private static String classes(int kind, List<Integer> members) {
        StringBuilder classes = new StringBuilder("fig k" + kind);
        members.forEach(member -> classes.append(" c" + member));
        return classes.toString();
    }

    private String name(String what, int kind, List<Integer> members) {
        String of = members.size() == labels.size() && kind == 1
                ? ""
                : " of " + String.join(", ", members.stream().map(labels::get).toList());
        return Markup.escape(what
                + switch (kind) {
                    case 0 -> labels.get(members.get(0));
                    case 1 -> "business as usual" + of;
                    default -> labels.get(members.get(0)) + ", what differs from business as usual";
                });
    }

    private String diagram(ComparedGroup group, View view, Periods.Period period) {
        return SankeySvg.element(
                group.layout().showing(period.graph()),
                palette,
                view,
                Notes.words(link -> " in " + period.name()),
                Cards.of(prefix(group)));
    }

    private String diagram(ComparedGroup group, View view) {
        return SankeySvg.element(
                group.layout().showing(group.graph()),
                palette,
                view,
                new Notes() {
                    @Override
                    public String words(int link) {
                        return note(group, view, link).words();
                    }

                    @Override
                    public double halfWidthGrams(int link) {
                        return note(group, view, link).halfWidthGrams();
                    }
                },
                view.equals(group.view(group.members().get(0), 0))
                        ? Cards.shared(prefix(group))
                        : Cards.of(prefix(group)));
    }

    /** Of the ids of the cards that all diagrams of a group share; the first of them draws them. */
    private String prefix(ComparedGroup group) {
        return "card" + groups.indexOf(group) + "-";
    }

    private ComparedRun.Note note(ComparedGroup group, View view, int index) {
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

    /** Where several labs are, then the flows of each candidate between places, at one scale of tonnes. */
    private void maps(StringBuilder text) {
        text.append("<h3 id=\"map\">On the map</h3>\n");
        if (groups.size() > 1) {
            text.append(new ComparedPlaces(runs, labels).html());
        }
        List<ComparedGroup> drawn = groups.stream()
                .filter(group -> FlowMap.isPossible(group.graph()))
                .toList();
        if (drawn.isEmpty()) {
            text.append(
                    "<p>There is no map of flows: fewer than two places between which material could move are known.</p>\n");
            return;
        }
        text.append(Flows.ARCS);
        groups.stream()
                .filter(group -> !drawn.contains(group))
                .flatMap(group -> group.members().stream())
                .forEach(member -> text.append("<p class=\"note\">" + Markup.escape(labels.get(member))
                        + " has no map: fewer than two places between which its material could move are known.</p>\n"));
        double most = drawn.stream()
                .mapToDouble(group -> FlowMap.most(group.graph()))
                .max()
                .orElse(0);
        Map<ComparedGroup, Map<View, String>> maps = new HashMap<>();
        drawn.forEach(group -> maps.put(group, mapped(group, most)));
        figures(
                text,
                drawn,
                "Map: ",
                "",
                (group, view) -> maps.getOrDefault(group, Map.of()).getOrDefault(view, ""));
    }

    private static Map<View, String> mapped(ComparedGroup group, double most) {
        List<View> views = IntStream.range(0, KINDS.size())
                .boxed()
                .flatMap(kind -> group.members().stream().map(member -> group.view(member, kind)))
                .distinct()
                .toList();
        List<String> drawn = FlowMap.elements(group.graph(), views, most);
        return IntStream.range(0, views.size()).boxed().collect(Collectors.toMap(views::get, drawn::get));
    }
}
