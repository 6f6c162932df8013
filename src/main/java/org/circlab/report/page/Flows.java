package org.circlab.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlab.report.Periods;
import org.circlab.report.ScoredRun;
import org.circlab.report.Watched;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.map.FlowMap;
import org.circlab.report.sankey.Cards;
import org.circlab.report.sankey.Layout;
import org.circlab.report.sankey.Look;
import org.circlab.report.sankey.Notes;
import org.circlab.report.sankey.SankeySvg;
import org.circlab.report.sankey.View;
import org.circlab.report.svg.Markup;

/** Where material goes: the diagram and the map of both sides and of what differs, and the table behind them. */
final class Flows {

    /** Ends the words above a diagram. */
    static final String BOXES =
            "Dashed boxes are outside the lab, dotted ones are where material ends. A bracket where a band begins is "
                    + "the 95 % interval of its width, where that is wider than a line.</p>\n";

    /** Where the page says what is pointed at. */
    static final String PICKED =
            "<p id=\"picked\" aria-live=\"polite\" class=\"note\">Point at a band or an arc, or tap it, to read "
                    + "what it is; with the keyboard, go to the figure and press the arrows up and down.</p>\n";

    /** How to read a map. */
    static final String ARCS =
            "<p>Arcs are as wide as what they carry, at one scale in all figures, and bend to the left of the way that "
                    + "material takes. What stays at one place, or leaves the lab, has none. They show all years and materials "
                    + "together. Names stand where there is room. Outlines: Natural Earth.</p>\n";

    private static final int MOST_LINKS = 140;
    private static final List<View> VIEWS = List.of(View.of(0), View.of(1), new View(0, 1));

    private final Periods periods;
    private final FlowGraph graph;
    private final LinkFigures figures;
    private final Map<String, String> codes = new HashMap<>();

    Flows(ScoredRun run, Watched watched) {
        this.periods = Periods.of(run, watched, MOST_LINKS);
        this.graph = periods.whole().graph();
        this.figures = new LinkFigures(run.outcome(), graph);
        run.outcome().plan().lab().materials().forEach(material -> codes.put(material.id(), material.lowCode()));
    }

    String html() {
        StringBuilder text = new StringBuilder();
        text.append(
                        "<p>Each box is a party, each band a material on its way from left to right; bands that go back close a loop. ")
                .append("The wider, the more: widths are drawn to scale, the same in all views. ")
                .append(BOXES)
                .append(joined());
        for (int i = 0; i < VIEWS.size(); i++) {
            text.append("<input class=\"view\" type=\"radio\" name=\"view\" id=\"view" + i + "\""
                    + (i == 0 ? " checked=\"checked\"" : "") + "/><label for=\"view" + i + "\">" + name(VIEWS.get(i))
                    + "</label>\n");
        }
        text.append(Filters.html(
                graph.materials(),
                codes,
                periods.periods().stream().map(Periods.Period::name).toList()));
        Layout layout = Layout.of(periods.room(), Look.of(graph));
        text.append("<div class=\"figures\">\n");
        for (int i = 0; i < VIEWS.size(); i++) {
            View view = VIEWS.get(i);
            Cards cards = i == 0 ? Cards.shared("card") : Cards.of("card");
            figure(text, i, "data-period=\"\"", "Flows in tonnes a year: " + name(view), whole(layout, view, cards));
            for (Periods.Period period : periods.periods()) {
                figure(
                        text,
                        i,
                        "data-period=\"" + period.name() + "\" hidden=\"hidden\"",
                        "Flows of " + period.name() + " in tonnes a year: " + name(view),
                        SankeySvg.element(
                                layout.showing(period.graph()),
                                view,
                                Notes.words(link -> " in " + period.name()),
                                Cards.of("card")));
            }
        }
        text.append(PICKED);
        map(text);
        return text.append("</div>\n")
                .append(new FlowTable(graph, figures, periods.periods()).html())
                .toString();
    }

    private String whole(Layout layout, View view, Cards cards) {
        return SankeySvg.element(
                layout.showing(graph),
                view,
                new Notes() {
                    @Override
                    public String words(int link) {
                        return figures.words(view, link);
                    }

                    @Override
                    public double halfWidthGrams(int link) {
                        double half = figures.mass(view, link).halfWidth();
                        return Double.isFinite(half) ? half / graph.tonnesPerYear(1) : 0;
                    }
                },
                cards);
    }

    private void map(StringBuilder text) {
        text.append("<h3 id=\"map\">On the map</h3>\n");
        if (!FlowMap.isPossible(graph)) {
            text.append("<p>There is no map: fewer than two places between which material could move are known.</p>\n");
            return;
        }
        text.append(ARCS);
        List<String> maps = FlowMap.elements(graph, VIEWS, FlowMap.most(graph));
        for (int i = 0; i < VIEWS.size(); i++) {
            figure(text, i, "", "Map: " + name(VIEWS.get(i)), maps.get(i));
        }
    }

    private String joined() {
        List<String> parts = new ArrayList<>();
        if (periods.whole().joinedParties() > 0) {
            parts.add(periods.whole().joinedParties() + " smaller parties");
        }
        if (periods.whole().joinedMaterials() > 0) {
            parts.add(periods.whole().joinedMaterials() + " other materials");
        }
        return parts.isEmpty()
                ? ""
                : "<p class=\"note\">So that it can be read, " + String.join(" and ", parts)
                        + " are drawn as one each; every flow is in flows.csv beside this page.</p>\n";
    }

    private static void figure(StringBuilder text, int view, String attributes, String caption, String svg) {
        text.append("<figure class=\"fig f" + view + "\" " + attributes
                        + "><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + caption + "\">\n")
                .append(svg)
                .append("</div><figcaption>" + caption + "</figcaption></figure>\n");
    }

    private String name(View view) {
        return Markup.escape(view.isDifference() ? "What differs" : Scores.capital(view.title(graph)));
    }
}
