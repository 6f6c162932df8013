package org.circlab.experiment.study;

import java.util.concurrent.atomic.AtomicInteger;
import org.circlab.experiment.Progress;

/** Runs what a store lacks. */
public final class StudyRun {

    private StudyRun() {}

    /**
     * Has every task of a plan answered that has no answer yet. What has been answered is kept whatever happens.
     *
     * @param plan which the store was opened with
     * @param progress hears how many of the plan's tasks have been answered, those of earlier runs included
     * @throws StudyException if the store fails, or the workplace gives up
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted, which it stays
     */
    public static void run(StudyStore store, StudyPlan plan, Workplace workplace, Progress progress) {
        int all = plan.tasks();
        AtomicInteger answered = new AtomicInteger(store.answered(plan));
        try {
            workplace.run(plan.shipment(), store.missing(plan), (task, answer) -> {
                store.add(task, answer);
                progress.done(answered.incrementAndGet(), all);
            });
        } catch (RuntimeException | Error stopped) {
            commitQuietly(store, stopped);
            throw stopped;
        }
        store.commit();
    }

    private static void commitQuietly(StudyStore store, Throwable stopped) {
        try {
            store.commit();
        } catch (StudyException lost) {
            stopped.addSuppressed(lost);
        }
    }
}
