package org.circlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

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
        try (Pool pool = new Pool(threads)) {
            List<Future<T>> futures = questions.stream().map(pool::submit).toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
                progress.done(answers.size(), questions.size());
            }
            return answers;
        } catch (InterruptedException interrupted) {
            throw Pool.interrupted("the search", interrupted);
        } catch (ExecutionException failed) {
            throw Pool.unchecked(failed);
        }
    }
}
