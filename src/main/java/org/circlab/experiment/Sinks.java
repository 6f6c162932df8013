package org.circlab.experiment;

import java.util.function.LongSupplier;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.MonthSink;
import org.circlab.simulation.Relations;
import org.circlab.simulation.Unmatched;
import org.jspecify.annotations.Nullable;

/**
 * Where the monthly flows of each run go, and its facts where they are asked for. The methods are called once for each
 * replication, on the thread that runs it and in no given order; each sink is then used by that thread alone.
 */
public interface Sinks {

    /** Keeps nothing. */
    Sinks NONE = new Sinks() {
        @Override
        public FlowSink variant(int replication) {
            return FlowSink.NONE;
        }

        @Override
        public FlowSink baseline(int replication) {
            return FlowSink.NONE;
        }
    };

    /** Takes the flows of a replication of the variant, numbered from 1. */
    FlowSink variant(int replication);

    /** Takes the flows of a replication of the baseline, numbered from 1. */
    FlowSink baseline(int replication);

    /**
     * Hears the facts of a replication of the variant; null for silence, which costs nothing.
     *
     * @param replication from 1
     * @param now the clock of the run, in milliseconds since the start of the window
     */
    default @Nullable FactListener variantFacts(int replication, LongSupplier now) {
        return null;
    }

    /** Hears the facts of a replication of the baseline, as {@link #variantFacts} those of the variant. */
    default @Nullable FactListener baselineFacts(int replication, LongSupplier now) {
        return null;
    }

    /** Takes the state of a replication of the variant, numbered from 1, as each month closes; null for nobody. */
    default @Nullable MonthSink variantMonths(int replication) {
        return null;
    }

    /** Takes the state of a replication of the baseline, as {@link #variantMonths} that of the variant. */
    default @Nullable MonthSink baselineMonths(int replication) {
        return null;
    }

    /** Takes what became of the offers of a replication of the variant, numbered from 1, when it has ended. */
    default void variantUnmatched(int replication, Unmatched unmatched) {}

    /** Takes what became of the offers of a replication of the baseline, as {@link #variantUnmatched} of the variant. */
    default void baselineUnmatched(int replication, Unmatched unmatched) {}

    /** Takes what became of the dealings between actors in a replication of the variant, when it has ended. */
    default void variantRelations(int replication, Relations relations) {}

    /** Takes what became of them in a replication of the baseline, as {@link #variantRelations} of the variant. */
    default void baselineRelations(int replication, Relations relations) {}
}
