package org.circlab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.experiment.gap.Gap;
import org.circlab.experiment.resilience.Endured;
import org.circlab.scenario.Effective;
import org.circlab.score.Estimate;
import org.circlab.score.Score;

/** What {@code circlab score} says: the score by dimension, the bound, and step by step what keeps the run from it. */
public final class ScoreScreen {

    private static final Columns SCORES = new Columns(14, -12, 8, -14, -14, -14, -7);
    private static final Columns BESIDE = new Columns(14, -12, 8, 60);
    private static final Columns STEPS = new Columns(11, 35, -11, -11, -11, -11);
    private static final int OUTAGE_WIDTH = 22;
    private static final String LEFT = "left";
    private static final String LEFT_WORDS = "foresight, old contracts, mix, law";

    private ScoreScreen() {}

    /**
     * The lines of the screen, at most {@link FirstScreen#WIDTH} wide.
     *
     * @param endured the outages that the scenario declares
     */
    public static List<String> lines(Effective scenario, Gap gap, List<Endured> endured, Paint paint) {
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
        lines.addAll(resilience(endured));
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
            lines.addAll(Columns.wrap(sure(gap.score().total().replications()), FirstScreen.WIDTH));
        }
        return List.copyOf(lines);
    }

    private static String sure(int replications) {
        return (replications == 1
                        ? "A single replication gives no intervals."
                        : "± is a 95 % interval over " + replications
                                + " replications, each relaxed under the same random numbers.")
                + " Parts add up to 100. A negative one did harm: with more freedom the exchange chose worse.";
    }

    /** What is kept of the service over each outage, which stands beside the score and does not count in it. */
    private static List<String> resilience(List<Endured> endured) {
        if (endured.isEmpty()) {
            return List.of(
                    BESIDE.line("  resilience", "-", "%", "not in the score; no event closes something for a time"));
        }
        return endured.stream()
                .map(each -> BESIDE.line(
                        "  resilience",
                        ScoreText.withInterval(percent(each)),
                        "%",
                        "not in the score: service kept over "
                                + Columns.cut(each.outage().name(), OUTAGE_WIDTH)))
                .toList();
    }

    private static Estimate percent(Endured endured) {
        Estimate kept = endured.service().kept();
        return new Estimate(100 * kept.mean(), 100 * kept.low95(), 100 * kept.high95(), kept.replications());
    }

    private static String scored(Score.OfDimension each) {
        Scale scale = Scale.of(each.dimension().unit(), mean(each.usual()), mean(each.run()), mean(each.best()));
        return SCORES.line(
                "  " + each.dimension().word(),
                each.applies() ? ScoreText.withInterval(each.score()) : each.isBounded() ? "no room" : "not known",
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

    private static List<Estimate> scores(Score score) {
        List<Estimate> all = new ArrayList<>();
        score.dimensions().forEach(each -> all.add(each.score()));
        all.add(score.total());
        return all;
    }

    private static String[] cells(String name, String words, List<Estimate> points, boolean signed) {
        List<String> cells = new ArrayList<>(List.of(name, words));
        for (Estimate each : points) {
            String mean = tenths(each.mean());
            String half = tenths(each.halfWidth());
            boolean tells = Double.isFinite(each.halfWidth()) && !half.equals("0");
            cells.add((signed && each.mean() > 0 && !mean.equals("0") ? "+" : "") + mean + (tells ? " ± " + half : ""));
        }
        return cells.toArray(String[]::new);
    }

    /** In tenths, from a hundred on in whole points. */
    static String tenths(double points) {
        if (!Double.isFinite(points)) {
            return "-";
        }
        double rounded = Math.rint(points * 10) / 10;
        boolean isWhole = rounded == 0 || Math.abs(rounded) >= 100;
        return isWhole ? String.valueOf(Math.round(rounded)) : String.valueOf(rounded);
    }

    /** The same as a JSON document, at full precision. */
    public static String json(Effective scenario, Gap gap, List<Endured> endured) {
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
        Map<String, Object> resilience = new LinkedHashMap<>();
        endured.forEach(each -> resilience.put(
                each.outage().name(), JsonReport.estimate(each.service().kept())));
        document.put("service_kept", resilience);
        return Json.text(document);
    }

    private static Map<String, Object> part(String word, String words, Score score, List<Estimate> points) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("relaxed", word);
        object.put("meaning", words);
        score.dimensions()
                .forEach(each -> object.put(
                        each.dimension().word(),
                        JsonReport.estimate(points.get(each.dimension().ordinal()))));
        object.put("score", JsonReport.estimate(points.get(points.size() - 1)));
        return object;
    }
}
