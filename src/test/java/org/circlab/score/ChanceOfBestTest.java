package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceOfBestTest {

    /** The second is the better in each run, and yet in 16.5 of the 25 pairs only, since 9 meets 9 and 13 meets 8.2. */
    @Test
    void pairsOfRunsThatShareNothingTellLessThanRunByRun() {
        List<double[]> values = List.of(new double[] {10, 12, 11, 13, 9}, new double[] {9, 11.2, 10.1, 11.9, 8.2});
        assertThat(ChanceOfBest.runByRun(values)).containsExactly(0, 1);
        assertThat(ChanceOfBest.independent(values)).containsExactly(new double[] {0.34, 0.66}, within(1e-12));
    }

    @Test
    void threeThatNeverDifferShareTheBest() {
        List<double[]> values = List.of(new double[] {-0.0, 0}, new double[] {0, 0}, new double[] {0, -0.0});
        assertThat(ChanceOfBest.runByRun(values))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(ChanceOfBest.independent(values))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    }

    @Test
    void whoIsAlwaysBetterIsBestInExactlyAll() {
        List<double[]> values =
                List.of(new double[] {1, 2, 3, 1, 2, 3, 1}, new double[] {4, 5}, new double[] {4, 4, 4, 4, 9});
        assertThat(ChanceOfBest.independent(values)).containsExactly(1, 0, 0);
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
        double[] expected = new double[values.size()];
        count(values, new double[values.size()], 0, expected);
        double all = Arrays.stream(expected).sum();
        double[] chances = ChanceOfBest.independent(values);
        for (int c = 0; c < expected.length; c++) {
            assertThat(chances[c]).isCloseTo(expected[c] / all, within(1e-12));
        }
    }

    private static void count(List<double[]> values, double[] chosen, int next, double[] counts) {
        if (next == values.size()) {
            double least = Arrays.stream(chosen).min().orElseThrow();
            double ties = Arrays.stream(chosen).filter(value -> value == least).count();
            for (int c = 0; c < chosen.length; c++) {
                counts[c] += chosen[c] == least ? 1 / ties : 0;
            }
            return;
        }
        for (double value : values.get(next)) {
            chosen[next] = value;
            count(values, chosen, next + 1, counts);
        }
    }
}
