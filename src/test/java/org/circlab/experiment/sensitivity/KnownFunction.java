package org.circlab.experiment.sensitivity;

import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/** Functions on the unit cube whose indices are known. */
final class KnownFunction {

    /** Parameters of the g-function that are often published, from the most important factor to two that hardly matter. */
    private static final double[] A = {0, 1, 4.5, 9, 99, 99};

    private KnownFunction() {}

    /** Ishigami and Homma 1990 with a = 7 and b = 0.1, over [-pi, pi] cubed. */
    static double ishigami(double... u) {
        double[] x = new double[3];
        for (int i = 0; i < 3; i++) {
            x[i] = StrictMath.PI * (2 * u[i] - 1);
        }
        double sine = StrictMath.sin(x[1]);
        return StrictMath.sin(x[0]) * (1 + 0.1 * x[2] * x[2] * x[2] * x[2]) + 7 * sine * sine;
    }

    /** Sobol' 1998. */
    static double g(double... u) {
        double product = 1;
        for (int i = 0; i < A.length; i++) {
            product *= (StrictMath.abs(4 * u[i] - 2) + A[i]) / (1 + A[i]);
        }
        return product;
    }

    /** Its first-order indices, {@code V_i / V} with {@code V_i = 1 / (3 (1 + a_i)^2)} and {@code V = prod(1 + V_i) - 1}. */
    static double[] gFirst() {
        double[] first = new double[A.length];
        for (int i = 0; i < A.length; i++) {
            first[i] = part(i) / variance();
        }
        return first;
    }

    /** Its total indices, {@code V_i prod_{j != i}(1 + V_j) / V}. */
    static double[] gTotal() {
        double[] total = new double[A.length];
        for (int i = 0; i < A.length; i++) {
            total[i] = part(i) / (1 + part(i)) * (1 + variance()) / variance();
        }
        return total;
    }

    static double gVariance() {
        return variance();
    }

    private static double variance() {
        double product = 1;
        for (int i = 0; i < A.length; i++) {
            product *= 1 + part(i);
        }
        return product - 1;
    }

    private static double part(int i) {
        return 1 / (3 * (1 + A[i]) * (1 + A[i]));
    }

    /** The responses to the points of a design. */
    static double[] responses(int size, IntFunction<double[]> points, ToDoubleFunction<double[]> function) {
        double[] responses = new double[size];
        for (int p = 0; p < size; p++) {
            responses[p] = function.applyAsDouble(points.apply(p));
        }
        return responses;
    }
}
