package org.circlab.experiment.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Parallel;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Lab;
import org.circlab.score.Estimate;
import org.circlab.score.Replications;
import org.circlab.score.Score;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Replication;

/**
 * The way from a run to the best possible, in points of its score: what each relaxation adds on top of those before it, and what is
 * left then. All parts add up to 100 less the score. A part may be negative: a rule that serves one after the other may do worse with
 * more freedom. None leads beyond the best possible: endless stores can pile up in the warm-up, or hold at the end, what the lab has no
 * room for, and a relaxed run that is better for it counts as the best possible. Each has a jackknife interval over the replications, in which all runs share their random numbers.
 *
 * @param score of the run
 * @param parts one for each relaxation, in their order
 * @param left what the last of them leaves to the best possible
 */
public record Gap(Score score, List<Part> parts, List<Estimate> left) {

    /** Stops a run at the end of a simulated month where its thread has been interrupted. */
    private static final FlowSink STOPPABLE = (month, flows) -> {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped");
        }
    };

    /**
     * What one relaxation adds.
     *
     * @param relaxation which one
     * @param points by dimension in their order, then of the whole score; NaN where a dimension does not apply
     */
    public record Part(Relaxation relaxation, List<Estimate> points) {
        public Part {
            points = List.copyOf(points);
        }
    }

    public Gap {
        parts = List.copyOf(parts);
        left = List.copyOf(left);
    }

    /**
     * Simulates the lab of an outcome again with more and more relaxed, in every replication.
     *
     * @param score of that outcome
     * @throws org.circlab.simulation.SimulationException if a relaxed lab leaves no way out
     * @throws CancellationException if the calling thread is interrupted
     */
    public static Gap of(Outcome outcome, Score score, Progress progress) {
        Plan plan = outcome.plan();
        List<Lab> labs = new ArrayList<>();
        Lab lab = plan.lab();
        for (Relaxation relaxation : Relaxation.values()) {
            lab = relaxation.of(lab);
            labs.add(lab);
        }
        List<List<Accounts>> runs = run(plan, labs, outcome.variant(), progress);
        List<Part> parts = new ArrayList<>();
        List<List<Double>> before = score.run();
        for (int step = 0; step < labs.size(); step++) {
            List<List<Double>> after =
                    noBetter(Score.scored(plan.lab(), new Replications(labs.get(step), runs.get(step))), score.best());
            parts.add(new Part(Relaxation.values()[step], score.points(before, after)));
            before = after;
        }
        return new Gap(score, parts, score.points(before, score.best()));
    }

    /** What is scored by dimension and replication, where it is lower than the best the best. */
    private static List<List<Double>> noBetter(List<List<Double>> scored, List<List<Double>> best) {
        return IntStream.range(0, scored.size())
                .mapToObj(dimension -> IntStream.range(0, best.get(dimension).size())
                        .mapToObj(k -> Math.max(
                                scored.get(dimension).get(k),
                                best.get(dimension).get(k)))
                        .toList())
                .toList();
    }

    /** The accounts of each lab; a lab that is like the one before it is not run again. */
    private static List<List<Accounts>> run(Plan plan, List<Lab> labs, List<Accounts> first, Progress progress) {
        List<Callable<Accounts>> questions = new ArrayList<>();
        Lab before = plan.lab();
        for (Lab lab : labs) {
            if (!lab.equals(before)) {
                CompiledLab compiled = CompiledLab.of(lab);
                for (int k = 1; k <= plan.replications(); k++) {
                    int replication = k;
                    questions.add(() -> Replication.run(compiled, plan.seed(), replication, STOPPABLE));
                }
            }
            before = lab;
        }
        List<Accounts> answers = questions.isEmpty() ? List.of() : Parallel.all(questions, plan.threads(), progress);
        List<List<Accounts>> runs = new ArrayList<>();
        List<Accounts> last = first;
        int next = 0;
        before = plan.lab();
        for (Lab lab : labs) {
            if (!lab.equals(before)) {
                last = answers.subList(next, next + plan.replications());
                next += plan.replications();
            }
            runs.add(last);
            before = lab;
        }
        return runs;
    }
}
