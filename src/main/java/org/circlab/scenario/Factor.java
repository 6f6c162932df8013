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
public record Factor(String path, Domain domain) implements Serializable {

    /** The values of a factor. */
    public sealed interface Domain extends Serializable permits Levels, Between, Uncertain {}

    /**
     * Some values in order.
     *
     * @param values as a scenario writes them, each once, at least one
     */
    public record Levels(List<String> values) implements Domain {
        public Levels {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a factor has no level; it needs at least one");
            }
        }
    }

    /**
     * Any value of a range.
     *
     * @param low the least
     * @param high the most, above {@code low}
     * @param unit of both, empty for a plain number
     */
    public record Between(BigDecimal low, BigDecimal high, String unit) implements Domain {
        public Between {
            if (low.compareTo(high) >= 0) {
                throw new IllegalArgumentException(
                        "the range from " + low + " to " + high + " is empty; write the smaller number first");
            }
        }
    }

    /** Laws by which a parameter may be uncertain. */
    public enum Law {
        /** Evenly from the first parameter to the second. */
        UNIFORM(2),
        /** From the first over the second, the most likely, to the third. */
        TRIANGULAR(3),
        /** The bell curve with a mean and a standard deviation, not cut off. */
        NORMAL(2),
        /** Skewed, above 0, with a mean and a standard deviation of the value itself, not of its logarithm. */
        LOGNORMAL(2),
        /** Skewed, above 0, with a mean and a standard deviation. */
        GAMMA(2);

        private final int parameters;

        Law(int parameters) {
            this.parameters = parameters;
        }

        /** How many parameters it has. */
        public int parameters() {
            return parameters;
        }
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
            if (parameters.size() != law.parameters()) {
                throw new IllegalArgumentException(
                        "a law has " + parameters.size() + " parameters; " + law + " has " + law.parameters());
            }
        }
    }
}
