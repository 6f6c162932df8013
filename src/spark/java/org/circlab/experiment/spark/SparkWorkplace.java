package org.circlab.experiment.spark;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.circlab.experiment.study.Shipment;
import org.circlab.experiment.study.StudyException;
import org.circlab.experiment.study.Task;
import org.circlab.experiment.study.Workplace;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that does tasks. Two flights are under way at a time, so that the second keeps all executors busy while the first
 * waits for its slowest task; what the driver holds does not grow with the number of tasks.
 *
 * <p>A task whose executor is lost is done again on another. Batches are so large that handing one out costs little against
 * doing it, and so small that answers come every few seconds.
 */
final class SparkWorkplace implements Workplace {

    /** How long a batch should take. */
    private static final double NANOS_A_BATCH = 5e8;
    /** Keeps the answers of a batch below what Spark sends in one message. */
    private static final int MOST_A_BATCH = 200;

    private static final int BATCHES_A_CORE = 3;
    private static final int FLIGHTS = 2;
    private static final long NANOS_OF_SILENCE = 3_000_000_000L;

    private final SparkConf conf;
    private final Shipped.Opening opening;

    private @Nullable JavaSparkContext context;

    /**
     * A workplace that opens its connection with the first task.
     *
     * @param conf of the driver
     * @param opening makes evaluators on executors
     */
    SparkWorkplace(SparkConf conf, Shipped.Opening opening) {
        this.conf = conf;
        this.opening = opening;
    }

    @Override
    public void run(Shipment shipment, Iterator<Task> tasks, Sink sink) {
        if (!tasks.hasNext()) {
            return;
        }
        JavaSparkContext open = context();
        Deque<Flight> flights = new ArrayDeque<>();
        try {
            Broadcast<Shipped> shipped = open.broadcast(new Shipped(shipment, opening));
            int batch = 1;
            while (tasks.hasNext() || !flights.isEmpty()) {
                while (flights.size() < FLIGHTS && tasks.hasNext()) {
                    int parts = BATCHES_A_CORE * open.defaultParallelism();
                    flights.add(Flight.start(open, shipped, tasks, batch * parts, parts));
                }
                batch = batchFor(flights.element().land(sink));
                flights.remove();
            }
        } catch (InterruptedException interrupted) {
            throw cancelled(interrupted);
        } catch (ExecutionException failed) {
            throw gaveUp(String.valueOf(failed.getMessage()), failed);
        } catch (IllegalStateException failed) {
            throw open.sc().isStopped() ? gaveUp("its master ended the connection", failed) : failed;
        } finally {
            uninterrupted(() -> {
                flights.forEach(Flight::cancel);
                awaitSilence(open);
            });
        }
    }

    /** How many tasks make a batch. */
    static int batchFor(double nanosATask) {
        return (int) Math.max(1, Math.min(MOST_A_BATCH, NANOS_A_BATCH / nanosATask));
    }

    /** Leaves the cluster. */
    @Override
    public void close() {
        JavaSparkContext open = context;
        context = null;
        if (open != null) {
            uninterrupted(open::close);
        }
    }

    private JavaSparkContext context() {
        JavaSparkContext open = context;
        if (open == null) {
            open = connect();
            context = open;
        }
        return open;
    }

    private JavaSparkContext connect() {
        try {
            return new JavaSparkContext(conf);
        } catch (Exception failed) {
            throw new StudyException("Spark cannot start: " + firstLine(String.valueOf(failed.getMessage())), failed);
        }
    }

    /** Waits until the executors have left what was cancelled; one that is lost is not waited for long. */
    private static void awaitSilence(JavaSparkContext open) {
        long end = System.nanoTime() + NANOS_OF_SILENCE;
        while (System.nanoTime() < end && isBusy(open)) {
            LockSupport.parkNanos(NANOS_OF_SILENCE / 100);
        }
    }

    private static boolean isBusy(JavaSparkContext open) {
        return !open.sc().isStopped()
                && Arrays.stream(open.statusTracker().getExecutorInfos())
                        .anyMatch(executor -> executor.numRunningTasks() > 0);
    }

    /** Does what must be done even if the thread is interrupted, which it stays. */
    private static void uninterrupted(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static CancellationException cancelled(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("the study was interrupted");
        cancelled.initCause(interrupted);
        return cancelled;
    }

    private static StudyException gaveUp(String reason, Exception failed) {
        return new StudyException(
                "the Spark cluster gave up (" + firstLine(reason)
                        + "); what was answered is kept and the"
                        + " same command goes on from there. Why is in the logs of its workers",
                failed);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
