package org.circlab.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;

/**
 * Several labs, or variants of one, side by side: what each changes against its own business as usual, replication by replication.
 *
 * @param paired whether all of them are of one lab and share its random numbers, so that they differ by paired differences; if
 *     not they are compared for each tonne that arises, or as they are where that is not known of all, and only those of them that
 *     are of one lab differ by paired differences
 * @param rows one for each indicator that has a better side and is known of all, in the order of {@link Indicators#all}
 */
public record Comparison(boolean paired, List<Row> rows) {
    public Comparison {
        rows = List.copyOf(rows);
    }

    /**
     * One that is compared.
     *
     * @param name for people
     * @param lab that ran
     * @param scorecard of it, with its values by replication
     * @param seed of all chance
     */
    public record Candidate(String name, Lab lab, Scorecard scorecard, long seed) {

        /** One of several that ran with the same seed. */
        public Candidate(String name, Lab lab, Scorecard scorecard) {
            this(name, lab, scorecard, 0);
        }
    }

    /**
     * All candidates by one indicator.
     *
     * @param measure the definition
     * @param entries one for each candidate, in their order
     */
    public record Row(Measure measure, List<Entry> entries) {
        public Row {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A candidate by one indicator. Where something does not apply its estimate is NaN, such as a share of inhabitants that are
     * not known, or of an indicator that is no amount.
     *
     * @param name of the candidate
     * @param change variant minus business as usual
     * @param perThousandInhabitants the change for each thousand inhabitants of the region
     * @param perTonne the change for each tonne that arises in business as usual
     * @param perThousandEuros the change for each thousand euros that business as usual costs the actors together
     * @param best how likely it is to be the best in a run, from 0 to 1: the share of the replications in which it is, where all
     *     share random numbers; of all combinations of a replication of each lab, where they do not, since then the k-th of one
     *     has nothing to do with the k-th of another. Ties are shared
     * @param behind what it is compared by, minus the same of the candidate that is best on average: a paired difference where these
     *     two share random numbers, one of independent draws otherwise
     */
    public record Entry(
            String name,
            Estimate change,
            Estimate perThousandInhabitants,
            Estimate perTonne,
            Estimate perThousandEuros,
            double best,
            Estimate behind) {}

    /**
     * Compares at least two.
     *
     * @throws IllegalArgumentException unless all have as many replications
     */
    public static Comparison of(List<Candidate> candidates) {
        if (candidates.size() < 2) {
            throw new IllegalArgumentException("there is " + candidates.size() + " candidate; it takes two to compare");
        }
        if (candidates.stream()
                        .map(each -> each.scorecard().replications())
                        .distinct()
                        .count()
                > 1) {
            throw new IllegalArgumentException("candidates differ in replications; each must have as many");
        }
        List<Luck> lucks = candidates.stream().map(Luck::of).toList();
        boolean paired = lucks.stream().distinct().count() == 1;
        List<Row> rows = new ArrayList<>();
        for (Values values : candidates.get(0).scorecard().values()) {
            if (values.measure().sense() != Sense.NEITHER) {
                row(values.measure(), candidates, lucks).ifPresent(rows::add);
            }
        }
        return new Comparison(paired, rows);
    }

    /** What decides about the random numbers of a candidate: run k of those that have the same shares them. */
    private record Luck(String lab, Horizon horizon, long seed) {
        static Luck of(Candidate candidate) {
            return new Luck(candidate.lab().id(), candidate.lab().horizon(), candidate.seed());
        }
    }

    private static Optional<Row> row(Measure measure, List<Candidate> candidates, List<Luck> lucks) {
        List<Change> changes = candidates.stream()
                .flatMap(candidate -> Change.of(candidate, measure).stream())
                .toList();
        boolean known = changes.size() == candidates.size()
                && changes.stream()
                        .allMatch(change -> Arrays.stream(change.differences).allMatch(Double::isFinite));
        if (!known) {
            return Optional.empty();
        }
        boolean perTonne =
                lucks.stream().distinct().count() > 1 && changes.stream().allMatch(Change::isKnownPerTonne);
        List<double[]> keys = changes.stream()
                .map(change -> perTonne ? change.perTonne() : change.differences)
                .toList();
        int sign = measure.sense() == Sense.HIGHER_IS_BETTER ? -1 : 1;
        double[] best = best(keys, sign, lucks);
        int leader = leader(keys, sign);
        List<Entry> entries = new ArrayList<>();
        for (int c = 0; c < keys.size(); c++) {
            boolean paired = lucks.get(c).equals(lucks.get(leader));
            entries.add(changes.get(c).entry(best[c], behind(keys.get(c), keys.get(leader), paired)));
        }
        return Optional.of(new Row(measure, entries));
    }

    /** How likely each is to be the least in a run, after the sign. */
    private static double[] best(List<double[]> keys, int sign, List<Luck> lucks) {
        List<double[]> signed = keys.stream()
                .map(values -> each(values.length, k -> sign * values[k]))
                .toList();
        return ChanceOfBest.of(signed, lucks);
    }

    private static int leader(List<double[]> keys, int sign) {
        int leader = 0;
        for (int c = 1; c < keys.size(); c++) {
            boolean better = sign * Estimate.of(keys.get(c)).mean()
                    < sign * Estimate.of(keys.get(leader)).mean();
            leader = better ? c : leader;
        }
        return leader;
    }

    /** The difference of two. */
    private static Estimate behind(double[] values, double[] leader, boolean paired) {
        return paired
                ? Estimate.of(each(values.length, k -> values[k] - leader[k]))
                : Estimate.ofIndependent(values, leader);
    }

    private static double[] each(int size, IntToDoubleFunction value) {
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            values[k] = value.applyAsDouble(k);
        }
        return values;
    }

    /** What one candidate changes, by replication. */
    private static final class Change {

        private final Candidate candidate;
        private final Measure measure;
        private final double[] differences;

        private Change(Candidate candidate, Values values) {
            this.candidate = candidate;
            this.measure = values.measure();
            this.differences = each(
                    values.variant().size(),
                    k -> values.variant().get(k) - values.baseline().get(k));
        }

        static Optional<Change> of(Candidate candidate, Measure measure) {
            return values(candidate, measure.id()).map(values -> new Change(candidate, values));
        }

        private static Optional<Values> values(Candidate candidate, String id) {
            return candidate.scorecard().values().stream()
                    .filter(values -> values.measure().id().equals(id))
                    .findFirst();
        }

        double[] perTonne() {
            return per("arising", 1);
        }

        boolean isKnownPerTonne() {
            return Arrays.stream(perTonne()).allMatch(Double::isFinite);
        }

        /** The change over so many units of an indicator of business as usual; NaN where that is not above 0. */
        private double[] per(String id, double units) {
            return values(candidate, id)
                    .map(usual -> each(differences.length, k -> {
                        double of = usual.baseline().get(k);
                        return measure.isExtensive() && of > 0 ? differences[k] / of * units : Double.NaN;
                    }))
                    .orElse(each(differences.length, k -> Double.NaN));
        }

        Entry entry(double best, Estimate behind) {
            long inhabitants = candidate.lab().region().inhabitants();
            double[] perInhabitants = each(
                    differences.length,
                    k -> measure.isExtensive() && inhabitants > 0 ? differences[k] / inhabitants * 1000 : Double.NaN);
            return new Entry(
                    candidate.name(),
                    Estimate.of(differences),
                    Estimate.of(perInhabitants),
                    Estimate.of(perTonne()),
                    Estimate.of(per("net-cost", 1000)),
                    best,
                    behind);
        }
    }
}
