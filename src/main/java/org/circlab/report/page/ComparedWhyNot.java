package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.circlab.report.CsvRows;
import org.circlab.report.Remedy;
import org.circlab.report.Rounded;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;

/**
 * What stopped the tonnes that each candidate offered and needed, reason by reason and side by side, and what would change it; the
 * bars are shares of one length.
 */
final class ComparedWhyNot {

    private static final double BAR = 70;
    private static final double GRAMS_PER_TONNE = 1e6;
    private static final int MOST_SUBJECTS = 3;

    private final List<ComparedRun> runs;
    private final List<String> labels;
    private final Side offers;
    private final Side needs;

    /**
     * How all of one side ended.
     *
     * @param id as the table to save names it
     * @param endings by candidate: the same in the same order
     */
    private record Side(String id, List<List<Ending>> endings) {

        long all(int candidate) {
            return endings.get(candidate).stream().mapToLong(Ending::grams).reduce(0, Math::addExact);
        }

        boolean isEmpty() {
            return endings.stream().flatMap(List::stream).allMatch(ending -> ending.grams() == 0);
        }
    }

    ComparedWhyNot(List<ComparedRun> runs, List<String> labels) {
        this.runs = runs;
        this.labels = labels;
        this.offers = new Side(
                "offer",
                runs.stream().map(run -> Ending.ofOffers(run.unmatched())).toList());
        this.needs = new Side(
                "need",
                runs.stream().map(run -> Ending.ofNeeds(run.unmatched())).toList());
    }

    String html() {
        if (offers.isEmpty() && needs.isEmpty()) {
            return "<p>Nothing was offered and nothing was needed in any of them, so nothing was turned away.</p>\n";
        }
        return "<p>Every tonne that is offered meets one gate after the other, and counts where the best of its ways was shut. Bars "
                + "are parts of all that the candidate offered, or needed, of one length for all. Orange: nobody took it; blue: "
                + "somebody did.</p>\n"
                + (offers.isEmpty()
                        ? "<p>Nothing was offered in any of them.</p>\n"
                        : table(
                                offers,
                                "What was offered and how it ended, t/yr, mean over the replications",
                                "Offered, or waiting at the start"))
                + (needs.isEmpty()
                        ? "<p>Nobody needed anything in any of them.</p>\n"
                        : table(
                                needs,
                                "What was needed, counted as virgin material, and how it ended, t/yr, mean over the replications",
                                "Needed"))
                + Table.download("unmatched.csv", csv()) + changes();
    }

    private String table(Side side, String caption, String total) {
        List<String> columns = new ArrayList<>(List.of("What became of it"));
        columns.addAll(labels);
        Table table = new Table(caption, 1, columns.toArray(String[]::new));
        List<Ending> first = side.endings().get(0);
        for (int i = 0; i < first.size(); i++) {
            int row = i;
            if (side.endings().stream().allMatch(each -> each.get(row).grams() == 0)) {
                continue;
            }
            table.row("").head(Scores.capital(first.get(row).words()));
            for (int candidate = 0; candidate < runs.size(); candidate++) {
                table.raw("n", cell(side, candidate, row));
            }
            table.end();
        }
        table.row("class=\"total\"").head(total);
        for (int candidate = 0; candidate < runs.size(); candidate++) {
            table.number(Rounded.of(tonnesPerYear(candidate, side.all(candidate))));
        }
        return table.end().html();
    }

    private String cell(Side side, int candidate, int row) {
        Ending ending = side.endings().get(candidate).get(row);
        if (ending.grams() == 0) {
            return "";
        }
        double share = (double) ending.grams() / side.all(candidate);
        return Markup.escape(Rounded.of(tonnesPerYear(candidate, ending.grams())) + ", " + Rounded.percent(share))
                + "<br/><svg class=\"bars\" aria-hidden=\"true\" width=\"" + Shape.number(BAR)
                + "\" height=\"8\"><path class=\"axis\" d=\"M0 8H" + Shape.number(BAR) + "\"/><rect class=\""
                + (ending.lost() ? "loss" : "gain") + "\" height=\"7\" width=\"" + Shape.number(share * BAR)
                + "\"/></svg>";
    }

    private double tonnesPerYear(int candidate, long grams) {
        ComparedRun run = runs.get(candidate);
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
            rows.header("candidate", "side", "end", "taken", "total_t", "t_per_yr");
            for (int candidate = 0; candidate < runs.size(); candidate++) {
                for (Side side : List.of(offers, needs)) {
                    for (Ending ending : side.endings().get(candidate)) {
                        if (ending.grams() > 0) {
                            rows.text(runs.get(candidate).candidate().name())
                                    .text(side.id())
                                    .text(ending.id())
                                    .text(ending.lost() ? "no" : "yes")
                                    .millionths(ending.grams())
                                    .value(tonnesPerYear(candidate, ending.grams()))
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

    private String sets() {
        return runs.stream().allMatch(run -> run.sets().isEmpty()) ? "" : ", with the same <code>--set</code>,";
    }

    /** What {@code explain} has found for each candidate, or how to have it made. */
    private String changes() {
        String title = "<h3>What would change it</h3>\n";
        String how = "<code>circlab explain scenario.yaml --variant ID --seed "
                + runs.get(0).seed() + "</code>" + sets()
                + " finds and proves the smallest changes that would have the largest "
                + "streams traded; where its answers stand in the folder of results, this page shows them.";
        List<String> unasked = new ArrayList<>();
        List<String> columns = new ArrayList<>(List.of("Candidate"));
        columns.addAll(Remedies.COLUMNS);
        Table table = new Table(
                "Of each, the largest streams and needs that one change alone would have traded (95 % of it at least), then the "
                        + "largest that none would",
                1 + Remedies.WORDS, columns.toArray(String[]::new));
        for (int candidate = 0; candidate < runs.size(); candidate++) {
            ComparedRun run = runs.get(candidate);
            if (run.remedies().isEmpty()) {
                unasked.add(labels.get(candidate));
                continue;
            }
            Remedies found = new Remedies(run.candidate().lab(), run.remedies());
            for (Remedy each : found.ofLargest(MOST_SUBJECTS)) {
                table.row("").head(labels.get(candidate));
                found.cells(table, each);
                table.end();
            }
        }
        if (unasked.size() == runs.size()) {
            return title + "<p>" + how + "</p>\n";
        }
        return title
                + "<p>Found by <code>circlab explain</code> in replication 1, by running each again with changes; it says what would "
                + "do, not what it costs. All that were found are on the page of each run.</p>\n" + table.html()
                + (unasked.isEmpty()
                        ? ""
                        : "<p class=\"note\">Not asked yet: " + Markup.escape(String.join(", ", unasked)) + ". " + how
                                + "</p>\n");
    }
}
