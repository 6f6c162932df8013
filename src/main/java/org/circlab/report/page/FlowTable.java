package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.ledger.PaymentKind;
import org.circlab.report.CsvRows;
import org.circlab.report.Periods;
import org.circlab.report.Rounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.sankey.View;
import org.circlab.score.Estimate;

/** The tables behind the diagrams: each flow with all that is known of it, and what moved in which period. */
final class FlowTable {

    private static final View DIFFERENCE = new View(0, 1);

    private final FlowGraph graph;
    private final LinkFigures figures;
    private final List<Periods.Period> periods;
    private final List<Integer> sorted = new ArrayList<>();

    FlowTable(FlowGraph graph, LinkFigures figures, List<Periods.Period> periods) {
        this.graph = graph;
        this.figures = figures;
        this.periods = periods;
        IntStream.range(0, graph.links().size()).forEach(sorted::add);
        sorted.sort(Comparator.comparingLong(
                (Integer link) -> -graph.links().get(link).most()));
    }

    String html() {
        return whole() + (periods.isEmpty() ? "" : byPeriod());
    }

    private String whole() {
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
                "Fees and taxes, EUR/yr",
                "Bought or sold for, EUR/yr",
                "tCO2e/yr",
                "Weakest figure");
        sorted.forEach(link -> row(table, link));
        table.row("class=\"total\"")
                .words("All flows, unfiltered")
                .words("")
                .words("")
                .number(Rounded.of(graph.tonnesPerYear(graph.grams(1))))
                .number(Rounded.of(graph.tonnesPerYear(graph.grams(0))))
                .number(Rounded.signed(graph.tonnesPerYear(graph.grams(0) - graph.grams(1))))
                .number("")
                .number("")
                .number("")
                .number("")
                .words("")
                .end();
        return "<details><summary>The table behind the figures</summary>\n" + table.html("flows.csv", csv())
                + "</details>\n";
    }

    private void row(Table table, int index) {
        Link link = graph.links().get(index);
        Estimate change = figures.mass(DIFFERENCE, index);
        int side = link.grams(0) > 0 ? 0 : 1;
        table.row("data-m=\"" + link.material() + "\"")
                .words(graph.nodes().get(link.from()).name())
                .words(graph.nodes().get(link.to()).name())
                .words(graph.material(link))
                .number(Rounded.of(graph.tonnesPerYear(link.grams(1))))
                .number(Rounded.of(graph.tonnesPerYear(link.grams(0))))
                .number(Rounded.difference(change.mean(), change.halfWidth()))
                .number(Rounded.of(figures.cost(0, index, PaymentKind.HAULAGE)))
                .number(Rounded.of(figures.cost(0, index, PaymentKind.GATE_FEE)
                        + figures.cost(0, index, PaymentKind.LANDFILL_TAX)))
                .number(Rounded.of(figures.cost(0, index, PaymentKind.VIRGIN_MATERIAL)
                        + figures.cost(0, index, PaymentKind.SALES)))
                .number(Rounded.of(figures.ghg(0, index)))
                .words(figures.grade(side, index).word())
                .end();
    }

    /** Exact tonnes over all replications, then means a year. */
    private String csv() {
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
                    "variant_gate_fee_eur_per_yr",
                    "variant_landfill_tax_eur_per_yr",
                    "variant_virgin_material_eur_per_yr",
                    "variant_sales_eur_per_yr",
                    "variant_ghg_t_per_yr");
            for (int index : sorted) {
                Link link = graph.links().get(index);
                Estimate change = figures.mass(DIFFERENCE, index);
                rows.text(graph.nodes().get(link.from()).id())
                        .text(graph.nodes().get(link.to()).id())
                        .text(graph.materials().get(link.material()).id())
                        .millionths(link.grams(0))
                        .millionths(link.grams(1))
                        .value(graph.tonnesPerYear(link.grams(0)))
                        .value(graph.tonnesPerYear(link.grams(1)))
                        .value(change.low95())
                        .value(change.high95())
                        .value(figures.cost(0, index, PaymentKind.HAULAGE))
                        .value(figures.cost(0, index, PaymentKind.GATE_FEE))
                        .value(figures.cost(0, index, PaymentKind.LANDFILL_TAX))
                        .value(figures.cost(0, index, PaymentKind.VIRGIN_MATERIAL))
                        .value(figures.cost(0, index, PaymentKind.SALES))
                        .value(figures.ghg(0, index))
                        .end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private String byPeriod() {
        List<String> columns = new ArrayList<>(List.of("From", "To", "Material"));
        for (Periods.Period period : periods) {
            columns.add(period.name() + ", " + graph.sides().get(1));
            columns.add(period.name() + ", " + graph.sides().get(0));
        }
        Table table = new Table("Flows by year in t/yr, mean over the replications", 3, columns.toArray(String[]::new));
        for (int index : sorted) {
            Link link = graph.links().get(index);
            table.row("data-m=\"" + link.material() + "\"")
                    .words(graph.nodes().get(link.from()).name())
                    .words(graph.nodes().get(link.to()).name())
                    .words(graph.material(link));
            for (Periods.Period period : periods) {
                Link part = period.graph().links().get(index);
                table.number(Rounded.of(period.graph().tonnesPerYear(part.grams(1))))
                        .number(Rounded.of(period.graph().tonnesPerYear(part.grams(0))));
            }
            table.end();
        }
        return "<details><summary>The same by year</summary>\n" + table.html("flows-by-year.csv", periodCsv())
                + "</details>\n";
    }

    /** Exact tonnes over all replications, then means a year. */
    private String periodCsv() {
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        try {
            rows.header(
                    "from",
                    "to",
                    "material",
                    "period",
                    "variant_total_t",
                    "baseline_total_t",
                    "variant_t_per_yr",
                    "baseline_t_per_yr");
            for (int index : sorted) {
                for (Periods.Period period : periods) {
                    Link link = period.graph().links().get(index);
                    rows.text(graph.nodes().get(link.from()).id())
                            .text(graph.nodes().get(link.to()).id())
                            .text(graph.materials().get(link.material()).id())
                            .text(period.name())
                            .millionths(link.grams(0))
                            .millionths(link.grams(1))
                            .value(period.graph().tonnesPerYear(link.grams(0)))
                            .value(period.graph().tonnesPerYear(link.grams(1)))
                            .end();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
