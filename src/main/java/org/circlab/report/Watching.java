package org.circlab.report;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Sinks;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.MonthSink;
import org.circlab.model.Lab;
import org.circlab.simulation.Unmatched;

/** Follows a run for a report without writing anything. */
public final class Watching implements Sinks {

    private final Chronicle variant;
    private final Chronicle baseline;
    private final SortedMap<Integer, Unmatched> unmatched = Collections.synchronizedSortedMap(new TreeMap<>());

    /**
     * Gets ready to follow a run.
     *
     * @param plan what will run
     * @param charts the chart of accounts of a lab
     */
    public Watching(Plan plan, Function<Lab, Chart> charts) {
        this.variant = new Chronicle(plan.lab(), charts.apply(plan.lab()));
        this.baseline = new Chronicle(plan.baseline(), charts.apply(plan.baseline()));
    }

    @Override
    public FlowSink variant(int replication) {
        return FlowSink.NONE;
    }

    @Override
    public FlowSink baseline(int replication) {
        return FlowSink.NONE;
    }

    @Override
    public MonthSink variantMonths(int replication) {
        return variant.of(replication);
    }

    @Override
    public MonthSink baselineMonths(int replication) {
        return baseline.of(replication);
    }

    @Override
    public void variantUnmatched(int replication, Unmatched rests) {
        unmatched.put(replication, rests);
    }

    /** What has been seen; to be asked when the run has ended. */
    public Watched seen() {
        return new Watched(variant, baseline, List.copyOf(unmatched.values()));
    }
}
