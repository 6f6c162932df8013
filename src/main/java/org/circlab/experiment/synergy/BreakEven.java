package org.circlab.experiment.synergy;

import org.circlab.experiment.search.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * Where a synergy ends, or begins, when one value of the scenario changes and all else stays. Each end of what is told has been
 * run, in replication 1.
 *
 * @param synergy which
 * @param kind what changes
 * @param path where the value stands
 * @param now what stands there
 * @param trades where it trades no more
 * @param pays where it pays no more or, where it does not pay now, where it begins to
 * @param paysNow whether it pays now
 * @param lowest the lowest value that was tried
 * @param highest the highest value that was tried
 */
public record BreakEven(
        Synergy synergy,
        Kind kind,
        String path,
        String now,
        Turn trades,
        Turn pays,
        boolean paysNow,
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

    /** What ends. */
    public enum Criterion {
        /** It trades: its mass beyond the baseline is at least half of what it is now. */
        TRADES("trades"),
        /** It pays: the books of donor and receiver together gain by it, against the same lab without it. */
        PAYS("pays");

        private final String word;

        Criterion(String word) {
            this.word = word;
        }

        /** As results name it. */
        public String word() {
            return word;
        }
    }

    /**
     * Where something turns.
     *
     * @param below the values at which it is as now, and no more, below that of now; null if nowhere down to the lowest tried
     * @param above the same above that of now
     */
    public record Turn(@Nullable Threshold below, @Nullable Threshold above) {

        /** Whether it turns nowhere. */
        public boolean isNone() {
            return below == null && above == null;
        }
    }

    /** Where what is asked of it turns. */
    public Turn of(Criterion criterion) {
        return criterion == Criterion.TRADES ? trades : pays;
    }
}
