package org.circlab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Streams;
import org.circlab.scenario.Factor;
import org.circlab.scenario.Factor.Domain;
import org.circlab.scenario.Factor.Levels;
import org.circlab.scenario.Study;
import org.circlab.scenario.Study.Sample;

/** The usual designs of studies. */
public final class Designs {

    /** The most points of a design. */
    public static final int MOST_POINTS = 1_000_000;

    /** The most factors that the table of direction numbers of the Sobol' sequence serves. */
    private static final int MOST_SOBOL_FACTORS = 1000;

    private static final double UNIT = 0x1p-53;

    private Designs() {}

    /**
     * The points of a study.
     *
     * @param study what varies; without a sample each factor has levels
     * @param seed where the chance of a Latin hypercube starts
     * @throws StudyException if there are too many points or factors
     */
    public static Design of(Study study, long seed) {
        if (study.points().isPresent()) {
            return listed(study.points().get().paths(), study.points().get().rows());
        }
        return study.sample()
                .map(sample -> sampled(study.factors(), sample, seed))
                .orElseGet(() -> factorial(study.factors()));
    }

    /**
     * Refuses a design before it is made.
     *
     * @throws StudyException if it has more than {@link #MOST_POINTS}
     */
    public static void requirePoints(long points) {
        if (points > MOST_POINTS) {
            throw new StudyException("a design of " + points + " points is too large; at most " + MOST_POINTS
                    + " can be. Take fewer levels or samples, or vary less");
        }
    }

    /** Points that are listed, one value for each path. */
    public static Design listed(List<String> paths, List<List<String>> rows) {
        return new Listed(paths, rows);
    }

    /**
     * Every level of each factor with every level of the others; the last factor changes fastest.
     *
     * @param factors of which each has levels
     * @throws StudyException if there are more than {@link #MOST_POINTS}
     */
    public static Design factorial(List<Factor> factors) {
        long points = 1;
        for (Factor factor : factors) {
            points *= levels(factor).size();
            if (points > MOST_POINTS) {
                throw new StudyException("the factors have more than " + MOST_POINTS
                        + " combinations; give them fewer levels, or sample them with --sample");
            }
        }
        return new Factorial(factors, (int) points);
    }

    private static List<String> levels(Factor factor) {
        if (factor.domain() instanceof Levels levels) {
            return levels.values();
        }
        throw new IllegalArgumentException(
                "'" + factor.path() + "' has no levels; a design of all combinations needs them");
    }

    /**
     * A sample over all factors at once.
     *
     * @throws StudyException if there are more points or factors than can be
     */
    public static Design sampled(List<Factor> factors, Sample sample, long seed) {
        requirePoints(sample.points());
        return switch (sample.method()) {
            case LHS -> new Hypercube(factors, strata(factors, sample.points(), seed), sample.points(), seed);
            case SOBOL -> sobol(factors, sample.points());
        };
    }

    private static Design sobol(List<Factor> factors, int points) {
        if (factors.size() > MOST_SOBOL_FACTORS) {
            throw new StudyException("the Sobol' sequence has at most " + MOST_SOBOL_FACTORS + " factors, not "
                    + factors.size() + "; sample them with lhs");
        }
        return new Sobol(factors, points);
    }

    /** Which of as many equal parts as there are points each point has of each factor: a random order of its own for each. */
    private static List<int[]> strata(List<Factor> factors, int points, long seed) {
        List<int[]> orders = new ArrayList<>();
        for (Factor factor : factors) {
            RandomStream chance = new Streams(seed, 0).stream("lhs-strata", "", factor.path());
            int[] order = new int[points];
            for (int i = 0; i < points; i++) {
                int other = chance.nextInt(i + 1);
                order[i] = order[other];
                order[other] = i;
            }
            orders.add(order);
        }
        return orders;
    }

    private static List<String> paths(List<Factor> factors) {
        return factors.stream().map(Factor::path).toList();
    }

    private static void require(int point, int points) {
        if (point < 1 || point > points) {
            throw new IllegalArgumentException("there is no point " + point + "; they are from 1 to " + points);
        }
    }

    private record Listed(List<String> paths, List<List<String>> rows) implements Design {
        @Override
        public int points() {
            return rows.size();
        }

        @Override
        public List<String> values(int point) {
            require(point, rows.size());
            return rows.get(point - 1);
        }
    }

    private record Factorial(List<Factor> factors, int points) implements Design {
        @Override
        public List<String> paths() {
            return Designs.paths(factors);
        }

        @Override
        public List<String> values(int point) {
            require(point, points);
            String[] values = new String[factors.size()];
            int rest = point - 1;
            for (int i = factors.size() - 1; i >= 0; i--) {
                List<String> levels = levels(factors.get(i));
                values[i] = levels.get(rest % levels.size());
                rest /= levels.size();
            }
            return List.of(values);
        }
    }

    /** Where in its part a point lies is drawn when it is asked for, by a stream of its own. */
    private record Hypercube(List<Factor> factors, List<int[]> strata, int points, long seed) implements Design {
        @Override
        public List<String> paths() {
            return Designs.paths(factors);
        }

        @Override
        public List<String> values(int point) {
            require(point, points);
            List<String> values = new ArrayList<>();
            for (int i = 0; i < factors.size(); i++) {
                Factor factor = factors.get(i);
                double within = new Streams(seed, point)
                        .stream("lhs-place", "", factor.path()).nextDouble();
                values.add(Quantiles.at(factor.domain(), (strata.get(i)[point - 1] + within) / points));
            }
            return values;
        }
    }

    /**
     * The sequence of Sobol' with the direction numbers of Joe and Kuo (2008), without its first point, the origin. One
     * generator goes on as long as points are asked for in order.
     */
    private static final class Sobol implements Design {
        private final List<Factor> factors;
        private final int points;
        private final SobolSequenceGenerator generator;
        private int next = 1;

        Sobol(List<Factor> factors, int points) {
            this.factors = List.copyOf(factors);
            this.points = points;
            this.generator = new SobolSequenceGenerator(Math.max(1, factors.size()));
            this.generator.nextVector();
        }

        @Override
        public List<String> paths() {
            return Designs.paths(factors);
        }

        @Override
        public int points() {
            return points;
        }

        @Override
        public synchronized List<String> values(int point) {
            require(point, points);
            double[] cube = point == next ? generator.nextVector() : generator.skipTo(point);
            next = point + 1;
            List<String> values = new ArrayList<>();
            for (int i = 0; i < factors.size(); i++) {
                Domain domain = factors.get(i).domain();
                values.add(Quantiles.at(domain, Math.min(1 - UNIT, cube[i])));
            }
            return values;
        }
    }
}
