package org.circlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlab.experiment.study.Answer;
import org.circlab.experiment.study.Simulations;
import org.circlab.experiment.study.StudyPlan;
import org.circlab.experiment.study.Task;
import org.circlab.report.Rounded;

/** How large a study is, and how long it may take. */
final class DryRun {

    private static final int TIMED = 3;

    private final StudyPlan plan;
    private final Path file;
    private final int answered;
    private final int threads;

    /** Of a plan of whose runs so many are in a store already. */
    DryRun(StudyPlan plan, Path file, int answered, int threads) {
        this.plan = plan;
        this.file = file;
        this.answered = answered;
        this.threads = threads;
    }

    /** How many runs a study has, such as {@code 7 points x 2 variants x 10 replications}. */
    static String size(StudyPlan plan) {
        return counted(plan.design().points(), "point") + " x "
                + counted(plan.variants().size(), "variant") + " x " + counted(plan.replications(), "replication");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** What to tell. The first run is done for it a few times, and its result is not kept. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(size(plan) + " = " + plan.tasks() + " runs, each with its business as usual");
        if (answered > 0) {
            lines.add(answered + " of them are in " + file + " already");
        }
        Task first = new Task(1, plan.design().sets(1), plan.variants().get(0).id(), 1);
        Simulations simulations = new Simulations(plan.shipment(), 1);
        long begun = System.nanoTime();
        Answer answer = simulations.evaluate(first);
        long prepared = System.nanoTime() - begun;
        if (answer instanceof Answer.Refused refused) {
            lines.add("The first point is left out: " + refused.findings().get(0));
            return lines;
        }
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < TIMED; i++) {
            long start = System.nanoTime();
            Answer unused = simulations.evaluate(first);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        double run = fastest / 1e9;
        double point = Math.max(0, prepared / 1e9 - run);
        int left = plan.tasks() - answered;
        double points = (double) left / plan.replications();
        lines.add("One run takes about " + Rounded.of(run) + " s here; all that are left about "
                + Pace.duration((left * run + Math.min(points, left) * point) / threads) + " on "
                + counted(threads, "thread"));
        return lines;
    }
}
