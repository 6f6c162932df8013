package org.circlab.report;

import java.util.List;
import org.circlab.score.Estimate;
import org.circlab.score.Score;

/** A score in words. */
public final class ScoreText {

    private ScoreText() {}

    /**
     * One sentence: the score, what it is made of, and what its ends mean.
     *
     * @param usual what 0 is
     */
    public static String line(Score score, String usual) {
        if (!Double.isFinite(score.total().mean())) {
            return "No score: " + whyNot(score, usual) + ".";
        }
        List<String> parts = score.dimensions().stream()
                .filter(Score.OfDimension::applies)
                .map(each -> each.dimension().word() + " " + points(each.score().mean()))
                .toList();
        return "Score " + withInterval(score.total()) + " of 100: " + String.join(", ", parts) + "; 0 is " + usual
                + ", 100 what is possible at best.";
    }

    private static String whyNot(Score score, String usual) {
        List<Score.OfDimension> counted =
                score.dimensions().stream().filter(each -> each.weight() > 0).toList();
        if (counted.stream().allMatch(Score.OfDimension::isBounded)) {
            return "what is possible at best is hardly better than " + usual + " in any dimension that counts";
        }
        return counted.stream().noneMatch(Score.OfDimension::isBounded)
                ? "what is possible at best is not known, since the lab is too large for its bound"
                : "the best is hardly better than " + usual
                        + " in some of the dimensions that count, and not known of others";
    }

    /** A score and half the width of its interval where that shows. */
    public static String withInterval(Estimate score) {
        String half = points(score.halfWidth());
        boolean tells = Double.isFinite(score.halfWidth()) && !half.equals("0");
        return points(score.mean()) + (tells ? " (± " + half + ")" : "");
    }

    /** In whole points; 100 only where there is nothing left to gain that shows in tenths, as 0 where nothing is gained. */
    static String points(double score) {
        if (!Double.isFinite(score)) {
            return "?";
        }
        long whole = Math.round(score);
        boolean rounded = (whole == 100 || whole == 0) && Math.abs(score - whole) >= 0.05;
        return rounded ? String.valueOf(Math.round(score * 10) / 10.0) : String.valueOf(whole);
    }
}
