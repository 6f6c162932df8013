package org.circlab.score;

import java.util.Arrays;
import java.util.List;

/**
 * How likely each of several is to be the best in a run, from what each reads in its own runs; less is better. Who ties for the best
 * shares it, so the chances add up to 1.
 */
final class ChanceOfBest {

    private ChanceOfBest() {}

    /**
     * Where run k of each shares its random numbers with run k of the others: in what share of the runs each is the best.
     *
     * @param values of each, all as many
     */
    static double[] runByRun(List<double[]> values) {
        double[] shares = new double[values.size()];
        int runs = values.get(0).length;
        for (int k = 0; k < runs; k++) {
            int run = k;
            double least = values.stream().mapToDouble(each -> each[run]).min().orElseThrow();
            double ties = values.stream().filter(each -> each[run] == least).count();
            for (int c = 0; c < shares.length; c++) {
                shares[c] += values.get(c)[k] == least ? 1 / ties : 0;
            }
        }
        Arrays.setAll(shares, c -> shares[c] / runs);
        return shares;
    }

    /**
     * Where the runs of one have nothing to do with those of another: in what share of all combinations of a run of each. With two
     * candidates this is the statistic of Mann and Whitney (1947) over the number of pairs.
     *
     * @param values of each, at least one
     */
    static double[] independent(List<double[]> values) {
        List<double[]> sorted = values.stream()
                .map(each ->
                        Arrays.stream(each).map(value -> value + 0.0).sorted().toArray())
                .toList();
        double[] shares = new double[values.size()];
        for (int c = 0; c < shares.length; c++) {
            for (double value : sorted.get(c)) {
                shares[c] += share(value, c, sorted);
            }
            shares[c] /= sorted.get(c).length;
        }
        return shares;
    }

    /** What share of the best a candidate with this value has, over all values of the others. */
    private static double share(double value, int candidate, List<double[]> sorted) {
        double[] chanceOfTies = new double[sorted.size()];
        chanceOfTies[0] = 1;
        for (int other = 0; other < sorted.size(); other++) {
            if (other != candidate) {
                double[] its = sorted.get(other);
                int below = firstNotBelow(its, value);
                int above = firstNotBelow(its, Math.nextUp(value));
                double worse = (double) (its.length - above) / its.length;
                double same = (double) (above - below) / its.length;
                for (int ties = chanceOfTies.length - 1; ties >= 0; ties--) {
                    double one = ties == 0 ? 0 : chanceOfTies[ties - 1] * same;
                    chanceOfTies[ties] = chanceOfTies[ties] * worse + one;
                }
            }
        }
        double share = 0;
        for (int ties = 0; ties < chanceOfTies.length; ties++) {
            share += chanceOfTies[ties] / (ties + 1);
        }
        return share;
    }

    private static int firstNotBelow(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
