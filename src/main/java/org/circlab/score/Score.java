package org.circlab.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.model.Lab;
import org.circlab.model.ScoreWeights;
import org.circlab.score.bound.Bound;
import org.circlab.score.bound.Dimension;

/**
 * How far a run gets from business as usual, which is 0, to the best that could have been done, which is 100. It may be negative.
 *
 * @param dimensions what it is made of, in the order of {@link Dimension}
 * @param total their mean by weight, over those that apply; NaN where none does
 */
public record Score(List<OfDimension> dimensions, Estimate total) {

    /** Where the best differs from business as usual by less than this part of the latter, there is nothing to score. */
    private static final double LEAST_DIFFERENCE = 1e-3;

    /** The group of its indicators. */
    public static final String GROUP = "score";

    public Score {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * The score in one dimension: {@code 100 x (run - usual) / (best - usual)}, each a mean over the replications, with a jackknife
     * interval.
     *
     * @param dimension which one
     * @param weight in the total, at least 0
     * @param score NaN where the dimension does not apply
     * @param run what is scored, in the unit of the dimension, by replication; the change of stock counts at its disposal
     * @param usual the same of business as usual
     * @param best the bound; NaN where it is not known
     */
    public record OfDimension(
            Dimension dimension,
            double weight,
            Estimate score,
            List<Double> run,
            List<Double> usual,
            List<Double> best) {
        public OfDimension {
            run = List.copyOf(run);
            usual = List.copyOf(usual);
            best = List.copyOf(best);
        }

        /** Whether there is anything to score. */
        public boolean applies() {
            return Double.isFinite(score.mean());
        }

        /** Whether it is a part of the whole score. */
        public boolean counts() {
            return applies() && weight > 0;
        }

        /** Whether the bound is known in every replication; where it is and nothing is scored, there is no room to do better. */
        public boolean isBounded() {
            return best.stream().allMatch(Double::isFinite);
        }

        /** What a change is worth in points of the score, a replication left out; NaN where nothing is scored. */
        private double points(List<Double> from, List<Double> to, int leftOut) {
            if (!applies()) {
                return Double.NaN;
            }
            double change = mean(to, leftOut) - mean(from, leftOut);
            return change == 0 ? 0 : 100 * change / (mean(best, leftOut) - mean(usual, leftOut));
        }
    }

    /** What is scored of one dimension, by replication. */
    private static final class Figures {
        private final double[] run;
        private final double[] usual;
        private final double[] best;
        /** What of the best is there only since a run may round. */
        private final double[] granted;

        Figures(int replications) {
            this.run = new double[replications];
            this.usual = new double[replications];
            this.best = new double[replications];
            this.granted = new double[replications];
        }

        boolean applies() {
            double asUsual = Jackknife.mean(usual, Jackknife.NONE);
            double rounding = Jackknife.mean(granted, Jackknife.NONE);
            double possible = asUsual - Jackknife.mean(best, Jackknife.NONE) - rounding;
            return possible > rounding && possible >= LEAST_DIFFERENCE * Math.abs(asUsual);
        }

        double score(int leftOut) {
            double asUsual = Jackknife.mean(usual, leftOut);
            double change = Jackknife.mean(run, leftOut) - asUsual;
            return change == 0 ? 0 : 100 * change / (Jackknife.mean(best, leftOut) - asUsual);
        }
    }

    /**
     * Scores the replications of a lab.
     *
     * @param variant its replications
     * @param baseline the same replications of what is 0
     * @throws IllegalArgumentException unless there are as many of both, at least 1
     */
    public static Score of(Replications variant, Replications baseline) {
        if (variant.size() == 0 || variant.size() != baseline.size()) {
            throw new IllegalArgumentException("there are " + variant.size() + " replications of the variant and "
                    + baseline.size() + " of the baseline; a score needs as many of both, at least 1");
        }
        Figures[] figures = Stream.generate(() -> new Figures(variant.size()))
                .limit(Dimension.values().length)
                .toArray(Figures[]::new);
        Bound bound = new Bound(variant.lab());
        for (int k = 0; k < variant.size(); k++) {
            read(bound, variant, baseline, k, figures);
        }
        return of(variant.size(), figures, variant.lab().weights());
    }

    private static void read(Bound bound, Replications variant, Replications baseline, int k, Figures[] figures) {
        Map<Dimension, Bound.Best> best =
                bound.best(variant.accounts().get(k), baseline.accounts().get(k));
        double years = variant.lab().horizon().years();
        for (Dimension dimension : Dimension.values()) {
            Figures of = figures[dimension.ordinal()];
            of.run[k] = scored(bound, dimension, variant, k);
            of.usual[k] = scored(bound, dimension, baseline, k);
            of.best[k] = best.containsKey(dimension) ? best.get(dimension).amount() / years : Double.NaN;
            of.granted[k] = best.containsKey(dimension) ? best.get(dimension).granted() / years : Double.NaN;
        }
    }

    private static double scored(Bound bound, Dimension dimension, Replications runs, int k) {
        return Scored.of(dimension)
                .value(bound, new Window(runs.lab(), runs.accounts().get(k)));
    }

    /**
     * What is scored of other runs, by dimension and replication.
     *
     * @param lab at whose prices stock counts
     * @param runs of a lab over the same window
     */
    public static List<List<Double>> scored(Lab lab, Replications runs) {
        Bound bound = new Bound(lab);
        return Arrays.stream(Dimension.values())
                .map(dimension -> IntStream.range(0, runs.size())
                        .mapToObj(k -> scored(bound, dimension, runs, k))
                        .toList())
                .toList();
    }

    private static Score of(int replications, Figures[] figures, ScoreWeights given) {
        double[] weights = {given.circularity(), given.climate(), given.economy()};
        List<OfDimension> dimensions = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            Figures of = figures[dimension.ordinal()];
            Estimate score = of.applies() ? Jackknife.of(replications, of::score) : unknown(replications);
            dimensions.add(new OfDimension(
                    dimension, weights[dimension.ordinal()], score, list(of.run), list(of.usual), list(of.best)));
        }
        Score parts = new Score(dimensions, unknown(replications));
        List<Estimate> points = parts.points(parts.usual(), parts.run());
        return new Score(dimensions, points.get(dimensions.size()));
    }

    /** What is scored of the run, by dimension and replication. */
    public List<List<Double>> run() {
        return dimensions.stream().map(OfDimension::run).toList();
    }

    /** The same of business as usual. */
    public List<List<Double>> usual() {
        return dimensions.stream().map(OfDimension::usual).toList();
    }

    /** The bound, by dimension and replication. */
    public List<List<Double>> best() {
        return dimensions.stream().map(OfDimension::best).toList();
    }

    /**
     * What a change is worth in points of each dimension, then of the whole score, with jackknife intervals over the replications as
     * those of the score; NaN where something does not apply.
     *
     * @param from what is scored before it, by dimension and replication
     * @param to what is scored after it in the same replications
     */
    public List<Estimate> points(List<List<Double>> from, List<List<Double>> to) {
        List<Double> all = points(from, to, Jackknife.NONE);
        List<List<Double>> without = IntStream.range(0, total.replications())
                .mapToObj(leftOut -> points(from, to, leftOut))
                .toList();
        return IntStream.range(0, all.size())
                .mapToObj(place -> Jackknife.of(
                        total.replications(),
                        leftOut -> (leftOut == Jackknife.NONE ? all : without.get(leftOut)).get(place)))
                .toList();
    }

    /**
     * The scores by dimension, then the whole, if there had not been one of the replications: what their intervals rest on.
     *
     * @param replication which one, from 0
     */
    public List<Double> without(int replication) {
        return points(usual(), run(), replication);
    }

    private List<Double> points(List<List<Double>> from, List<List<Double>> to, int leftOut) {
        List<Double> points = new ArrayList<>();
        double sum = 0;
        double weight = 0;
        for (OfDimension each : dimensions) {
            int d = each.dimension().ordinal();
            double worth = each.points(from.get(d), to.get(d), leftOut);
            points.add(worth);
            if (each.counts()) {
                sum += each.weight() * worth;
                weight += each.weight();
            }
        }
        points.add(weight == 0 ? Double.NaN : sum / weight);
        return points;
    }

    /** The definition of one of the rows that a score adds to the indicators. */
    public static Optional<Measure> measure(String id) {
        return ScoreRows.measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst();
    }

    private static double mean(List<Double> values, int leftOut) {
        return Jackknife.mean(values.stream().mapToDouble(Double::doubleValue).toArray(), leftOut);
    }

    private static Estimate unknown(int replications) {
        return new Estimate(Double.NaN, Double.NaN, Double.NaN, replications);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
