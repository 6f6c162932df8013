package org.circlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Lab;
import org.circlab.score.Replications;
import org.circlab.score.Scorecard;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Replication;

/** Runs a variant and its baseline under common random numbers and scores them. */
public final class Experiment {

    private Experiment() {}

    /**
     * Runs every replication of both labs. Only closed accounts are kept in memory.
     *
     * @throws IllegalArgumentException if a lab cannot be compiled, since a distance is unknown
     * @throws RunException if a run fails; the others are stopped first
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; the runs are stopped first, each
     *     at the end of its simulated month, and the thread stays interrupted
     */
    public static Outcome run(Plan plan, Sinks sinks, Progress progress) {
        return run(plan, sinks, progress, Experiment::simulator);
    }

    /** The same with other simulators; {@code simulators} is asked once for each of the two labs. */
    static Outcome run(Plan plan, Sinks sinks, Progress progress, Function<Lab, Simulator> simulators) {
        Simulator variant = simulators.apply(plan.lab());
        Simulator baseline = simulators.apply(plan.baseline());
        Runs runs = new Runs();
        for (int k = 1; k <= plan.replications(); k++) {
            int replication = k;
            runs.add("variant", k, stoppable -> {
                Watch watch = new Watch(kernel -> sinks.variantFacts(replication, kernel::now));
                FlowSink months = watch.both(sinks.variant(replication), sinks.variantMonths(replication));
                Accounts accounts = variant.run(plan.seed(), replication, stoppable.apply(months), watch);
                watch.unmatched().ifPresent(unmatched -> sinks.variantUnmatched(replication, unmatched));
                watch.relations().ifPresent(relations -> sinks.variantRelations(replication, relations));
                return accounts;
            });
            runs.add("baseline", k, stoppable -> {
                Watch watch = new Watch(kernel -> sinks.baselineFacts(replication, kernel::now));
                FlowSink months = watch.both(sinks.baseline(replication), sinks.baselineMonths(replication));
                Accounts accounts = baseline.run(plan.seed(), replication, stoppable.apply(months), watch);
                watch.unmatched().ifPresent(unmatched -> sinks.baselineUnmatched(replication, unmatched));
                watch.relations().ifPresent(relations -> sinks.baselineRelations(replication, relations));
                return accounts;
            });
        }
        return outcome(plan, runs.finish(plan.threads(), progress));
    }

    private static Simulator simulator(Lab lab) {
        CompiledLab compiled = CompiledLab.of(lab);
        return (seed, replication, months, observer) -> Replication.run(compiled, seed, replication, months, observer);
    }

    /** Parts the accounts, variant and baseline in turn. */
    private static Outcome outcome(Plan plan, List<Accounts> accounts) {
        List<Accounts> variant = new ArrayList<>();
        List<Accounts> baseline = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i += 2) {
            variant.add(accounts.get(i));
            baseline.add(accounts.get(i + 1));
        }
        Scorecard scorecard =
                Scorecard.of(new Replications(plan.lab(), variant), new Replications(plan.baseline(), baseline));
        return new Outcome(plan, variant, baseline, scorecard);
    }
}
