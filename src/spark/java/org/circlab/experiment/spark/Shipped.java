package org.circlab.experiment.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.circlab.experiment.study.Answer;
import org.circlab.experiment.study.Evaluator;
import org.circlab.experiment.study.Shipment;
import org.circlab.experiment.study.Task;
import org.jspecify.annotations.Nullable;

/** A shipment as an executor has it: its evaluator is made once in each JVM, when the first task is done there. */
final class Shipped implements Serializable {

    private static final long serialVersionUID = 1;

    /** Makes evaluators, on executors. */
    @FunctionalInterface
    interface Opening extends Function<Shipment, Evaluator>, Serializable {}

    /**
     * What came of a batch.
     *
     * @param answers to its tasks in their order, up to one that failed
     * @param failure of the program in that task, which would only fail again elsewhere
     * @param nanos how long all took
     */
    record Done(List<Answer> answers, @Nullable RuntimeException failure, long nanos) implements Serializable {}

    private final Shipment shipment;
    private final Opening opening;

    private transient @Nullable Evaluator evaluator;

    Shipped(Shipment shipment, Opening opening) {
        this.shipment = shipment;
        this.opening = opening;
    }

    /**
     * Does a batch of tasks one after the other.
     *
     * @throws CancellationException if the cluster stops it
     */
    Done batch(List<Task> tasks) {
        long start = System.nanoTime();
        List<Answer> answers = new ArrayList<>();
        RuntimeException failure = null;
        try {
            Evaluator opened = evaluator();
            for (Task task : tasks) {
                answers.add(opened.evaluate(task));
            }
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException failed) {
            failure = failed;
        }
        return new Done(answers, failure, System.nanoTime() - start);
    }

    private synchronized Evaluator evaluator() {
        Evaluator opened = evaluator;
        if (opened == null) {
            opened = opening.apply(shipment);
            evaluator = opened;
        }
        return opened;
    }
}
