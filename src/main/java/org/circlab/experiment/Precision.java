package org.circlab.experiment;

import java.util.List;
import org.circlab.score.Compared;
import org.circlab.score.Estimate;
import org.circlab.score.Scorecard;

/**
 * How narrow the 95 % interval of an indicator's difference to business as usual is to be.
 *
 * <p>Replications are added until it is. From a half-width h0 over n0 of them, n0 (h0 / h)<sup>2</sup> are expected to reach h (Law,
 * <i>Simulation Modeling and Analysis</i>, 5th ed., 9.4.1); since h0 is an estimate itself it is looked at again on the way. To stop by
 * what has been seen covers the truth a little less often than 95 %, the less the more replications there are (Chow and Robbins,
 * <i>Annals of Mathematical Statistics</i> 36, 1965).
 *
 * @param indicator its id
 * @param halfWidth in the indicator's unit, or a share of the mean difference if {@code relative}; above 0
 * @param relative whether it is a share of the mean
 */
public record Precision(String indicator, double halfWidth, boolean relative) {

    /** Fewer replications say too little of their own scatter. */
    public static final int LEAST_REPLICATIONS = 5;

    /** More than anybody will run. */
    private static final int NEVER = Integer.MAX_VALUE;

    private static final int LOOKS_PER_DOUBLING = 10;

    public Precision {
        if (!(halfWidth > 0 && halfWidth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the half-width of '" + indicator + "' is to be " + halfWidth
                    + "; it must be above 0. A half-width of 0 is never reached by chance.");
        }
    }

    /** What the half-width is to be where the mean is so, in the unit of the indicator. */
    public double target(double mean) {
        return relative ? halfWidth * Math.abs(mean) : halfWidth;
    }

    /** Whether an estimate is as precise as that; not where it does not apply or has no interval. */
    public boolean isMet(Estimate estimate) {
        return estimate.halfWidth() <= target(estimate.mean());
    }

    /**
     * How many replications are expected to be enough, from those of a pilot.
     *
     * @param pilot an estimate with an interval
     * @return the least number there is where the pilot is precise already; {@link Integer#MAX_VALUE} where none is known to be
     *     enough
     */
    public int advised(Estimate pilot) {
        double ratio = pilot.halfWidth() / target(pilot.mean());
        double advised = pilot.halfWidth() == 0 ? 0 : Math.ceil(pilot.replications() * ratio * ratio);
        return advised < NEVER ? Math.max(LEAST_REPLICATIONS, (int) advised) : NEVER;
    }

    /** The difference that is to be precise. */
    public Compared in(Scorecard scorecard) {
        return scorecard.indicator(indicator);
    }

    /** How many replications are expected to be enough for all; no more where more would tell nothing. */
    static int advised(List<Precision> precisions, Scorecard pilot) {
        return precisions.stream()
                .map(each -> new Advice(each, each.in(pilot).difference()))
                .filter(Advice::isToGoOn)
                .mapToInt(each -> each.precision.advised(each.pilot))
                .max()
                .orElse(pilot.replications());
    }

    private record Advice(Precision precision, Estimate pilot) {
        /** Not where it does not apply in some replication, which more do not mend. */
        boolean isToGoOn() {
            return !precision.isMet(pilot) && Double.isFinite(pilot.mean());
        }
    }

    /** After how many replications to look again: not all that are advised at once, since the advice rests on few. */
    static int next(int done, int advised) {
        int least = done + Math.max(1, done / LOOKS_PER_DOUBLING);
        return Math.max(least, Math.min(advised, 2 * done));
    }
}
