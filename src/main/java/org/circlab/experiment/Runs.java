package org.circlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FlowSink;

/**
 * Runs in a fixed order, several at a time. They start in that order, and a failure stops only the runs after it; so the first
 * run that fails is the same on any number of threads.
 */
final class Runs {

    /** One run; it must hand its flows to the sink that the argument makes of its own, by which it can be stopped. */
    @FunctionalInterface
    interface Body {
        Accounts run(UnaryOperator<FlowSink> stoppable);
    }

    private record Run(String lab, int replication, Body body) {}

    private final List<Run> runs = new ArrayList<>();
    private final AtomicInteger firstFailed = new AtomicInteger(Integer.MAX_VALUE);

    /** Adds a run, named for messages by its lab and replication. */
    void add(String lab, int replication, Body body) {
        runs.add(new Run(lab, replication, body));
    }

    /**
     * Runs them all once and returns their accounts in order. No run goes on after this has returned or thrown.
     *
     * @throws RunException if one fails
     * @throws CancellationException if the calling thread is interrupted, which it stays
     */
    List<Accounts> finish(int threads, Progress progress) {
        try (Pool pool = new Pool(Math.min(threads, runs.size()))) {
            List<Future<Accounts>> futures = start(pool, progress);
            List<Accounts> accounts = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                accounts.add(accounts(runs.get(i), futures.get(i)));
            }
            return accounts;
        } catch (InterruptedException interrupted) {
            throw Pool.interrupted("the experiment", interrupted);
        }
    }

    /** Starts all runs and returns when each has ended, failed or been left out. */
    private List<Future<Accounts>> start(Pool pool, Progress progress) throws InterruptedException {
        CompletionService<Accounts> ended = pool.asTheyEnd();
        List<Future<Accounts>> futures = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            int index = i;
            futures.add(ended.submit(() -> run(index)));
        }
        int succeeded = 0;
        for (int i = 0; i < runs.size(); i++) {
            if (succeeded(ended.take())) {
                succeeded++;
                progress.done(succeeded, runs.size());
            }
        }
        return futures;
    }

    private Accounts run(int index) {
        try {
            requireGoing(index);
            return runs.get(index).body().run(sink -> (month, flows) -> {
                requireGoing(index);
                sink.month(month, flows);
            });
        } catch (Throwable failure) {
            firstFailed.accumulateAndGet(index, Math::min);
            throw failure;
        }
    }

    private void requireGoing(int index) {
        if (index > firstFailed.get() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped");
        }
    }

    private static boolean succeeded(Future<Accounts> future) throws InterruptedException {
        try {
            future.get();
            return true;
        } catch (ExecutionException failed) {
            return false;
        }
    }

    private static Accounts accounts(Run run, Future<Accounts> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw new RunException(run.lab(), run.replication(), cause == null ? failed : cause);
        }
    }
}
