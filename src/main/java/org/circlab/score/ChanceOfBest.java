package org.circlab.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How likely each of several is to be the best in a run, from what each reads in its own runs; less is better. Who ties for the best
 * shares it, so the chances add up to 1.
 *
 * <p>Run k of those in one group shares its random numbers, so only the best of its run k competes; the runs of one group have
 * nothing to do with those of another, so all combinations of a run of each group count. With two groups of one each this is the
 * statistic of Mann and Whitney (1947) over the number of pairs.
 */
final class ChanceOfBest {

    private ChanceOfBest() {}

    /**
     * In what share of the runs, or of all combinations of a run of each group, each is the best.
     *
     * @param values of each, at least one; within a group all as many
     * @param groups of each: equal where they share random numbers
     */
    static double[] of(List<double[]> values, List<?> groups) {
        List<Group> all = groups.stream()
                .distinct()
                .map(group -> new Group(
                        values,
                        IntStream.range(0, values.size())
                                .filter(c -> groups.get(c).equals(group))
                                .toArray()))
                .toList();
        double[] shares = new double[values.size()];
        for (Group group : all) {
            for (int place = 0; place < group.runs(); place++) {
                double share = share(group, place, all);
                for (int member : group.membersBestAt(place)) {
                    shares[member] += share;
                }
            }
            for (int member : group.members) {
                shares[member] /= group.runs();
            }
        }
        return shares;
    }

    /** What share of the best each has that is best in a run of its group, over all runs of the other groups. */
    private static double share(Group group, int place, List<Group> all) {
        double value = group.least[place];
        double[] chanceOfTies = {1};
        for (Group other : all) {
            if (other != group) {
                chanceOfTies = other.against(value, chanceOfTies);
            }
        }
        double share = 0;
        for (int ties = 0; ties < chanceOfTies.length; ties++) {
            share += chanceOfTies[ties] / (ties + group.membersBestAt(place).size());
        }
        return share;
    }

    /** The runs of those that share random numbers, the best run first. */
    private static final class Group {

        private final int[] members;
        private final double[] least;
        private final List<List<Integer>> best = new ArrayList<>();
        /** How many of the first runs have so many members that tie for the best, by that number and how many runs are first. */
        private final int[][] upTo;

        Group(List<double[]> values, int[] members) {
            this.members = members;
            int runs = values.get(members[0]).length;
            double[] leasts = new double[runs];
            for (int k = 0; k < runs; k++) {
                int run = k;
                leasts[k] = IntStream.of(members)
                                .mapToDouble(member -> values.get(member)[run])
                                .min()
                                .orElseThrow()
                        + 0.0;
            }
            int[] order = IntStream.range(0, runs)
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> leasts[k]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.least = IntStream.of(order).mapToDouble(k -> leasts[k]).toArray();
            this.upTo = new int[members.length + 1][runs + 1];
            for (int place = 0; place < runs; place++) {
                int run = order[place];
                best.add(IntStream.of(members)
                        .filter(member -> values.get(member)[run] == leasts[run])
                        .boxed()
                        .toList());
                for (int ties = 1; ties <= members.length; ties++) {
                    upTo[ties][place + 1] = upTo[ties][place] + (best.get(place).size() == ties ? 1 : 0);
                }
            }
        }

        int runs() {
            return least.length;
        }

        List<Integer> membersBestAt(int place) {
            return best.get(place);
        }

        /** How likely so many tie with a value, by their number, once this group joins in and is not better; from how likely before. */
        double[] against(double value, double[] before) {
            int below = firstNotBelow(value);
            int above = firstNotBelow(Math.nextUp(value));
            double worse = (double) (runs() - above) / runs();
            double[] after = new double[before.length + members.length];
            for (int ties = 0; ties < before.length; ties++) {
                after[ties] += before[ties] * worse;
                for (int more = 1; more <= members.length; more++) {
                    double same = (double) (upTo[more][above] - upTo[more][below]) / runs();
                    after[ties + more] += before[ties] * same;
                }
            }
            return after;
        }

        private int firstNotBelow(double value) {
            int low = 0;
            int high = least.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (least[middle] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
