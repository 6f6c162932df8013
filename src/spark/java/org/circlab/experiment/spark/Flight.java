package org.circlab.experiment.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.circlab.experiment.study.Answer;
import org.circlab.experiment.study.Task;
import org.circlab.experiment.study.Workplace;

/** Some consecutive tasks that are under way on the cluster, in batches of about the same number. */
final class Flight {

    private final List<List<Task>> batches;
    private final JavaFutureAction<List<Shipped.Done>> job;

    private Flight(List<List<Task>> batches, JavaFutureAction<List<Shipped.Done>> job) {
        this.batches = batches;
        this.job = job;
    }

    /**
     * Starts the next tasks and returns at once.
     *
     * @param tasks at least one
     * @param most how many of them are taken at most, at least 1
     * @param parts how many batches they make if there are so many tasks, at least 1
     */
    static Flight start(
            JavaSparkContext context, Broadcast<Shipped> shipped, Iterator<Task> tasks, int most, int parts) {
        List<Task> taken = new ArrayList<>();
        while (taken.size() < most && tasks.hasNext()) {
            taken.add(tasks.next());
        }
        List<List<Task>> batches = split(taken, parts);
        return new Flight(
                batches,
                context.parallelize(batches, batches.size())
                        .map(batch -> shipped.value().batch(batch))
                        .collectAsync());
    }

    /** At most so many parts whose sizes differ by at most one, none empty. */
    static List<List<Task>> split(List<Task> tasks, int parts) {
        int count = Math.min(parts, tasks.size());
        List<List<Task>> split = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            int from = (int) ((long) tasks.size() * part / count);
            int to = (int) ((long) tasks.size() * (part + 1) / count);
            split.add(List.copyOf(tasks.subList(from, to)));
        }
        return split;
    }

    /**
     * Waits for the answers and hands them on in the order of the tasks.
     *
     * @return nanoseconds of an executor for each task
     * @throws RuntimeException what the first task throws that fails, after all answers before it
     * @throws ExecutionException if the cluster gave up
     */
    double land(Workplace.Sink sink) throws InterruptedException, ExecutionException {
        List<Shipped.Done> landed = job.get();
        long nanos = 0;
        int tasks = 0;
        for (int batch = 0; batch < landed.size(); batch++) {
            Shipped.Done done = landed.get(batch);
            List<Answer> answers = done.answers();
            for (int i = 0; i < answers.size(); i++) {
                sink.done(batches.get(batch).get(i), answers.get(i));
            }
            if (done.failure() != null) {
                throw done.failure();
            }
            nanos += done.nanos();
            tasks += answers.size();
        }
        return (double) nanos / tasks;
    }

    /** Gives up what is still under way; executors may need a moment to hear of it. */
    void cancel() {
        job.cancel(true);
        try {
            job.get();
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException expected) {
            return;
        }
    }
}
