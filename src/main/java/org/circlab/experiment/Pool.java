package org.circlab.experiment;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads of this JVM that do things at the same time. Nothing goes on after {@link #close}. */
public final class Pool implements AutoCloseable {

    private final ExecutorService threads;

    /** So many threads, at least 1. */
    public Pool(int threads) {
        this.threads = Executors.newFixedThreadPool(threads, Pool::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "circlab-run");
        thread.setDaemon(true);
        return thread;
    }

    /** Lets a thread do something when one is free. */
    public <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    /** Answers in the order in which they come. */
    public <T> CompletionService<T> asTheyEnd() {
        return new ExecutorCompletionService<>(threads);
    }

    /** What is thrown where the waiting thread was interrupted, which it stays. */
    public static CancellationException interrupted(String what, InterruptedException interruption) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException(what + " was interrupted");
        cancelled.initCause(interruption);
        return cancelled;
    }

    /** What work threw, if it needs no declaration; errors are thrown at once. */
    public static RuntimeException unchecked(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(failed);
    }

    /** Interrupts what still runs and waits for its end. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
