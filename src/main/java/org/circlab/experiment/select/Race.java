package org.circlab.experiment.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.score.Estimate;

/**
 * Selection of the best by elimination, after Kim and Nelson (<i>ACM TOMACS</i> 11(3), 2001), but without a zone of indifference
 * (Fan, Hong, Nelson, <i>Operations Research</i> 64(6), 2016). All candidates begin together; after each stage those still in the
 * race are compared by pairs over the same replications, and one is out as soon as the {@link Evidence} that another is better is
 * strong enough.
 *
 * <p>With k candidates and confidence P, strong enough is a ratio of (k - 1) / (2 (1 - P)). The best is dropped by mistake only if
 * the wrong side of one of its k - 1 pairs gets there first, which by symmetry has a probability of at most (1 - P) / (k - 1)
 * each. So with normal differences the one that is left is the best with a probability of at least P, whatever the means, the
 * variances and the correlations, and however often one looks.
 *
 * <p>Of equal ones none is ever dropped but by mistake: a limit ends the race, or that they differ by no more than what matters.
 * Then the one that leads is the best or behind it by less than that with a probability of at least P; since this is one more
 * way to be wrong, the ratio is twice as large.
 */
public final class Race {

    private static final int LEAST_REPLICATIONS = 10;
    private static final int STAGES_PER_DOUBLING = 10;

    /** Replicates candidates; smaller values are better. */
    @FunctionalInterface
    public interface Field {

        /**
         * Values of some candidates in some replications.
         *
         * @param candidates which, from 0, rising
         * @param first the first replication, from 1; each is asked for once
         * @param last the last one
         * @return for each of the candidates its values in the order of replications
         */
        List<double[]> values(List<Integer> candidates, int first, int last);
    }

    /**
     * When a race is over.
     *
     * @param confidence least probability of being right, above 0 and below 1, such as 0.95
     * @param most replications of any candidate, at least 2
     * @param indifference differences up to this do not matter; 0 where every one does
     */
    public record Rule(double confidence, int most, double indifference) {
        public Rule {
            if (!(confidence > 0 && confidence < 1) || most < 2 || !(indifference >= 0)) {
                throw new IllegalArgumentException(
                        "a race over at most " + most
                                + " replications is to be right with probability " + confidence
                                + " up to differences of "
                                + indifference
                                + "; it takes 2 replications, a probability above 0 and below 1, and a difference of 0 or more");
            }
        }
    }

    private final Rule rule;
    private final int size;
    private final Evidence[][] evidence;
    private final List<List<Double>> values = new ArrayList<>();
    private final int[] droppedFor;
    private List<Integer> running;
    private int replications;

    private Race(int size, Rule rule) {
        if (size < 2) {
            throw new IllegalArgumentException("a race of " + size + " candidates is none; it takes 2");
        }
        this.size = size;
        this.rule = rule;
        this.running = IntStream.range(0, size).boxed().toList();
        this.droppedFor = new int[size];
        Arrays.fill(droppedFor, Selection.NOBODY);
        this.evidence = new Evidence[size][size];
        for (int i = 0; i < size; i++) {
            values.add(new ArrayList<>());
            Arrays.setAll(evidence[i], j -> new Evidence());
        }
    }

    /**
     * Runs a race to its end.
     *
     * @param candidates how many, at least 2
     * @param rule when it is over
     */
    public static Selection run(int candidates, Rule rule, Field field) {
        Race race = new Race(candidates, rule);
        while (!race.isDecided() && race.replications < rule.most()) {
            race.stage(field);
        }
        return race.selection();
    }

    private void stage(Field field) {
        int next = replications == 0 ? LEAST_REPLICATIONS : replications + 1 + replications / STAGES_PER_DOUBLING;
        int last = Math.min(rule.most(), next);
        List<double[]> found = field.values(running, replications + 1, last);
        for (int k = 0; k < last - replications; k++) {
            for (int a = 0; a < running.size(); a++) {
                values.get(running.get(a)).add(found.get(a)[k]);
                for (int b = 0; b < a; b++) {
                    evidence[running.get(a)][running.get(b)].add(found.get(a)[k] - found.get(b)[k]);
                }
            }
        }
        replications = last;
        drop();
    }

    /** Those that are worse than another that was in the race at the beginning of the stage. */
    private void drop() {
        for (int a : running) {
            for (int b : running) {
                if (droppedFor[a] == Selection.NOBODY && worse(a, b) && logarithm(a, b) >= enough()) {
                    droppedFor[a] = b;
                }
            }
        }
        running = running.stream()
                .filter(each -> droppedFor[each] == Selection.NOBODY)
                .toList();
    }

    /** The logarithm of the ratio that is strong enough. */
    private double enough() {
        return StrictMath.log((size - 1) / (ways() * (1 - rule.confidence())));
    }

    private int ways() {
        return rule.indifference() > 0 ? 1 : 2;
    }

    private double logarithm(int a, int b) {
        return evidence[Math.max(a, b)][Math.min(a, b)].logarithm(0);
    }

    private boolean worse(int a, int b) {
        return meanBehind(a, b) > 0;
    }

    /** How much worse {@code a} is on average than {@code b}. */
    private double meanBehind(int a, int b) {
        double mean = evidence[Math.max(a, b)][Math.min(a, b)].mean();
        return a > b ? mean : -mean;
    }

    /** Whether nothing that matters can be left: nobody runs against the leader who could be better by more than the indifference. */
    private boolean isDecided() {
        return replications > 0 && weakest(leader()) >= enough();
    }

    /** The least evidence that the leader is not worse than one still in the race by more than the indifference. */
    private double weakest(int leader) {
        return running.stream()
                .filter(each -> each != leader)
                .mapToDouble(each -> evidence[Math.max(each, leader)][Math.min(each, leader)].logarithm(
                        each > leader ? rule.indifference() : -rule.indifference()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Selection selection() {
        int best = leader();
        List<Selection.Standing> standings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double[] own = array(values.get(i), values.get(i).size());
            double[] ofBest = array(values.get(best), own.length);
            double[] behind = new double[own.length];
            Arrays.setAll(behind, k -> own[k] - ofBest[k]);
            standings.add(new Selection.Standing(own.length, droppedFor[i], Estimate.of(own), Estimate.of(behind)));
        }
        return new Selection(best, isDecided(), proved(best), replications, standings);
    }

    /** The least on average of those still in the race, which have as many replications; the first of equal ones. */
    private int leader() {
        int leader = running.get(0);
        for (int candidate : running) {
            leader = worse(leader, candidate) ? candidate : leader;
        }
        return leader;
    }

    /** The probability of being right that the evidence allows to state: the highest with which the race would be over. */
    private double proved(int best) {
        double risk = (size - 1) / (ways() * StrictMath.exp(weakest(best)));
        return Math.max(0, Math.min(rule.confidence(), 1 - risk));
    }

    private static double[] array(List<Double> list, int length) {
        return list.stream().limit(length).mapToDouble(Double::doubleValue).toArray();
    }
}
