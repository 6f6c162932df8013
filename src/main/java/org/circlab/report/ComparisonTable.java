package org.circlab.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.circlab.score.Comparison;
import org.circlab.score.Comparison.Entry;
import org.circlab.score.Comparison.Row;
import org.circlab.score.Estimate;
import org.circlab.score.Measure;
import org.circlab.score.Sense;

/** Labs or variants side by side: the few indicators that decide as text, all of them as CSV. */
public final class ComparisonTable {

    /** Indicators that decide, by their ids; those that a scenario defines decide too. */
    public static final List<String> KEYS =
            List.of("disposed", "virgin-bought", "ghg-net", "net-cost", "exchanged", "haulage-work");

    private static final Columns PAIRED = new Columns(22, -21, -22, 19, -7);
    private static final Columns APART = new Columns(20, -19, -15, -10, -12, -7, 5);

    private ComparisonTable() {}

    /** The table, at most {@link FirstScreen#WIDTH} wide. */
    public static List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.addAll(Columns.wrap(
                comparison.paired()
                        ? "Variants of one lab under the same random numbers: they differ by paired differences (± 95 %)."
                                + " 'no clear difference' is noise: its interval holds 0. 'best in' is the share of the runs in"
                                + " which it is the best; equals share it."
                        : "Different labs: changes against business as usual (± 95 %), also for each thousand people, each tonne"
                                + " that arises and each thousand euros that the lab costs its actors as usual. The best is"
                                + " the best for each tonne. 'best in' is the share of all combinations of a run of each lab, since"
                                + " runs of different labs have nothing to do with one another; equals share it. 'noise': no clear difference"
                                + " from the best on average.",
                FirstScreen.WIDTH));
        for (Row row : comparison.rows()) {
            if (KEYS.contains(row.measure().id()) || row.measure().group().equals(Measure.OWN)) {
                lines.add("");
                if (comparison.paired()) {
                    paired(row, lines);
                } else {
                    apart(row, lines);
                }
            }
        }
        return lines;
    }

    private static String title(Measure measure) {
        return measure.title() + ", " + measure.unit()
                + (measure.sense() == Sense.HIGHER_IS_BETTER ? " (more is better)" : " (less is better)");
    }

    private static void paired(Row row, List<String> lines) {
        lines.add(title(row.measure()));
        lines.add(PAIRED.line("", "change from usual", "behind the best", "", "best in"));
        for (Entry entry : row.entries()) {
            Standing standing = Standing.of(entry);
            lines.add(PAIRED.line(
                    "  " + entry.name(),
                    text(entry.change()),
                    standing == Standing.BEST ? "" : text(entry.behind()),
                    standing.words(),
                    Rounded.percent(entry.best())));
        }
    }

    private static void apart(Row row, List<String> lines) {
        lines.add(title(row.measure()));
        lines.add(APART.line("", "change", "per 1000 people", "per tonne", "per 1000 EUR", "best in", ""));
        for (Entry entry : row.entries()) {
            lines.add(APART.line(
                    "  " + entry.name(),
                    text(entry.change()),
                    Rounded.signed(entry.perThousandInhabitants().mean()),
                    Rounded.signed(entry.perTonne().mean()),
                    Rounded.signed(entry.perThousandEuros().mean()),
                    Rounded.percent(entry.best()),
                    brief(Standing.of(entry))));
        }
    }

    private static String brief(Standing standing) {
        return switch (standing) {
            case BEST -> "best";
            case NO_CLEAR_DIFFERENCE -> "noise";
            case WORSE, ONE_RUN -> "";
        };
    }

    private static String text(Estimate estimate) {
        return Rounded.difference(estimate.mean(), estimate.halfWidth());
    }

    /**
     * A row for each indicator and candidate.
     *
     * @throws IOException if {@code to} fails
     */
    public static void csv(Appendable to, Comparison comparison) throws IOException {
        CsvRows rows = new CsvRows(to);
        List<String> header = new ArrayList<>(List.of("indicator", "unit", "sense", "candidate"));
        for (String what : List.of("change", "per_1000_inhabitants", "per_t_arising", "per_1000_eur", "behind_best")) {
            header.addAll(List.of(what, what + "_low95", what + "_high95"));
        }
        header.addAll(List.of("best_share", "verdict"));
        rows.header(header.toArray(String[]::new));
        for (Row row : comparison.rows()) {
            for (Entry entry : row.entries()) {
                rows.text(row.measure().id())
                        .text(row.measure().unit())
                        .text(row.measure().sense().word())
                        .text(entry.name());
                for (Estimate estimate : List.of(
                        entry.change(),
                        entry.perThousandInhabitants(),
                        entry.perTonne(),
                        entry.perThousandEuros(),
                        entry.behind())) {
                    rows.value(estimate.mean()).value(estimate.low95()).value(estimate.high95());
                }
                rows.value(entry.best())
                        .text(Standing.of(entry).words().replace(' ', '-'))
                        .end();
            }
        }
    }
}
