package org.circlab.model;

/**
 * How much each dimension counts in the score of a lab; only their proportions matter.
 *
 * @param circularity virgin material bought, at least 0
 * @param climate net greenhouse gases, at least 0
 * @param economy net cost, at least 0
 */
public record ScoreWeights(double circularity, double climate, double economy) {

    /** All count alike. */
    public static final ScoreWeights EQUAL = new ScoreWeights(1, 1, 1);

    public ScoreWeights {
        Bounds.atLeast(0.0, "weight of circularity", circularity);
        Bounds.atLeast(0.0, "weight of climate", climate);
        Bounds.atLeast(0.0, "weight of economy", economy);
        if (circularity == 0 && climate == 0 && economy == 0) {
            throw new IllegalArgumentException("no dimension of the score has a weight; at least one must be above 0");
        }
    }
}
