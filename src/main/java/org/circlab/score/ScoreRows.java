package org.circlab.score;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.score.Score.OfDimension;
import org.circlab.score.bound.Bound;
import org.circlab.score.bound.Dimension;

/** A score as rows of indicators: the whole and each dimension, then of each dimension what is scored and the bound. */
final class ScoreRows {

    private ScoreRows() {}

    /** The definitions, in the order of the rows. */
    static List<Measure> measures() {
        Stream<Measure> scores =
                Stream.concat(Stream.of(whole()), Stream.of(Dimension.values()).map(ScoreRows::score));
        Stream<Measure> figures =
                Stream.of(Dimension.values()).flatMap(dimension -> Stream.of(scored(dimension), bound(dimension)));
        return Stream.concat(scores, figures).toList();
    }

    /** The rows. Business as usual scores 0; a bound differs from what business as usual has. */
    static List<Compared> of(Score score) {
        List<Compared> rows = new ArrayList<>();
        rows.add(points(whole(), score.total()));
        for (OfDimension each : score.dimensions()) {
            rows.add(points(score(each.dimension()), each.score()));
        }
        for (OfDimension each : score.dimensions()) {
            rows.add(new Values(scored(each.dimension()), each.run(), each.usual()).compared());
            rows.add(new Values(bound(each.dimension()), each.best(), each.usual()).compared());
        }
        return rows;
    }

    private static Compared points(Measure measure, Estimate score) {
        double usual = Double.isFinite(score.mean()) ? 0 : Double.NaN;
        return new Compared(measure, score, new Estimate(usual, usual, usual, score.replications()), score);
    }

    private static Measure whole() {
        return points("score", "Score", "mean of the dimensions that apply, by weight");
    }

    private static Measure score(Dimension dimension) {
        String word = dimension.word();
        return points(
                "score-" + word,
                "Score in " + word,
                "100 x (scored-" + word + " - business as usual) / (bound-" + word
                        + " - business as usual), each a mean over the replications. Does not apply where the bound is"
                        + " not better than business as usual by 0.1 % of it, or is not known");
    }

    private static Measure points(String id, String title, String formula) {
        return new Measure(
                id,
                title,
                "of 100",
                Sense.HIGHER_IS_BETTER,
                Score.GROUP,
                formula + ". 0 is business as usual, 100 the best possible; negative where the exchange does harm.",
                "jackknife interval: R. G. Miller, The jackknife: a review, Biometrika 61 (1974)");
    }

    private static Measure scored(Dimension dimension) {
        return amount(
                dimension,
                "scored-" + dimension.word(),
                "What is scored in " + dimension.word(),
                Scored.of(dimension).words() + "; stock that builds up counts as what disposing of it will cost");
    }

    private static Measure bound(Dimension dimension) {
        return amount(
                dimension,
                "bound-" + dimension.word(),
                "Best possible in " + dimension.word(),
                "the least that scored-" + dimension.word()
                        + " could have been with what arose and was needed: a linear"
                        + " programme for each replication that relaxes time, composition, contracts and behaviour, less what"
                        + " rounding to whole units may have given a run. Not known of labs with more than "
                        + Bound.MOST_LINKS + " links, or of very large programmes");
    }

    private static Measure amount(Dimension dimension, String id, String title, String formula) {
        return new Measure(id, title, dimension.unit(), Sense.LOWER_IS_BETTER, Score.GROUP, formula + ".", "");
    }
}
