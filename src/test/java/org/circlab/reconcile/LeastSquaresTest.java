package org.circlab.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Any linear balances, not only those of flows: the textbook formula, balances that say the same twice, fixed values. */
class LeastSquaresTest {

    private static final int CASES = 200;

    private static RealMatrix random(Random random, int rows, int columns) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                matrix.setEntry(row, column, random.nextGaussian());
            }
        }
        return matrix;
    }

    /** x^ = x - Q A' (A Q A')^-1 A x and Q^ = Q - Q A' (A Q A')^-1 A Q, with an inverse. */
    @Test
    void theFormulaWithAnInverse() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            int rows = 1 + random.nextInt(4);
            int columns = rows + 1 + random.nextInt(5);
            RealMatrix balances = random(random, rows, columns);
            double[] values = random.doubles(columns, 1, 100).toArray();
            double[] deviations = random.doubles(columns, 0.5, 5).toArray();
            RealMatrix variances = MatrixUtils.createRealDiagonalMatrix(deviations);
            variances = variances.multiply(variances);
            RealMatrix inner = balances.multiply(variances).multiply(balances.transpose());
            RealMatrix gain = variances
                    .multiply(balances.transpose())
                    .multiply(new LUDecomposition(inner).getSolver().getInverse());
            double[] change = gain.operate(balances.operate(values));
            RealMatrix left = variances.subtract(gain.multiply(balances).multiply(variances));

            LeastSquares fit = new LeastSquares(balances, values, deviations);
            assertThat(fit.degrees()).isEqualTo(rows);
            for (int i = 0; i < columns; i++) {
                assertThat(fit.value(i)).isCloseTo(values[i] - change[i], within(1e-7));
                assertThat(fit.deviation(i)).isCloseTo(Math.sqrt(left.getEntry(i, i)), within(1e-6));
            }
        }
    }

    @Test
    void aBalanceThatIsSaidTwiceCountsOnce() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            int columns = 4 + random.nextInt(4);
            RealMatrix once = random(random, 2, columns);
            RealMatrix again = MatrixUtils.createRealMatrix(4, columns);
            again.setSubMatrix(once.getData(), 0, 0);
            again.setRowVector(2, once.getRowVector(0).add(once.getRowVector(1)));
            again.setRowVector(3, once.getRowVector(1).mapMultiply(-3));
            double[] values = random.doubles(columns, 1, 100).toArray();
            double[] deviations = random.doubles(columns, 0.5, 5).toArray();
            values[0] = random.nextBoolean() ? Double.NaN : values[0];
            LeastSquares expected = new LeastSquares(once, values, deviations);
            LeastSquares fit = new LeastSquares(again, values, deviations);
            assertThat(fit.degrees()).isEqualTo(expected.degrees());
            assertThat(fit.squares()).isCloseTo(expected.squares(), within(1e-7 * (1 + expected.squares())));
            for (int i = 0; i < columns; i++) {
                assertThat(fit.value(i)).isCloseTo(expected.value(i), within(1e-6));
                assertThat(fit.isChecked(i)).isEqualTo(expected.isChecked(i));
            }
        }
    }

    /** A value that must not change is as one of next to no deviation. */
    @Test
    void fixedValuesAreTheLimitOfSureOnes() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            int columns = 4 + random.nextInt(4);
            RealMatrix balances = random(random, 2, columns);
            double[] values = random.doubles(columns, 1, 100).toArray();
            double[] deviations = random.doubles(columns, 0.5, 5).toArray();
            deviations[1] = 1e-5;
            LeastSquares sure = new LeastSquares(balances, values, deviations);
            deviations[1] = 0;
            LeastSquares fixed = new LeastSquares(balances, values, deviations);
            assertThat(fixed.value(1)).isEqualTo(values[1]);
            assertThat(fixed.deviation(1)).isZero();
            assertThat(fixed.gap()).isLessThan(1e-9);
            for (int i = 0; i < columns; i++) {
                assertThat(fixed.value(i)).isCloseTo(sure.value(i), within(1e-3));
            }
        }
    }
}
