package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.circlab.report.CsvRows;
import org.circlab.report.Rounded;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;

/** What stopped the tonnes that each candidate offered, reason by reason and side by side; the bars are shares of one length. */
final class ComparedWhyNot {

    private static final double BAR = 70;
    private static final double GRAMS_PER_TONNE = 1e6;

    private final List<ComparedRun> runs;
    private final List<String> labels;
    /** By candidate: the same ends in the same order. */
    private final List<List<OfferEnd>> ends;

    ComparedWhyNot(List<ComparedRun> runs, List<String> labels) {
        this.runs = runs;
        this.labels = labels;
        this.ends = runs.stream().map(run -> OfferEnd.of(run.unmatched())).toList();
    }

    String html() {
        if (ends.stream().allMatch(each -> all(each) == 0)) {
            return "<p>Nothing was offered in any of them, so nothing was turned away.</p>\n";
        }
        return "<p>Every tonne that is offered meets one gate after the other, and counts where the best of its ways was shut. Bars "
                + "are parts of all that the candidate offered, of one length for all. Orange: nobody took it; blue: taken. "
                + "What to change, stream by stream, is on the page of each run.</p>\n"
                + table() + Table.download("unmatched.csv", csv());
    }

    private static long all(List<OfferEnd> ends) {
        return ends.stream().mapToLong(OfferEnd::grams).reduce(0, Math::addExact);
    }

    private String table() {
        List<String> columns = new ArrayList<>(List.of("What became of it"));
        columns.addAll(labels);
        Table table = new Table(
                "What was offered and how it ended, t/yr, mean over the replications",
                1,
                columns.toArray(String[]::new));
        for (int end = 0; end < ends.get(0).size(); end++) {
            int row = end;
            if (ends.stream().allMatch(each -> each.get(row).grams() == 0)) {
                continue;
            }
            table.row("").head(Scores.capital(ends.get(0).get(row).words()));
            for (int i = 0; i < runs.size(); i++) {
                table.raw("n", cell(i, ends.get(i).get(row)));
            }
            table.end();
        }
        table.row("class=\"total\"").head("Offered, or waiting at the start");
        for (int i = 0; i < runs.size(); i++) {
            table.number(Rounded.of(tonnesPerYear(i, all(ends.get(i)))));
        }
        return table.end().html();
    }

    private String cell(int index, OfferEnd end) {
        if (end.grams() == 0) {
            return "";
        }
        double share = (double) end.grams() / all(ends.get(index));
        return Markup.escape(Rounded.of(tonnesPerYear(index, end.grams())) + ", " + Rounded.percent(share))
                + "<br/><svg class=\"bars\" aria-hidden=\"true\" width=\"" + Shape.number(BAR)
                + "\" height=\"8\"><path class=\"axis\" d=\"M0 8H" + Shape.number(BAR) + "\"/><rect class=\""
                + (end.lost() ? "loss" : "gain") + "\" height=\"7\" width=\"" + Shape.number(share * BAR)
                + "\"/></svg>";
    }

    private double tonnesPerYear(int index, long grams) {
        ComparedRun run = runs.get(index);
        return grams
                / GRAMS_PER_TONNE
                / run.candidate().lab().horizon().years()
                / Math.max(1, run.unmatched().size());
    }

    /** Exact sums over all replications, then means a year. */
    private String csv() {
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        try {
            rows.header("candidate", "end", "taken", "total_t", "t_per_yr");
            for (int i = 0; i < runs.size(); i++) {
                for (OfferEnd end : ends.get(i)) {
                    if (end.grams() == 0) {
                        continue;
                    }
                    rows.text(runs.get(i).candidate().name())
                            .text(end.id())
                            .text(end.lost() ? "no" : "yes")
                            .millionths(end.grams())
                            .value(tonnesPerYear(i, end.grams()))
                            .end();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
