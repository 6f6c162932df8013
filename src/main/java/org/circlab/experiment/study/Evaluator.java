package org.circlab.experiment.study;

/** Does tasks of one shipment. Called by several threads at once. */
@FunctionalInterface
public interface Evaluator {

    /**
     * Does a task: a pure function of the shipment and the task.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted, which it stays
     */
    Answer evaluate(Task task);
}
