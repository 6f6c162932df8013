package org.circlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Lab;
import org.circlab.score.Replications;
import org.circlab.score.Score;
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
        Pair pair = new Pair(simulators.apply(plan.lab()), simulators.apply(plan.baseline()), plan.seed(), sinks);
        return outcome(plan, pair.replicate(1, plan.replications(), plan.threads(), progress));
    }

    /**
     * Runs replications until every precision is reached, at least {@value Precision#LEAST_REPLICATIONS} and at most those of the
     * plan. The outcome is that of a plan with as many replications as it took.
     *
     * @param most what may be run at most
     * @param precisions one for each indicator that matters
     * @throws IllegalArgumentException if an indicator is not in the scorecard
     */
    public static Outcome runUntil(Plan most, List<Precision> precisions, Sinks sinks, Progress progress) {
        return runUntil(most, precisions, sinks, progress, Experiment::simulator);
    }

    static Outcome runUntil(
            Plan most,
            List<Precision> precisions,
            Sinks sinks,
            Progress progress,
            Function<Lab, Simulator> simulators) {
        Pair pair = new Pair(simulators.apply(most.lab()), simulators.apply(most.baseline()), most.seed(), sinks);
        List<Accounts> accounts = new ArrayList<>();
        int next = Math.min(Precision.LEAST_REPLICATIONS, most.replications());
        while (true) {
            int done = accounts.size();
            accounts.addAll(pair.replicate(
                    done / 2 + 1, next, most.threads(), (runs, of) -> progress.done(done + runs, most.runs())));
            Outcome outcome =
                    outcome(new Plan(most.lab(), most.baseline(), next, most.seed(), most.threads()), accounts);
            int advised = Precision.advised(precisions, outcome.scorecard());
            if (advised <= next || next == most.replications()) {
                return outcome;
            }
            next = Math.min(most.replications(), Precision.next(next, advised));
        }
    }

    private static Simulator simulator(Lab lab) {
        CompiledLab compiled = CompiledLab.of(lab);
        return (seed, replication, months, observer) -> Replication.run(compiled, seed, replication, months, observer);
    }

    /** Both labs of an experiment. */
    private record Pair(Simulator variant, Simulator baseline, long seed, Sinks sinks) {

        /** Accounts of some replications, variant and baseline in turn. */
        List<Accounts> replicate(int first, int last, int threads, Progress progress) {
            Runs runs = new Runs();
            for (int k = first; k <= last; k++) {
                int replication = k;
                runs.add("variant", k, stoppable -> {
                    Watch watch = new Watch(kernel -> sinks.variantFacts(replication, kernel::now));
                    FlowSink months = watch.both(sinks.variant(replication), sinks.variantMonths(replication));
                    Accounts accounts = variant.run(seed, replication, stoppable.apply(months), watch);
                    watch.unmatched().ifPresent(unmatched -> sinks.variantUnmatched(replication, unmatched));
                    watch.relations().ifPresent(relations -> sinks.variantRelations(replication, relations));
                    return accounts;
                });
                runs.add("baseline", k, stoppable -> {
                    Watch watch = new Watch(kernel -> sinks.baselineFacts(replication, kernel::now));
                    FlowSink months = watch.both(sinks.baseline(replication), sinks.baselineMonths(replication));
                    Accounts accounts = baseline.run(seed, replication, stoppable.apply(months), watch);
                    watch.unmatched().ifPresent(unmatched -> sinks.baselineUnmatched(replication, unmatched));
                    watch.relations().ifPresent(relations -> sinks.baselineRelations(replication, relations));
                    return accounts;
                });
            }
            return runs.finish(threads, progress);
        }
    }

    /** Parts the accounts, variant and baseline in turn. */
    private static Outcome outcome(Plan plan, List<Accounts> accounts) {
        List<Accounts> variant = new ArrayList<>();
        List<Accounts> baseline = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i += 2) {
            variant.add(accounts.get(i));
            baseline.add(accounts.get(i + 1));
        }
        Replications with = new Replications(plan.lab(), variant);
        Replications without = new Replications(plan.baseline(), baseline);
        return new Outcome(plan, variant, baseline, Scorecard.of(with, without).with(Score.of(with, without)));
    }
}
