package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.circlab.report.CsvRows;
import org.circlab.report.Periods;
import org.circlab.report.Rounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;

/** The tables behind the diagrams of a comparison: one to read for each lab, and two to save of all candidates. */
final class ComparedFlowTable {

    private final List<ComparedRun> runs;
    private final List<String> labels;
    private final List<ComparedGroup> groups;

    ComparedFlowTable(List<ComparedRun> runs, List<String> labels, List<ComparedGroup> groups) {
        this.runs = runs;
        this.labels = labels;
        this.groups = groups;
    }

    String html() {
        StringBuilder text = new StringBuilder();
        groups.forEach(group -> text.append(table(group)));
        text.append(Table.download("flows.csv", csv()));
        boolean hasYears = runs.stream().anyMatch(run -> !run.periods().isEmpty());
        return text.append(hasYears ? Table.download("flows-by-year.csv", periodCsv()) : "")
                .toString();
    }

    private String table(ComparedGroup group) {
        FlowGraph graph = group.graph();
        List<String> columns = new ArrayList<>(List.of("From", "To", "Material"));
        group.members().forEach(member -> columns.add(labels.get(member)));
        columns.addAll(group.usualNames(labels));
        String lab = runs.get(group.members().get(0)).candidate().lab().name();
        String caption = "Flows in t/yr, mean over the replications" + (groups.size() == 1 ? "" : ": " + lab);
        Table table = new Table(caption, 3, columns.toArray(String[]::new));
        List<Link> links = graph.links().stream()
                .sorted(Comparator.comparingLong((Link link) -> -link.most()))
                .toList();
        for (Link link : links) {
            table.row("data-m=\"" + link.material() + "\"")
                    .words(graph.nodes().get(link.from()).name())
                    .words(graph.nodes().get(link.to()).name())
                    .words(graph.material(link));
            link.grams().forEach(grams -> table.number(Rounded.of(graph.tonnesPerYear(grams))));
            table.end();
        }
        table.row("class=\"total\"").words("All flows, unfiltered").words("").words("");
        for (int side = 0; side < graph.sides().size(); side++) {
            table.number(Rounded.of(graph.tonnesPerYear(graph.grams(side))));
        }
        return table.end().html();
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
                    ends(rows.text(run.candidate().name()), graph, link)
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

    /** The same by year, where anything moves. */
    private String periodCsv() {
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        try {
            rows.header("candidate", "from", "to", "material", "period", "variant_total_t", "baseline_total_t");
            for (ComparedRun run : runs) {
                for (Periods.Period period : run.periods()) {
                    for (Link link : period.graph().links()) {
                        if (link.most() > 0) {
                            ends(rows.text(run.candidate().name()), period.graph(), link)
                                    .text(period.name())
                                    .millionths(link.grams(0))
                                    .millionths(link.grams(1))
                                    .end();
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static CsvRows ends(CsvRows begun, FlowGraph graph, Link link) throws IOException {
        return begun.text(graph.nodes().get(link.from()).id())
                .text(graph.nodes().get(link.to()).id())
                .text(graph.materials().get(link.material()).id());
    }
}
