package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.report.CsvRows;
import org.circlab.report.Rounded;
import org.circlab.report.ScoredRun;
import org.circlab.report.graph.Bounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.RunGraph;
import org.circlab.report.map.FlowMap;
import org.circlab.report.sankey.Layout;
import org.circlab.report.sankey.Look;
import org.circlab.report.sankey.SankeySvg;
import org.circlab.report.sankey.View;
import org.circlab.report.svg.Markup;
import org.circlab.score.Estimate;

/** Where material goes: the diagram and the map of both sides and of what differs, and the table behind them. */
final class Flows {

    private static final int MOST_LINKS = 140;
    private static final List<View> VIEWS = List.of(View.of(0), View.of(1), new View(0, 1));

    private final Bounded bounded;
    private final FlowGraph graph;
    private final LinkFigures figures;

    Flows(ScoredRun run) {
        this.bounded = Bounded.of(
                RunGraph.of(
                        run.outcome(),
                        run.scenario().variantName(),
                        run.scenario().baselineName()),
                MOST_LINKS);
        this.graph = bounded.graph();
        this.figures = new LinkFigures(run.outcome(), graph);
    }

    String html() {
        StringBuilder text = new StringBuilder();
        text.append(
                        "<p>Each box is a party, each band a material on its way from left to right; bands that go back close a loop. ")
                .append("The wider, the more: widths are drawn to scale, the same in all views. ")
                .append("Dashed boxes are outside the lab, dotted ones are where material ends.</p>\n")
                .append(joined());
        for (int i = 0; i < VIEWS.size(); i++) {
            text.append("<input class=\"view\" type=\"radio\" name=\"view\" id=\"view" + i + "\""
                    + (i == 0 ? " checked=\"checked\"" : "") + "/><label for=\"view" + i + "\">" + name(VIEWS.get(i))
                    + "</label>\n");
        }
        filter(text);
        Layout layout = Layout.of(graph, Look.of(graph));
        text.append("<div class=\"figures\">\n");
        for (int i = 0; i < VIEWS.size(); i++) {
            figure(text, i, diagram(layout, VIEWS.get(i)), "Flows in tonnes a year: ");
        }
        text.append(
                "<p id=\"picked\" aria-live=\"polite\" class=\"note\">Point at a band or tap it to read what it is.</p>\n");
        map(text);
        return text.append("</div>\n").append(table()).toString();
    }

    private String diagram(Layout layout, View view) {
        return SankeySvg.element(layout, view, link -> figures.words(view, link));
    }

    private void map(StringBuilder text) {
        text.append("<h3 id=\"map\">On the map</h3>\n");
        if (!FlowMap.isPossible(graph)) {
            text.append("<p>There is no map: fewer than two actors say where they are.</p>\n");
            return;
        }
        text.append(
                        "<p>Arcs bend to the left of the way that material takes. What stays at one place, or leaves the lab, has none. ")
                .append("Names stand where there is room. Outlines: Natural Earth.</p>\n");
        List<String> maps = FlowMap.elements(graph, VIEWS);
        for (int i = 0; i < VIEWS.size(); i++) {
            figure(text, i, maps.get(i), "Map: ");
        }
    }

    private String joined() {
        List<String> parts = new ArrayList<>();
        if (bounded.joinedParties() > 0) {
            parts.add(bounded.joinedParties() + " smaller parties");
        }
        if (bounded.joinedMaterials() > 0) {
            parts.add(bounded.joinedMaterials() + " other materials");
        }
        return parts.isEmpty()
                ? ""
                : "<p class=\"note\">So that it can be read, " + String.join(" and ", parts)
                        + " are drawn as one each; every flow is in flows.csv beside this page.</p>\n";
    }

    private void figure(StringBuilder text, int view, String svg, String what) {
        text.append("<figure class=\"fig f" + view
                        + "\"><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + what
                        + name(VIEWS.get(view)) + "\">\n")
                .append(svg)
                .append("</div><figcaption>" + what + name(VIEWS.get(view)) + "</figcaption></figure>\n");
    }

    private String name(View view) {
        return Markup.escape(view.isDifference() ? "What differs" : Scores.capital(view.title(graph)));
    }

    private void filter(StringBuilder text) {
        text.append(
                "<label class=\"filter\" hidden=\"hidden\">Material <select id=\"material\"><option value=\"\">all</option>");
        for (int i = 0; i < graph.materials().size(); i++) {
            text.append("<option value=\"" + i + "\">"
                    + Markup.escape(graph.materials().get(i).name()) + "</option>");
        }
        text.append("</select></label>\n");
    }

    private String table() {
        Table table = new Table(
                "Flows in t/yr, mean over the replications",
                3,
                "From",
                "To",
                "Material",
                Scores.capital(graph.sides().get(1)),
                graph.sides().get(0),
                "Difference \u00b1 95 %",
                "Haulage, EUR/yr",
                "tCO2e/yr",
                "Weakest figure");
        List<Integer> sorted = new ArrayList<>();
        IntStream.range(0, graph.links().size()).forEach(sorted::add);
        sorted.sort(Comparator.comparingLong(
                (Integer link) -> -graph.links().get(link).most()));
        sorted.forEach(link -> row(table, link));
        table.row("class=\"total\"")
                .words("All flows")
                .words("")
                .words("")
                .number(Rounded.of(graph.tonnesPerYear(graph.grams(1))))
                .number(Rounded.of(graph.tonnesPerYear(graph.grams(0))))
                .number(Rounded.signed(graph.tonnesPerYear(graph.grams(0) - graph.grams(1))))
                .number("")
                .number("")
                .words("")
                .end();
        return "<details><summary>The table behind the figures</summary>\n" + table.html("flows.csv", csv(sorted))
                + "</details>\n";
    }

    private void row(Table table, int index) {
        Link link = graph.links().get(index);
        Estimate change = figures.mass(VIEWS.get(2), index);
        int side = link.grams(0) > 0 ? 0 : 1;
        table.row("data-m=\"" + link.material() + "\"")
                .words(graph.nodes().get(link.from()).name())
                .words(graph.nodes().get(link.to()).name())
                .words(graph.material(link))
                .number(Rounded.of(graph.tonnesPerYear(link.grams(1))))
                .number(Rounded.of(graph.tonnesPerYear(link.grams(0))))
                .number(Rounded.difference(change.mean(), change.halfWidth()))
                .number(Rounded.of(figures.haulage(0, index)))
                .number(Rounded.of(figures.ghg(0, index)))
                .words(figures.grade(side, index).word())
                .end();
    }

    /** Exact tonnes over all replications, then means a year. */
    private String csv(List<Integer> links) {
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        try {
            rows.header(
                    "from",
                    "to",
                    "material",
                    "variant_total_t",
                    "baseline_total_t",
                    "variant_t_per_yr",
                    "baseline_t_per_yr",
                    "difference_low95_t_per_yr",
                    "difference_high95_t_per_yr",
                    "variant_haulage_eur_per_yr",
                    "variant_ghg_t_per_yr");
            for (int index : links) {
                Link link = graph.links().get(index);
                Estimate change = figures.mass(VIEWS.get(2), index);
                rows.text(graph.nodes().get(link.from()).id())
                        .text(graph.nodes().get(link.to()).id())
                        .text(graph.materials().get(link.material()).id())
                        .millionths(link.grams(0))
                        .millionths(link.grams(1))
                        .value(graph.tonnesPerYear(link.grams(0)))
                        .value(graph.tonnesPerYear(link.grams(1)))
                        .value(change.low95())
                        .value(change.high95())
                        .value(figures.haulage(0, index))
                        .value(figures.ghg(0, index))
                        .end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
