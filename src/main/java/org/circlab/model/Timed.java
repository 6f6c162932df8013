package org.circlab.model;

import java.time.LocalDate;
import java.util.List;

/**
 * A value that may step at dates: constant between steps, each step in force from 00:00 of its date; the first extends
 * backward without limit. The unit is that of the field that holds it.
 *
 * @param steps at least one, in strictly rising order of date
 */
public record Timed(List<Step> steps) {

    /**
     * One value in force from a date on.
     *
     * @param from the first day on which the value is in force
     * @param value finite
     */
    public record Step(LocalDate from, double value) {}

    public Timed {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a dated value has no step; it needs at least one");
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!Double.isFinite(steps.get(i).value())) {
                throw new IllegalArgumentException(
                        "a dated value is " + steps.get(i).value() + "; it must be finite");
            }
            if (i > 0 && !steps.get(i - 1).from().isBefore(steps.get(i).from())) {
                throw new IllegalArgumentException(
                        "the dates " + steps.get(i - 1).from() + " and "
                                + steps.get(i).from() + " of a dated value are not in rising order");
            }
        }
    }

    /** The same value at all times. */
    public static Timed constant(double value) {
        return new Timed(List.of(new Step(LocalDate.EPOCH, value)));
    }

    /** The value in force on {@code date}. */
    public double on(LocalDate date) {
        double value = steps.get(0).value();
        for (Step step : steps) {
            if (step.from().isAfter(date)) {
                break;
            }
            value = step.value();
        }
        return value;
    }

    /** Whether the value never steps. */
    public boolean isConstant() {
        return steps.size() == 1;
    }
}
