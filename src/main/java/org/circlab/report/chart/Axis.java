package org.circlab.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A scale of numbers with few round ticks that covers the data and 0.
 *
 * @param low the lowest tick, 0 or less
 * @param step between two ticks: 1, 2 or 5 with zeros
 * @param steps from the lowest tick to the highest, at least 1
 */
public record Axis(BigDecimal low, BigDecimal step, int steps) {

    private static final int[] ROUND = {1, 2, 5};

    /**
     * The axis with the finest steps that are not more than so many.
     *
     * @param least of the data
     * @param most of the data
     * @param mostSteps at least 2
     */
    public static Axis covering(double least, double most, int mostSteps) {
        BigDecimal bottom = new BigDecimal(Math.min(0, least));
        BigDecimal top = new BigDecimal(Math.max(0, most));
        if (bottom.compareTo(top) == 0) {
            return new Axis(BigDecimal.ZERO, BigDecimal.ONE, 1);
        }
        BigDecimal span = top.subtract(bottom);
        for (int zeros = span.precision() - span.scale() - 4; ; zeros++) {
            for (int digit : ROUND) {
                BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(zeros);
                BigDecimal first = bottom.divide(step, 0, RoundingMode.FLOOR);
                BigDecimal last = top.divide(step, 0, RoundingMode.CEILING);
                BigDecimal steps = last.subtract(first);
                if (steps.compareTo(BigDecimal.valueOf(mostSteps)) <= 0) {
                    return new Axis(first.multiply(step), step, steps.intValueExact());
                }
            }
        }
    }

    /** All ticks from the lowest to the highest. */
    public List<BigDecimal> ticks() {
        List<BigDecimal> ticks = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            ticks.add(low.add(step.multiply(BigDecimal.valueOf(i))));
        }
        return List.copyOf(ticks);
    }

    /** How far up a value is: 0 at the lowest tick, 1 at the highest. */
    public double share(double value) {
        return (value - low.doubleValue()) / (step.doubleValue() * steps);
    }
}
