package org.circlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.circlab.score.Estimate;
import org.circlab.score.Measure;
import org.circlab.score.Score;
import org.circlab.score.Score.OfDimension;
import org.circlab.score.bound.Bound;
import org.circlab.score.bound.Purpose;

/**
 * A score taken apart, as text: its formula and source, its terms over all replications, and how much each of them decides, which
 * is where the interval comes from.
 */
public final class ScoreExplanation {

    private static final int MOST_ROWS = 30;
    private static final Columns TABLE = new Columns(26, -17, -17, -17, -14);
    private static final Columns PURPOSES = new Columns(54, -24, -14);

    private final Score score;
    private final int replications;
    private final List<String> lines = new ArrayList<>();

    private ScoreExplanation(Score score) {
        this.score = score;
        this.replications = score.total().replications();
    }

    /** The lines about the whole score, at most {@link FirstScreen#WIDTH} wide. */
    public static List<String> ofTotal(Score score) {
        ScoreExplanation text = new ScoreExplanation(score);
        text.definition("score");
        text.means(score.dimensions());
        text.total();
        text.withoutEach();
        text.add("Each dimension: --explain score-circularity, score-climate, score-economy. What is in the way to 100:"
                + " circlab score.");
        return List.copyOf(text.lines);
    }

    /** The lines about the score in one dimension. */
    public static List<String> ofDimension(Score score, OfDimension of) {
        ScoreExplanation text = new ScoreExplanation(score);
        text.definition("score-" + of.dimension().word());
        text.means(List.of(of));
        text.ratio(of);
        text.eachReplication(of);
        text.add("What is scored and the best possible: --explain scored-"
                + of.dimension().word() + ", bound-" + of.dimension().word() + ".");
        return List.copyOf(text.lines);
    }

    /**
     * The lines about the best possible in one dimension.
     *
     * @param parts of it a year by {@link Purpose}, for each replication; empty where it is not known
     */
    public static List<String> ofBound(Score score, OfDimension of, List<List<Double>> parts) {
        ScoreExplanation text = new ScoreExplanation(score);
        text.definition("bound-" + of.dimension().word());
        text.means(List.of(of));
        text.purposes(of, parts);
        text.lines.add("");
        text.add(Bound.KEPT);
        text.add(Bound.RELAXED);
        return List.copyOf(text.lines);
    }

    private void definition(String id) {
        Measure measure = Score.measure(id).orElseThrow();
        lines.addAll(ExplanationText.definition(measure));
        lines.add("");
    }

    private void means(List<OfDimension> dimensions) {
        lines.add(TABLE.line(
                replications == 1 ? "ONE REPLICATION" : "MEANS OF " + replications + ", ± 95 %",
                "as usual",
                "variant",
                "best possible",
                "score"));
        for (OfDimension each : dimensions) {
            lines.add(TABLE.line(
                    each.dimension().word() + ", " + each.dimension().unit(),
                    interval(each.usual()),
                    interval(each.run()),
                    interval(each.best()),
                    each.applies() ? points(each.score()) : "does not apply"));
        }
        for (OfDimension each : dimensions) {
            if (!each.applies()) {
                add("  " + each.dimension().word() + " does not apply: "
                        + (each.isBounded()
                                ? "the best possible is not better than business as usual by 0.1 % of it."
                                : "the best possible is not known; the lab is too large for it."));
            }
        }
    }

    private void ratio(OfDimension of) {
        if (of.applies()) {
            String usual = Rounded.of(mean(of.usual()));
            add("  = 100 x (" + Rounded.of(mean(of.run())) + " - " + usual + ") / (" + Rounded.of(mean(of.best()))
                    + " - " + usual + ")");
        }
        lines.add("");
    }

    private void total() {
        List<OfDimension> counted =
                score.dimensions().stream().filter(OfDimension::counts).toList();
        if (counted.isEmpty()) {
            add("score, of 100: does not apply, since no dimension with a weight above 0 does");
            lines.add("");
            return;
        }
        String sum = counted.stream()
                .map(each -> Rounded.of(each.weight()) + " x "
                        + ScoreScreen.tenths(each.score().mean()))
                .collect(Collectors.joining(" + "));
        double weight = counted.stream().mapToDouble(OfDimension::weight).sum();
        lines.add(TABLE.line("score, of 100", "", "", "", points(score.total())));
        add("  = (" + sum + ") / " + Rounded.of(weight) + ", by weight");
        lines.add("");
    }

    private void withoutEach() {
        if (replications == 1) {
            return;
        }
        lines.add(TABLE.line("WITHOUT REPLICATION", "circularity", "climate", "economy", "score"));
        for (int k = 0; k < Math.min(replications, MOST_ROWS); k++) {
            List<String> cells = new ArrayList<>(List.of("  " + (k + 1)));
            score.without(k).forEach(each -> cells.add(hundredths(each)));
            lines.add(TABLE.line(cells.toArray(String[]::new)));
        }
        scatter();
    }

    private void scatter() {
        if (replications > MOST_ROWS) {
            lines.add("  and " + (replications - MOST_ROWS) + " more");
        }
        add("How far the scores without one replication scatter gives the interval (the jackknife).");
    }

    private void eachReplication(OfDimension of) {
        lines.add(TABLE.line("REPLICATION", "as usual", "variant", "best possible", "score without"));
        for (int k = 0; k < Math.min(replications, MOST_ROWS); k++) {
            lines.add(TABLE.line(
                    "  " + (k + 1),
                    Rounded.of(of.usual().get(k)),
                    Rounded.of(of.run().get(k)),
                    Rounded.of(of.best().get(k)),
                    replications == 1
                            ? "-"
                            : hundredths(score.without(k).get(of.dimension().ordinal()))));
        }
        if (replications > 1) {
            scatter();
        }
    }

    private void purposes(OfDimension of, List<List<Double>> parts) {
        lines.add("");
        if (parts.isEmpty() || parts.stream().anyMatch(List::isEmpty)) {
            add("Its parts are not known.");
            return;
        }
        String unit = of.dimension().unit();
        lines.add(PURPOSES.line("PARTS OF THE BEST POSSIBLE", unit, "replication 1"));
        for (Purpose purpose : Purpose.values()) {
            List<Double> values =
                    parts.stream().map(each -> each.get(purpose.ordinal())).toList();
            if (values.stream().anyMatch(each -> each != 0)) {
                lines.add(PURPOSES.line("  " + purpose.words(), interval(values), Rounded.of(values.get(0))));
            }
        }
        lines.add(PURPOSES.line(
                "together", interval(of.best()), Rounded.of(of.best().get(0))));
    }

    private static String interval(List<Double> values) {
        Estimate estimate =
                Estimate.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        return Rounded.interval(estimate.mean(), estimate.halfWidth());
    }

    private static double mean(List<Double> values) {
        return IntStream.range(0, values.size()).mapToDouble(values::get).sum() / values.size();
    }

    private static String points(Estimate score) {
        String half = ScoreScreen.tenths(score.halfWidth());
        return ScoreScreen.tenths(score.mean()) + (half.equals("-") || half.equals("0") ? "" : " ± " + half);
    }

    private static String hundredths(double points) {
        return Double.isFinite(points) ? String.valueOf(Math.rint(points * 100) / 100) : "-";
    }

    private void add(String text) {
        lines.addAll(Columns.wrap(text, FirstScreen.WIDTH));
    }
}
