package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceOfBestTest {

    private static List<Integer> together(List<double[]> values) {
        return Collections.nCopies(values.size(), 0);
    }

    private static List<Integer> apart(List<double[]> values) {
        return IntStream.range(0, values.size()).boxed().toList();
    }

    /** The second is the better in each run, and yet in 16.5 of the 25 pairs only, since 9 meets 9 and 13 meets 8.2. */
    @Test
    void pairsOfRunsThatShareNothingTellLessThanRunByRun() {
        List<double[]> values = List.of(new double[] {10, 12, 11, 13, 9}, new double[] {9, 11.2, 10.1, 11.9, 8.2});
        assertThat(ChanceOfBest.of(values, together(values))).containsExactly(0, 1);
        assertThat(ChanceOfBest.of(values, apart(values))).containsExactly(new double[] {0.34, 0.66}, within(1e-12));
    }

    @Test
    void threeThatNeverDifferShareTheBest() {
        List<double[]> values = List.of(new double[] {-0.0, 0}, new double[] {0, 0}, new double[] {0, -0.0});
        assertThat(ChanceOfBest.of(values, together(values)))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(ChanceOfBest.of(values, apart(values)))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    }

    @Test
    void whoIsAlwaysBetterIsBestInExactlyAll() {
        List<double[]> values =
                List.of(new double[] {1, 2, 3, 1, 2, 3, 1}, new double[] {4, 5}, new double[] {4, 4, 4, 4, 9});
        assertThat(ChanceOfBest.of(values, apart(values))).containsExactly(1, 0, 0);
    }

    /** Against every combination, one by one, of values that often tie. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void independentOnesAreCountedOverAllCombinations(long seed) {
        Random random = new Random(seed);
        List<double[]> values = new ArrayList<>();
        for (int c = 0; c < 2 + seed % 3; c++) {
            values.add(random.ints(1 + random.nextInt(4), 0, 4).asDoubleStream().toArray());
        }
        assertThat(ChanceOfBest.of(values, apart(values)))
                .containsExactly(counted(values, apart(values)), within(1e-12));
    }

    /** Of some that share random numbers and some that do not: run k of all in a group is taken at once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void groupsAreCountedOverAllCombinationsOfARunOfEach(long seed) {
        Random random = new Random(seed);
        List<Integer> groups =
                random.ints(3 + seed % 3, 0, 2 + (int) seed % 2).boxed().toList();
        int[] runs = random.ints(3, 1, 5).toArray();
        List<double[]> values = groups.stream()
                .map(group -> random.ints(runs[group], 0, 3).asDoubleStream().toArray())
                .toList();
        double[] chances = ChanceOfBest.of(values, groups);
        assertThat(chances).containsExactly(counted(values, groups), within(1e-12));
        assertThat(Arrays.stream(chances).sum()).isCloseTo(1, within(1e-12));
    }

    /** The second is never behind the first; that a third may be the best does not make the two strangers. */
    @Test
    void whoSharesRandomNumbersStaysComparedRunByRunBesideAnother() {
        List<double[]> values = List.of(new double[] {2, 4}, new double[] {1, 3}, new double[] {0, 5});
        assertThat(ChanceOfBest.of(values, List.of("a", "a", "b"))).containsExactly(0, 0.5, 0.5);
        assertThat(ChanceOfBest.of(values, apart(values))).containsExactly(0.125, 0.375, 0.5);
    }

    /** The chances, combination by combination. */
    private static double[] counted(List<double[]> values, List<Integer> groups) {
        double[] counts = new double[values.size()];
        count(values, groups, new int[Collections.max(groups) + 1], 0, counts);
        double all = Arrays.stream(counts).sum();
        return Arrays.stream(counts).map(count -> count / all).toArray();
    }

    private static void count(List<double[]> values, List<Integer> groups, int[] run, int next, double[] counts) {
        if (next == run.length) {
            double[] chosen = IntStream.range(0, values.size())
                    .mapToDouble(c -> values.get(c)[run[groups.get(c)]])
                    .toArray();
            double least = Arrays.stream(chosen).min().orElseThrow();
            double ties = Arrays.stream(chosen).filter(value -> value == least).count();
            for (int c = 0; c < chosen.length; c++) {
                counts[c] += chosen[c] == least ? 1 / ties : 0;
            }
            return;
        }
        int member = groups.indexOf(next);
        int runs = member < 0 ? 1 : values.get(member).length;
        for (int k = 0; k < runs; k++) {
            run[next] = k;
            count(values, groups, run, next + 1, counts);
        }
    }
}
