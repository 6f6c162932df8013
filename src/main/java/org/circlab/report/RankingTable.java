package org.circlab.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.experiment.select.Selection;
import org.circlab.experiment.select.VariantField;
import org.circlab.score.Estimate;
import org.circlab.score.Sense;

/** Which variant is best, how sure that is and what it took. */
public final class RankingTable {

    private static final Columns ROW = new Columns(22, -12, -21, -22, 15);

    private final Ranking ranking;

    private RankingTable(Ranking ranking) {
        this.ranking = ranking;
    }

    /** The table for people, at most {@link FirstScreen#WIDTH} wide, with the answer in words below. */
    public static List<String> lines(Ranking ranking) {
        RankingTable table = new RankingTable(ranking);
        List<String> lines = new ArrayList<>();
        lines.add(ranking.measure().title() + ", " + ranking.measure().unit()
                + (ranking.measure().sense() == Sense.HIGHER_IS_BETTER ? " (more is better)" : " (less is better)"));
        lines.add(ROW.line("", "replications", "change from usual", "behind the best", ""));
        table.order().forEach(candidate -> lines.add(table.row(candidate)));
        lines.add("");
        lines.addAll(Columns.wrap(table.verdict(), FirstScreen.WIDTH));
        lines.addAll(Columns.wrap(table.spent(), FirstScreen.WIDTH));
        lines.addAll(Columns.wrap(
                "Pairs are compared under the same random numbers by a test that may be looked at again and again; it is"
                        + " exact where differences between variants are normal, as those of long runs nearly are.",
                FirstScreen.WIDTH));
        return lines;
    }

    /** The best first, then those that stayed longest, the nearer before the farther. */
    private List<Integer> order() {
        Selection selection = ranking.selection();
        return IntStream.range(0, ranking.variants().size())
                .boxed()
                .sorted(Comparator.comparing((Integer candidate) -> candidate != selection.best())
                        .thenComparing(candidate -> -standing(candidate).replications())
                        .thenComparing(candidate -> standing(candidate).behind().mean()))
                .toList();
    }

    private Selection.Standing standing(int candidate) {
        return ranking.selection().standings().get(candidate);
    }

    private String row(int candidate) {
        Selection.Standing standing = standing(candidate);
        boolean best = candidate == ranking.selection().best();
        return ROW.line(
                "  " + ranking.variants().get(candidate),
                Integer.toString(standing.replications()),
                text(standing.value()),
                best ? "" : text(standing.behind()),
                word(candidate));
    }

    private String text(Estimate estimate) {
        double mean = VariantField.ranked(ranking.measure().sense(), estimate.mean());
        return Rounded.difference(mean, estimate.halfWidth());
    }

    private String word(int candidate) {
        if (candidate == ranking.selection().best()) {
            return ranking.selection().decided() ? "best" : "best so far";
        }
        if (standing(candidate).droppedFor() != Selection.NOBODY) {
            return "worse";
        }
        return ranking.selection().decided() ? "no matter which" : "not told apart";
    }

    private String verdict() {
        Selection selection = ranking.selection();
        String best = "'" + ranking.variants().get(selection.best()) + "'";
        String probability = Rounded.percent(selection.probability());
        if (!selection.decided()) {
            return "After " + selection.replications() + " replications it is not proved which is best; " + best
                    + " leads. "
                    + (selection.probability() > 0
                            ? "That it is the best can be stated with a probability of " + probability + " only, not "
                                    + Rounded.percent(ranking.rule().confidence()) + ". "
                            : "")
                    + "Allow more with --at-most, or say with --indifference which difference does not matter.";
        }
        return best + " is the best"
                + (ranking.rule().indifference() > 0
                        ? ", or no more than "
                                + Rounded.of(ranking.rule().indifference()) + " "
                                + ranking.measure().unit() + " behind it,"
                        : "")
                + " with a probability of at least " + probability + ".";
    }

    private String spent() {
        int spent = ranking.selection().spent();
        int equal = ranking.selection().withEqualShares();
        double saved = 1 - spent / (double) equal;
        return "That took " + Rounded.of(spent)
                + " replications of variants in all; as many for each, by the same rule, would have been "
                + Rounded.of(equal) + (saved > 0 ? ", so " + Rounded.percent(saved) + " were saved." : ".");
    }

    /**
     * A row for each variant, in their order.
     *
     * @throws IOException if {@code to} fails
     */
    public static void csv(Appendable to, Ranking ranking) throws IOException {
        RankingTable table = new RankingTable(ranking);
        CsvRows rows = new CsvRows(to);
        rows.header(
                "indicator",
                "unit",
                "variant",
                "replications",
                "change",
                "change_low95",
                "change_high95",
                "behind_best",
                "behind_best_low95",
                "behind_best_high95",
                "standing",
                "worse_than",
                "probability_of_best");
        for (int candidate = 0; candidate < ranking.variants().size(); candidate++) {
            Selection.Standing standing = table.standing(candidate);
            rows.text(ranking.measure().id())
                    .text(ranking.measure().unit())
                    .text(ranking.variants().get(candidate))
                    .whole(standing.replications());
            table.numbers(rows, standing.value());
            table.numbers(rows, standing.behind());
            rows.text(table.word(candidate).replace(' ', '-'))
                    .text(
                            standing.droppedFor() == Selection.NOBODY
                                    ? ""
                                    : ranking.variants().get(standing.droppedFor()))
                    .value(
                            candidate == ranking.selection().best()
                                    ? ranking.selection().probability()
                                    : Double.NaN)
                    .end();
        }
    }

    private void numbers(CsvRows rows, Estimate estimate) throws IOException {
        Sense sense = ranking.measure().sense();
        double low = VariantField.ranked(sense, estimate.low95());
        double high = VariantField.ranked(sense, estimate.high95());
        rows.value(VariantField.ranked(sense, estimate.mean()) + 0.0)
                .value(Math.min(low, high) + 0.0)
                .value(Math.max(low, high) + 0.0);
    }
}
