package org.circlab.scenario;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A value of a scenario that a study varies.
 *
 * @param path from the lab, such as {@code policy.landfill-tax}
 * @param domain the values that it takes
 */
public record Factor(String path, Domain domain) {

    /** The values of a factor. */
    public sealed interface Domain extends Serializable permits Levels, Between, Uncertain {}

    /**
     * Some values in order.
     *
     * @param values as a scenario writes them, at least one
     */
    public record Levels(List<String> values) implements Domain {
        public Levels {
            values = List.copyOf(values);
        }
    }

    /**
     * Any value of a range.
     *
     * @param low the least
     * @param high the most, above {@code low}
     * @param unit of both, empty for a plain number
     */
    public record Between(BigDecimal low, BigDecimal high, String unit) implements Domain {}

    /** Laws by which a parameter may be uncertain. */
    public enum Law {
        /** Between the first and the second parameter. */
        UNIFORM,
        /** From the first over the second, the most likely, to the third. */
        TRIANGULAR,
        /** With a mean and a standard deviation. */
        NORMAL,
        /** With a mean and a standard deviation of the value itself, not of its logarithm. */
        LOGNORMAL
    }

    /**
     * An uncertain value.
     *
     * @param law of its chance
     * @param parameters of the law, in its order
     * @param unit of the value, empty for a plain number
     */
    public record Uncertain(Law law, List<BigDecimal> parameters, String unit) implements Domain {
        public Uncertain {
            parameters = List.copyOf(parameters);
        }
    }
}
