package org.circlab.scenario;

import org.circlab.model.ScoreWeights;

/** Reads how a lab is scored. */
final class ScoreReader {

    private static final String WEIGHTS = "{ circularity: 1, climate: 2, economy: 1 }";

    private static final Part WEIGHTS_PART = Part.of(
            "weights",
            weight("circularity", "virgin material bought"),
            weight("climate", "greenhouse gases"),
            weight("economy", "what it costs"));

    /** What the format says of it. */
    static final Part SCORE = Part.of(
            "score",
            Key.of("weights", WEIGHTS_PART, "How much each dimension counts; 1 where it says nothing.", WEIGHTS));

    private ScoreReader() {}

    private static Key weight(String dimension, String what) {
        return Key.of(dimension, Shape.figure(Measure.WEIGHT), "How much " + what + " counts in the score.", "2");
    }

    static ScoreWeights weights(Fields lab) {
        return lab.map("score", "{ weights: " + WEIGHTS + " }")
                .map(score -> {
                    ScoreWeights weights =
                            score.map("weights", WEIGHTS).map(ScoreReader::each).orElse(ScoreWeights.EQUAL);
                    score.done();
                    return weights;
                })
                .orElse(ScoreWeights.EQUAL);
    }

    private static ScoreWeights each(Fields weights) {
        double circularity = weights.number("circularity", Measure.WEIGHT, 1);
        double climate = weights.number("climate", Measure.WEIGHT, 1);
        double economy = weights.number("economy", Measure.WEIGHT, 1);
        weights.done();
        if (circularity == 0 && climate == 0 && economy == 0) {
            weights.report(
                    FindingCode.OUT_OF_RANGE,
                    weights.spot(),
                    "No dimension of the score has a weight.",
                    "Give at least one of circularity, climate and economy a weight above 0.");
            return ScoreWeights.EQUAL;
        }
        return new ScoreWeights(circularity, climate, economy);
    }
}
