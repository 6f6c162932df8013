package org.circlab.experiment.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Streams;
import org.circlab.score.Estimate;

/**
 * Screening by elementary effects (Morris, <i>Technometrics</i> 33(2), 1991). Each trajectory begins somewhere on a grid of p
 * levels and moves one factor after the other, in random order and direction, by p / (2 (p - 1)) of its range; r trajectories over
 * k factors take r (k + 1) runs. No optimised choice of trajectories is made.
 */
public final class MorrisDesign {

    private final int factors;
    private final int trajectories;
    /** By point, trajectory after trajectory. */
    private final double[][] points;
    /** By trajectory and step, which factor moves. */
    private final int[][] moved;

    private MorrisDesign(int factors, int trajectories) {
        this.factors = factors;
        this.trajectories = trajectories;
        this.points = new double[Math.multiplyExact(trajectories, factors + 1)][];
        this.moved = new int[trajectories][];
    }

    /**
     * A design.
     *
     * @param factors k, at least 1
     * @param trajectories r, at least 2; 10 to 50 are usual
     * @param levels p of the grid, even, at least 2; 4 is usual
     * @param seed of the random trajectories
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static MorrisDesign of(int factors, int trajectories, int levels, long seed) {
        if (factors < 1 || trajectories < 2) {
            throw new IllegalArgumentException("a screening has " + factors + " factors and " + trajectories
                    + " trajectories; it needs at least 1 and 2");
        }
        if (levels < 2 || levels % 2 != 0) {
            throw new IllegalArgumentException(
                    "the grid of a screening has " + levels + " levels; they must be even, so that all are as likely");
        }
        MorrisDesign design = new MorrisDesign(factors, trajectories);
        RandomStream chance = new Streams(seed, 0).stream("trajectory", "", "");
        for (int t = 0; t < trajectories; t++) {
            design.walk(t, levels, chance);
        }
        return design;
    }

    private void walk(int trajectory, int levels, RandomStream chance) {
        double step = levels / 2.0 / (levels - 1);
        int[] order = order(chance);
        moved[trajectory] = order;
        double[] low = new double[factors];
        double[] at = new double[factors];
        for (int i = 0; i < factors; i++) {
            low[i] = chance.nextInt(levels / 2) / (double) (levels - 1);
            at[i] = chance.nextInt(2) == 0 ? low[i] : low[i] + step;
        }
        int point = trajectory * (factors + 1);
        points[point] = at.clone();
        for (int i : order) {
            at[i] = at[i] > low[i] ? low[i] : low[i] + step;
            points[++point] = at.clone();
        }
    }

    /** A random order of the factors (Fisher and Yates). */
    private int[] order(RandomStream chance) {
        int[] order = new int[factors];
        for (int i = 0; i < factors; i++) {
            int j = chance.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** How many runs it takes. */
    public int size() {
        return points.length;
    }

    /**
     * Where to run.
     *
     * @param index from 0, below {@link #size}
     * @return a number from 0 to 1 for each factor, as a share of its range
     */
    public double[] point(int index) {
        return points[index].clone();
    }

    /**
     * What each factor does, over its whole range.
     *
     * @param responses one for each point; a step from or to one that is NaN is left out
     * @throws IllegalArgumentException unless there are as many responses as points
     */
    public List<ElementaryEffects> effects(double... responses) {
        if (responses.length != size()) {
            throw new IllegalArgumentException(
                    "there are " + responses.length + " responses to " + size() + " points; there must be as many");
        }
        double[][] effects = new double[factors][trajectories];
        for (int t = 0; t < trajectories; t++) {
            for (int s = 0; s < factors; s++) {
                int from = t * (factors + 1) + s;
                int factor = moved[t][s];
                double step = points[from + 1][factor] - points[from][factor];
                effects[factor][t] = (responses[from + 1] - responses[from]) / step;
            }
        }
        List<ElementaryEffects> all = new ArrayList<>();
        for (double[] ofFactor : effects) {
            all.add(ElementaryEffects.of(ofFactor));
        }
        return all;
    }

    /**
     * The elementary effects of one factor: what the response would change by if the factor went through all of its range at the
     * pace of one step.
     *
     * @param mean mu, with the sign; near 0 too where a factor works both ways
     * @param size mu*, the mean of absolute effects: how much the factor matters (Campolongo, Cariboni, Saltelli,
     *     <i>Environmental Modelling and Software</i> 22(10), 2007); its interval is Student's t over trajectories, and never below 0
     * @param deviation sigma, the standard deviation of the effects: large beside mu* where the effect depends on the other factors or
     *     on the place in the range
     * @param steps how many effects were known
     */
    public record ElementaryEffects(Estimate mean, Estimate size, double deviation, int steps) {

        static ElementaryEffects of(double... effects) {
            double[] known = Arrays.stream(effects).filter(Double::isFinite).toArray();
            if (known.length == 0) {
                Estimate nothing = new Estimate(Double.NaN, Double.NaN, Double.NaN, 1);
                return new ElementaryEffects(nothing, nothing, Double.NaN, 0);
            }
            Estimate mean = Estimate.of(known);
            Estimate size = Estimate.of(Arrays.stream(known).map(Math::abs).toArray());
            double squares = 0;
            for (double effect : known) {
                squares += (effect - mean.mean()) * (effect - mean.mean());
            }
            return new ElementaryEffects(
                    mean,
                    new Estimate(size.mean(), Math.max(0, size.low95()), size.high95(), known.length),
                    Math.sqrt(squares / (known.length - 1)),
                    known.length);
        }
    }
}
