package org.circlab.experiment.study;

import java.util.Iterator;

/** Where the tasks of a study are done: on threads of this JVM, or on a cluster. Answers never depend on it. */
@FunctionalInterface
public interface Workplace extends AutoCloseable {

    /** Takes answers as they come, in any order. */
    @FunctionalInterface
    interface Sink {

        /** Takes the answer to a task. Called by one thread at a time; whoever calls it may stop when it throws. */
        void done(Task task, Answer answer);
    }

    /**
     * Does every task once. Nothing goes on after this has returned or thrown. Tasks of one point and variant follow each other,
     * so that what does a row of them compiles their lab once.
     *
     * @param shipment all that an {@link Evaluator} needs beside the task
     * @param tasks any number of them, taken as they are needed and never all at once
     * @param sink hears each answer once, on the calling thread
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted, which it stays
     */
    void run(Shipment shipment, Iterator<Task> tasks, Sink sink);

    /** Leaves it, after any number of runs; threads of this JVM need no leaving. */
    @Override
    default void close() {}
}
