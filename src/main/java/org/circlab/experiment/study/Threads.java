package org.circlab.experiment.study;

import java.util.Iterator;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.circlab.experiment.Pool;

/**
 * Does tasks on threads of this JVM, of as many points and variants by turns as there are threads. No more tasks are in hand than keep
 * the threads busy.
 */
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
    public void run(Shipment shipment, Iterator<Task> inOrder, Sink sink) {
        Iterator<Task> tasks = new Interleaved(inOrder, threads);
        Evaluator evaluator = evaluators.apply(shipment);
        try (Pool pool = new Pool(threads)) {
            CompletionService<Done> ended = pool.asTheyEnd();
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
            throw Pool.interrupted("the study", interrupted);
        } catch (ExecutionException failed) {
            throw Pool.unchecked(failed);
        }
    }
}
