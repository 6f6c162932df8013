package org.circlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does independent things at the same time; answers come in the order of the questions. */
public final class Parallel {

    private Parallel() {}

    /**
     * All answers. Nothing goes on after this has returned or thrown.
     *
     * @throws RuntimeException what the first question that fails throws
     * @throws CancellationException if the calling thread is interrupted, which it stays
     */
    public static <T> List<T> all(List<Callable<T>> questions, int threads, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Parallel::thread);
        try {
            List<Future<T>> futures = questions.stream().map(pool::submit).toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
                progress.done(answers.size(), questions.size());
            }
            return answers;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the searches were interrupted");
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
        Thread thread = new Thread(work, "circlab-run");
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
