package org.circlab.reconcile;

import java.util.Optional;

/**
 * What somebody reports of a flow of mass.
 *
 * @param id the name of the flow, of which there may be several reports
 * @param from where it leaves
 * @param to where it goes; another place than {@code from}
 * @param material what flows; may be empty
 * @param value how much, at least 0; NaN where nobody has measured it
 * @param sd standard deviation of the value in its unit, at least 0; 0 where it must not change, NaN where there is no value
 * @param share what part of all that enters {@code from} it is: its transfer coefficient; empty where nobody says so
 * @param source who says so; may be empty
 */
public record ReportedFlow(
        String id,
        String from,
        String to,
        String material,
        double value,
        double sd,
        Optional<Share> share,
        String source) {

    /**
     * A part of a whole.
     *
     * @param value from 0 to 1
     * @param sd its standard deviation, at least 0; 0 where it must not change
     */
    public record Share(double value, double sd) {

        public Share {
            if (!(value >= 0 && value <= 1 && sd >= 0 && sd < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a share is " + value + " with a standard deviation of " + sd
                        + "; it must be from 0 to 1, the deviation at least 0");
            }
        }
    }

    public ReportedFlow {
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "flow '" + id + "' leaves '" + from + "' for itself; it must go elsewhere");
        }
        if (Double.isNaN(value)
                ? !Double.isNaN(sd)
                : !(value >= 0 && sd >= 0 && value + sd < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("flow '" + id + "' is " + value + " with a standard deviation of " + sd
                    + "; both must be at least 0, or neither known");
        }
    }

    /** Whether anybody has measured it. */
    public boolean isMeasured() {
        return !Double.isNaN(value);
    }
}
