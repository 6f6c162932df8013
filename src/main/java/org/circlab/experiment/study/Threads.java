package org.circlab.experiment.study;

import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Does tasks on threads of this JVM. No more tasks are in hand than keep the threads busy. */
public final class Threads implements Workplace {

    private static final int IN_HAND = 4;

    private final int threads;
    private final Function<Shipment, Evaluator> evaluators;

    /** So many threads, at least 1, that simulate. */
    public Threads(int threads) {
        this(threads, shipment -> new Simulations(shipment, threads));
    }

    /** The same with any evaluator. */
    public Threads(int threads, Function<Shipment, Evaluator> evaluators) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + "; it must be at least 1");
        }
        this.threads = threads;
        this.evaluators = evaluators;
    }

    private record Done(Task task, Answer answer) {}

    @Override
    public void run(Shipment shipment, Iterator<Task> tasks, Sink sink) {
        Evaluator evaluator = evaluators.apply(shipment);
        ExecutorService pool = Executors.newFixedThreadPool(threads, Threads::thread);
        try {
            CompletionService<Done> ended = new ExecutorCompletionService<>(pool);
            int inHand = 0;
            while (tasks.hasNext() || inHand > 0) {
                while (inHand < IN_HAND * threads && tasks.hasNext()) {
                    Task task = tasks.next();
                    Future<Done> unused = ended.submit(() -> new Done(task, evaluator.evaluate(task)));
                    inHand++;
                }
                Done done = ended.take().get();
                inHand--;
                sink.done(done.task(), done.answer());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the study was interrupted");
            cancelled.initCause(interrupted);
            throw cancelled;
        } catch (ExecutionException failed) {
            throw unchecked(failed);
        } finally {
            stop(pool);
        }
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(failed);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "circlab-study");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the pool and waits for its threads. */
    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = pool.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
