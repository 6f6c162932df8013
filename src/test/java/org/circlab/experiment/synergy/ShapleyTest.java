package org.circlab.experiment.synergy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The values of games whose values are known, and the axioms over many games. */
class ShapleyTest {

    private static final double CLOSE = 1e-9;

    private static double[] random(int players, Random random) {
        double[] worth = random.doubles(1 << players, -50, 100).toArray();
        worth[0] = 0;
        return worth;
    }

    /** The definition word by word: the mean over all orders of what a player adds to those before it. */
    private static double[] byOrders(int players, double[] worth) {
        int[] order = new int[players];
        Arrays.setAll(order, i -> i);
        double[] sum = new double[players];
        int orders = permute(order, 0, worth, sum);
        return Arrays.stream(sum).map(each -> each / orders).toArray();
    }

    private static int permute(int[] order, int from, double[] worth, double[] sum) {
        if (from == order.length) {
            int coalition = 0;
            for (int player : order) {
                sum[player] += worth[coalition | 1 << player] - worth[coalition];
                coalition |= 1 << player;
            }
            return 1;
        }
        int orders = 0;
        for (int i = from; i < order.length; i++) {
            swap(order, from, i);
            orders += permute(order, from + 1, worth, sum);
            swap(order, from, i);
        }
        return orders;
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    @Test
    void theGameOfGloves() {
        double[] worth = new double[8];
        for (int coalition = 0; coalition < 8; coalition++) {
            worth[coalition] = (coalition & 1) != 0 && (coalition & 6) != 0 ? 1 : 0;
        }
        assertThat(Shapley.values(3, worth)).containsExactly(new double[] {2.0 / 3, 1.0 / 6, 1.0 / 6}, within(CLOSE));
    }

    @Test
    void theMeanOverAllOrders() {
        Random random = new Random(5);
        for (int players = 0; players <= 7; players++) {
            for (int i = 0; i < 10; i++) {
                double[] worth = random(players, random);
                assertThat(Shapley.values(players, worth)).containsExactly(byOrders(players, worth), within(CLOSE));
            }
        }
    }

    @Test
    void valuesAddUpToWhatAllBringBeyondNothing() {
        Random random = new Random(6);
        for (int i = 0; i < 300; i++) {
            int players = 1 + random.nextInt(8);
            double[] worth = random(players, random);
            worth[0] = random.nextDouble() * 40 - 20;
            assertThat(Arrays.stream(Shapley.values(players, worth)).sum())
                    .isCloseTo(worth[worth.length - 1] - worth[0], within(CLOSE));
        }
    }

    @Test
    void equalPlayersHaveTheSameAndIdleOnesNothing() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            double[] bySize = random.doubles(4, -10, 10).toArray();
            double[] worth = new double[16];
            Arrays.setAll(worth, coalition -> bySize[Integer.bitCount(coalition & 7)]);
            double[] values = Shapley.values(4, worth);
            assertThat(values[0]).isCloseTo(values[1], within(CLOSE)).isCloseTo(values[2], within(CLOSE));
            assertThat(values[3]).isCloseTo(0, within(CLOSE));
        }
    }

    @Test
    void valuesOfTheSumOfGamesAreSums() {
        Random random = new Random(8);
        for (int i = 0; i < 100; i++) {
            double[] one = random(4, random);
            double[] other = random(4, random);
            double[] both = new double[16];
            Arrays.setAll(both, k -> one[k] + 3 * other[k]);
            double[] values = Shapley.values(4, both);
            double[] ofOne = Shapley.values(4, one);
            double[] ofOther = Shapley.values(4, other);
            for (int player = 0; player < 4; player++) {
                assertThat(values[player]).isCloseTo(ofOne[player] + 3 * ofOther[player], within(CLOSE));
            }
        }
    }

    @Test
    void aGameHasTwoToThePowerOfItsPlayersCoalitions() {
        assertThatThrownBy(() -> Shapley.values(3, new double[7])).hasMessageContaining("7 coalitions; it must have 8");
    }
}
