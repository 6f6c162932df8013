package org.circlab.reconcile;

import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The values nearest to measured ones, by weighted squares, that fulfil linear balances: with the deviations Q and the balances A,
 * x^ = x - Q A' (A Q A')^-1 A x and Q^ = Q - Q A' (A Q A')^-1 A Q. Values that nobody has measured are projected out of the balances
 * first and computed from the others afterwards (Madron, Process Plant Performance, 1992). Pseudo-inverses stand for inverses, so
 * that balances may say the same twice and deviations may be 0.
 */
final class LeastSquares {

    private static final double NOTHING = 1e-9;
    private static final double RANK = 1e-12;
    private static final double ROUNDING = 1e-13;

    private final RealMatrix balances;
    private final double[] values;
    private final double[] deviations;

    private final double[] fitted;
    private final double[] fittedDeviations;
    private final boolean[] checked;
    private Span contradiction = Span.NONE;
    private double squares;
    private int degrees;
    private double gap;

    /**
     * @param balances a row for each balance, a column for each value; at least one of both
     * @param values NaN where one is not measured
     * @param deviations standard deviations of the measured values
     */
    LeastSquares(RealMatrix balances, double[] values, double[] deviations) {
        this.balances = balances;
        this.values = values.clone();
        this.deviations = deviations.clone();
        this.fitted = values.clone();
        this.fittedDeviations = deviations.clone();
        this.checked = new boolean[values.length];
        int[] measured = columns(true);
        int[] others = columns(false);
        Span unmeasured = others.length == 0 ? Span.NONE : Span.of(matrix(others));
        if (measured.length > 0) {
            fit(measured, unmeasured);
        }
        if (others.length > 0) {
            compute(measured, others, unmeasured);
        }
    }

    /**
     * The part of a matrix that is not null: rank r, orthonormal columns and the singular values between them.
     *
     * @param left as many rows as the matrix, r columns
     * @param right as many rows as the matrix has columns, r columns
     */
    private record Span(int rank, RealMatrix left, RealMatrix right, RealVector singular) {

        static final Span NONE = new Span(
                0,
                MatrixUtils.createRealMatrix(1, 1),
                MatrixUtils.createRealMatrix(1, 1),
                MatrixUtils.createRealVector(new double[1]));

        static Span of(RealMatrix matrix) {
            SingularValueDecomposition parts = new SingularValueDecomposition(matrix);
            double[] singular = parts.getSingularValues();
            int rank = 0;
            while (rank < singular.length && singular[rank] > RANK * singular[0]) {
                rank++;
            }
            if (rank == 0) {
                return NONE;
            }
            RealMatrix left = parts.getU().getSubMatrix(0, matrix.getRowDimension() - 1, 0, rank - 1);
            RealMatrix right = parts.getV().getSubMatrix(0, matrix.getColumnDimension() - 1, 0, rank - 1);
            return new Span(
                    rank, left, right, MatrixUtils.createRealVector(singular).getSubVector(0, rank));
        }

        /** What of a matrix no combination of this one's columns can make up for. */
        RealMatrix beyond(RealMatrix other) {
            return rank == 0
                    ? other
                    : other.subtract(left.multiply(left.transpose().multiply(other)));
        }

        /** The least-squares solution of this matrix times what is asked for = {@code wanted}. */
        RealMatrix solve(RealMatrix wanted) {
            RealMatrix inner = left.transpose().multiply(wanted);
            for (int row = 0; row < rank; row++) {
                inner.setRowVector(row, inner.getRowVector(row).mapDivide(singular.getEntry(row)));
            }
            return right.multiply(inner);
        }
    }

    private int[] columns(boolean measured) {
        int count = 0;
        int[] columns = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i]) != measured) {
                columns[count++] = i;
            }
        }
        return Arrays.copyOf(columns, count);
    }

    private RealMatrix matrix(int[] columns) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(balances.getRowDimension(), columns.length);
        for (int i = 0; i < columns.length; i++) {
            matrix.setColumnVector(i, balances.getColumnVector(columns[i]));
        }
        return matrix;
    }

    private void fit(int[] measured, Span unmeasured) {
        RealMatrix reduced = unmeasured.beyond(matrix(measured));
        RealMatrix weighted = reduced.copy();
        double[] reported = new double[measured.length];
        for (int i = 0; i < measured.length; i++) {
            int at = measured[i];
            reported[i] = values[at];
            checked[at] = reduced.getColumnVector(i).getLInfNorm() > NOTHING;
            weighted.setColumnVector(i, reduced.getColumnVector(i).mapMultiply(checked[at] ? deviations[at] : 0));
        }
        contradiction = Span.of(weighted);
        degrees = contradiction.rank();
        RealVector missing = reduced.operate(MatrixUtils.createRealVector(reported));
        double[] change = degrees == 0
                ? new double[measured.length]
                : contradiction
                        .solve(MatrixUtils.createColumnRealMatrix(missing.toArray()))
                        .getColumn(0);
        squares = squareOf(change);
        double[] now = reported.clone();
        for (int i = 0; i < measured.length; i++) {
            int at = measured[i];
            if (checked[at] && degrees > 0) {
                now[i] = values[at] - deviations[at] * change[i];
                fitted[at] = now[i];
                fittedDeviations[at] = deviations[at]
                        * Math.sqrt(rest(1, squareOf(contradiction.right().getRow(i))));
            }
        }
        gap = reduced.operate(MatrixUtils.createRealVector(now)).getLInfNorm();
    }

    private void compute(int[] measured, int[] others, Span unmeasured) {
        for (int i = 0; i < others.length; i++) {
            fitted[others[i]] = Double.NaN;
            fittedDeviations[others[i]] = Double.NaN;
        }
        if (measured.length == 0 || unmeasured.rank() == 0) {
            return;
        }
        RealMatrix effects = unmeasured.solve(matrix(measured)).scalarMultiply(-1);
        double[] now = new double[measured.length];
        for (int i = 0; i < measured.length; i++) {
            now[i] = fitted[measured[i]];
        }
        double[] computed = effects.operate(now);
        for (int j = 0; j < others.length; j++) {
            if (1 - squareOf(unmeasured.right().getRow(j)) < NOTHING) {
                fitted[others[j]] = computed[j];
                fittedDeviations[others[j]] = Math.sqrt(variance(effects.getRow(j), measured));
            }
        }
    }

    /** The variance of a sum of fitted values with some weights. */
    private double variance(double[] weights, int[] measured) {
        double[] scaled = new double[measured.length];
        for (int i = 0; i < measured.length; i++) {
            scaled[i] = weights[i] * deviations[measured[i]];
        }
        double all = squareOf(scaled);
        double known = degrees == 0 ? 0 : squareOf(contradiction.right().preMultiply(scaled));
        return rest(all, known);
    }

    /** What is left of a whole, rid of what rounding leaves of nothing. */
    private static double rest(double whole, double part) {
        return whole - part > ROUNDING * whole ? whole - part : 0;
    }

    private static double squareOf(double[] row) {
        double sum = 0;
        for (double each : row) {
            sum += each * each;
        }
        return sum;
    }

    /** The balanced value; NaN where no measured value tells it. */
    double value(int index) {
        return fitted[index];
    }

    /** Its standard deviation; NaN where there is no value. */
    double deviation(int index) {
        return fittedDeviations[index];
    }

    /** Whether a measured value stands in a balance with other measured ones only, the rest projected out. */
    boolean isChecked(int index) {
        return checked[index];
    }

    /** The sum of squared changes, each by its deviation. */
    double squares() {
        return squares;
    }

    /** How many independent balances the measured values have to fulfil. */
    int degrees() {
        return degrees;
    }

    /** By how much the worst balance is missed because values that may not change contradict each other. */
    double gap() {
        return gap;
    }
}
