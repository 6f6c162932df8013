package org.circlab.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
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

    /** What is counted in whole grams and micro-euros may be better than a bound in fractions by this part of it. */
    private static final double ROUNDING = 1e-6;

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

        Figures(int replications) {
            this.run = new double[replications];
            this.usual = new double[replications];
            this.best = new double[replications];
        }

        boolean applies() {
            double asUsual = Jackknife.mean(usual, Jackknife.NONE);
            double possible = asUsual - Jackknife.mean(best, Jackknife.NONE);
            return possible > 0 && possible >= LEAST_DIFFERENCE * Math.abs(asUsual);
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
        OptionalDouble[] least =
                bound.least(variant.accounts().get(k), baseline.accounts().get(k));
        double years = variant.lab().horizon().years();
        for (Dimension dimension : Dimension.values()) {
            Figures of = figures[dimension.ordinal()];
            of.run[k] = scored(bound, dimension, variant, k);
            of.usual[k] = scored(bound, dimension, baseline, k);
            double best = least[dimension.ordinal()].orElse(Double.NaN) / years;
            double reached = Math.min(of.run[k], of.usual[k]);
            of.best[k] = reached < best && best - reached <= ROUNDING * Math.abs(best) ? reached : best;
        }
    }

    /** What is scored of a run in one dimension, a year: what it comes to, and what its stock will. */
    private static double scored(Bound bound, Dimension dimension, Replications runs, int k) {
        Accounts accounts = runs.accounts().get(k);
        Window window = new Window(runs.lab(), accounts);
        return booked(dimension, window)
                + bound.stock(dimension, accounts) / runs.lab().horizon().years();
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

    private static double booked(Dimension dimension, Window window) {
        return switch (dimension) {
            case CIRCULARITY -> VirginMaterial.BOUGHT.perYear(window);
            case CLIMATE -> Climate.NET.perYear(window);
            case ECONOMY -> Costs.NET.perYear(window);
        };
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
        int replications = total.replications();
        List<Estimate> points = new ArrayList<>();
        for (OfDimension each : dimensions) {
            int d = each.dimension().ordinal();
            points.add(Jackknife.of(replications, leftOut -> each.points(from.get(d), to.get(d), leftOut)));
        }
        points.add(Jackknife.of(replications, leftOut -> mean(each -> {
            int d = each.dimension().ordinal();
            return each.points(from.get(d), to.get(d), leftOut);
        })));
        return points;
    }

    /** The mean by weight of something in each dimension that applies; NaN where none does. */
    private double mean(ToDoubleFunction<OfDimension> points) {
        double sum = 0;
        double weight = 0;
        for (OfDimension each : dimensions) {
            if (each.applies() && each.weight() > 0) {
                sum += each.weight() * points.applyAsDouble(each);
                weight += each.weight();
            }
        }
        return weight == 0 ? Double.NaN : sum / weight;
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

    /**
     * As rows of indicators: the score as a whole and by dimension, what is scored, and the bound. Business as usual scores 0; a bound
     * differs from what business as usual has.
     */
    List<Compared> rows() {
        List<Compared> rows = new ArrayList<>();
        rows.add(row("score", "Score", "mean of the dimensions that apply, by weight", total));
        for (OfDimension each : dimensions) {
            String word = each.dimension().word();
            rows.add(row(
                    "score-" + word,
                    "Score in " + word,
                    "100 x (scored-" + word + " - business as usual) / (bound-" + word
                            + " - business as usual), each a mean over the replications. Does not apply where the bound is"
                            + " not better than business as usual by 0.1 % of it, or is not known",
                    each.score()));
        }
        for (OfDimension each : dimensions) {
            String word = each.dimension().word();
            rows.add(row(
                    "scored-" + word,
                    "What is scored in " + word,
                    words(each.dimension()) + "; stock that builds up counts as what disposing of it will cost",
                    each,
                    each.run()));
            rows.add(row(
                    "bound-" + word,
                    "Best possible in " + word,
                    "the least that scored-" + word
                            + " could have been with what arose and was needed: a linear programme for"
                            + " each replication that relaxes time, composition, contracts and behaviour. Not known of labs"
                            + " with more than " + Bound.MOST_LINKS + " links",
                    each,
                    each.best()));
        }
        return rows;
    }

    private static String words(Dimension dimension) {
        return switch (dimension) {
            case CIRCULARITY -> "virgin material bought (virgin-bought)";
            case CLIMATE -> "net greenhouse gases (ghg-net)";
            case ECONOMY -> "net cost to the actors (net-cost)";
        };
    }

    private static Compared row(String id, String title, String formula, Estimate score) {
        Measure measure = new Measure(
                id,
                title,
                "of 100",
                Sense.HIGHER_IS_BETTER,
                GROUP,
                formula + ". 0 is business as usual, 100 the best possible; negative where the exchange does harm.",
                "jackknife interval: R. G. Miller, The jackknife: a review, Biometrika 61 (1974)");
        double usual = Double.isFinite(score.mean()) ? 0 : Double.NaN;
        return new Compared(measure, score, new Estimate(usual, usual, usual, score.replications()), score);
    }

    private static Compared row(String id, String title, String formula, OfDimension of, List<Double> values) {
        Measure measure =
                new Measure(id, title, of.dimension().unit(), Sense.LOWER_IS_BETTER, GROUP, formula + ".", "");
        return new Values(measure, values, of.usual()).compared();
    }
}
