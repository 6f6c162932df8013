package org.circlab.experiment.synergy;

import org.circlab.experiment.search.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * Where a synergy ends when one value of the scenario changes and all else stays: its mass in replication 1 falls below half of
 * what it is. Each end of what is told has been run.
 *
 * @param synergy which
 * @param kind what changes
 * @param path where the value stands
 * @param now what stands there
 * @param below where it ends below that; null if nowhere down to {@code lowest}
 * @param above where it ends above that; null if nowhere up to {@code highest}
 * @param lowest the lowest value that was tried
 * @param highest the highest value that was tried
 */
public record BreakEven(
        Synergy synergy,
        Kind kind,
        String path,
        String now,
        @Nullable Threshold below,
        @Nullable Threshold above,
        String lowest,
        String highest) {

    /** What may change. */
    public enum Kind {
        LANDFILL_TAX("landfill tax"),
        CARBON_PRICE("carbon price"),
        VIRGIN_PRICE("virgin price"),
        DISTANCE("distance");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As results name it. */
        public String word() {
            return word;
        }
    }
}
