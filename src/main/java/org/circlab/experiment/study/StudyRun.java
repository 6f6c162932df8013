package org.circlab.experiment.study;

import java.util.concurrent.atomic.AtomicInteger;
import org.circlab.experiment.Progress;

/** Runs what a store lacks. */
public final class StudyRun {

    private StudyRun() {}

    /**
     * Has every task of the store's study answered that has no answer yet. What has been answered is kept whatever happens.
     *
     * @param shipment of the plan that the store was opened with
     * @param progress hears how many of the study's tasks have been answered, those of earlier runs included
     * @throws StudyException if the store fails, or the workplace gives up
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted, which it stays
     */
    public static void run(StudyStore store, Shipment shipment, Workplace workplace, Progress progress) {
        int all = Math.toIntExact(store.about().tasks());
        AtomicInteger answered = new AtomicInteger(Math.toIntExact(Math.min(all, store.answered())));
        try {
            workplace.run(shipment, store.missing(), (task, answer) -> {
                store.add(task, answer);
                progress.done(Math.min(all, answered.incrementAndGet()), all);
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
