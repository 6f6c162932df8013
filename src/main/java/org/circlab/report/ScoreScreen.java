package org.circlab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.experiment.gap.Gap;
import org.circlab.scenario.Effective;
import org.circlab.score.Estimate;
import org.circlab.score.Score;

/** What {@code circlab score} says: the score by dimension, the bound, and step by step what keeps the run from it. */
public final class ScoreScreen {

    private static final Columns SCORES = new Columns(14, -12, 8, -14, -14, -14, -7);
    private static final Columns STEPS = new Columns(14, 37, -11, -8, -8, -7);
    private static final String LEFT = "left";
    private static final String LEFT_WORDS = "foresight, old contracts, mixing, law";

    private ScoreScreen() {}

    /** The lines of the screen, at most {@link FirstScreen#WIDTH} wide. */
    public static List<String> lines(Effective scenario, Gap gap, Paint paint) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.heading(
                Columns.cut(scenario.lab().name() + ", variant " + scenario.variant(), FirstScreen.WIDTH)));
        lines.addAll(Columns.wrap(ScoreText.line(gap.score(), scenario.baselineName()), FirstScreen.WIDTH));
        lines.add("");
        lines.add(paint.heading(
                SCORES.line("SCORE", "of 100", "a year", "0: as usual", "this run", "100: best", "weight")));
        for (Score.OfDimension each : gap.score().dimensions()) {
            lines.add(scored(each));
        }
        if (Double.isFinite(gap.score().total().mean())) {
            lines.add("");
            lines.add(paint.heading(STEPS.line(
                    "THE REST", "each relaxed on top of the last", "circularity", "climate", "economy", "score")));
            lines.add(STEPS.line(cells("this run", "", scores(gap.score()), false)));
            for (Gap.Part part : gap.parts()) {
                lines.add(STEPS.line(
                        cells("  " + part.relaxation().word(), part.relaxation().words(), part.points(), true)));
            }
            lines.add(STEPS.line(cells("  " + LEFT, LEFT_WORDS, gap.left(), true)));
            lines.add("Parts add up to 100. A negative one did harm: with more freedom the exchange chose worse.");
        }
        return List.copyOf(lines);
    }

    private static String scored(Score.OfDimension each) {
        Scale scale = Scale.of(each.dimension().unit(), mean(each.usual()), mean(each.run()), mean(each.best()));
        return SCORES.line(
                "  " + each.dimension().word(),
                each.applies() ? ScoreText.withInterval(each.score()) : "no room",
                scale.unit().replace("/yr", ""),
                scale.text(mean(each.usual())),
                scale.text(mean(each.run())),
                scale.text(mean(each.best())),
                Rounded.of(each.weight()));
    }

    private static double mean(List<Double> values) {
        return Estimate.of(values.stream().mapToDouble(Double::doubleValue).toArray())
                .mean();
    }

    private static List<Double> scores(Score score) {
        List<Double> all = new ArrayList<>();
        score.dimensions().forEach(each -> all.add(each.score().mean()));
        all.add(score.total().mean());
        return all;
    }

    private static String[] cells(String name, String words, List<Double> points, boolean signed) {
        List<String> cells = new ArrayList<>(List.of(name, words));
        for (double each : points) {
            double rounded = Math.rint(each * 10) / 10;
            cells.add(
                    !Double.isFinite(each) ? "-" : (signed && rounded > 0 ? "+" : "") + (rounded == 0 ? "0" : rounded));
        }
        return cells.toArray(String[]::new);
    }

    /** The same as a JSON document, at full precision. */
    public static String json(Effective scenario, Gap gap) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("lab", scenario.lab().id());
        document.put("variant", scenario.variant());
        document.put("score", JsonReport.score(gap.score()));
        List<Object> parts = new ArrayList<>();
        for (Gap.Part part : gap.parts()) {
            parts.add(part(part.relaxation().word(), part.relaxation().words(), gap.score(), part.points()));
        }
        parts.add(part(LEFT, LEFT_WORDS, gap.score(), gap.left()));
        document.put("gap", parts);
        return Json.text(document);
    }

    private static Map<String, Object> part(String word, String words, Score score, List<Double> points) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("relaxed", word);
        object.put("meaning", words);
        score.dimensions()
                .forEach(each -> object.put(
                        each.dimension().word(),
                        Json.number(points.get(each.dimension().ordinal()))));
        object.put("score", Json.number(points.get(points.size() - 1)));
        return object;
    }
}
