package org.circlab.experiment.study;

import java.io.Serializable;
import java.util.List;

/** What became of a task. */
public sealed interface Answer extends Serializable permits Answer.Values, Answer.Refused {

    /**
     * It was simulated.
     *
     * @param variant the indicators of the shipment in their order and unit; NaN where one does not apply
     * @param baseline the same of business as usual under the same random numbers
     */
    record Values(List<Double> variant, List<Double> baseline) implements Answer {
        public Values {
            variant = List.copyOf(variant);
            baseline = List.copyOf(baseline);
            if (variant.size() != baseline.size()) {
                throw new IllegalArgumentException("there are " + variant.size() + " values of the variant and "
                        + baseline.size() + " of the baseline; there must be as many of both");
            }
        }
    }

    /**
     * The scenario of the point cannot be run, or its run failed. The study goes on without it.
     *
     * @param findings what is wrong, a line each, at least one
     */
    record Refused(List<String> findings) implements Answer {
        public Refused {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a task is refused without a finding; say why");
            }
        }
    }
}
