package org.circlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.circlab.experiment.study.Clusters;
import org.circlab.experiment.study.StudyException;
import org.circlab.experiment.study.StudyPlan;
import org.circlab.experiment.study.StudyRun;
import org.circlab.experiment.study.StudyStore;
import org.circlab.experiment.study.Threads;
import org.circlab.experiment.study.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a command that runs a study, and how it runs one: where its results are kept, where the runs are done, and consent. */
final class StudySession {

    private static final int MOST_RUNS = 10_000;

    private final Console console;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "results",
            description = "folder of all results (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--store", paramLabel = "FILE", description = "where results are kept, instead of a file in --out")
    private @Nullable Path store;

    @Option(
            names = "--on",
            paramLabel = "MASTER",
            description = "does the runs on a Spark cluster, such as spark://host:7077, instead of on threads here")
    private @Nullable String on;

    @Option(names = "--dry-run", description = "only says how many runs there are, and how long they may take")
    private boolean dryRun;

    @Option(names = "--yes", description = "runs more than 10 000 runs without asking back")
    private boolean yes;

    StudySession(Console console) {
        this.console = console;
    }

    /** Tells what a study found. */
    @FunctionalInterface
    interface Teller {

        /**
         * Tells it.
         *
         * @param results all of them
         * @param folder for tables beside the store
         */
        void tell(StudyStore results, Path folder) throws IOException;
    }

    /**
     * Runs what is missing of a plan and has it told, unless only its size is asked for.
     *
     * @return the exit code
     * @throws ParameterException if there are many runs to do and nobody has agreed to them
     * @throws StudyException if the store or the cluster fails
     */
    int run(StudyPlan plan, int threads, Teller teller) throws IOException {
        Path file = store == null ? StudyPlace.store(out, plan.lab(), plan.name()) : store;
        int answered = StudyStore.answered(file, plan);
        if (dryRun) {
            new DryRun(plan, file, answered, threads).lines().forEach(console.out()::println);
            return CircLab.DONE;
        }
        if (plan.tasks() - answered > MOST_RUNS && !yes) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there are " + (plan.tasks() - answered) + " runs to do (" + DryRun.size(plan)
                            + "); --dry-run says how long they may take, --yes runs them");
        }
        Workplace workplace = workplace(threads);
        try (StudyStore results = StudyStore.open(file, plan)) {
            tellKept(results, plan);
            return isFinished(results, plan, workplace) ? told(results, plan, teller) : CircLab.INTERRUPTED;
        }
    }

    private Workplace workplace(int threads) {
        if (on == null) {
            return new Threads(threads);
        }
        return Clusters.find()
                .orElseThrow(() -> new StudyException(
                        "--on needs circlab-spark.jar, and Spark; build it with 'mvn -Pspark package'"
                                + " and see 'On a cluster' in README.md"))
                .at(on);
    }

    private void tellKept(StudyStore results, StudyPlan plan) {
        int answered = results.answered(plan);
        if (answered > 0) {
            console.message("circlab: " + answered + " of " + plan.tasks() + " runs are in " + results.file()
                    + " already and are used again");
        }
    }

    /** Runs what is missing; false where somebody interrupts it. */
    private boolean isFinished(StudyStore results, StudyPlan plan, Workplace workplace) {
        try (workplace;
                StudyProgress progress = new StudyProgress(console, System::nanoTime, results.answered(plan))) {
            StudyRun.run(results, plan, workplace, progress);
            return true;
        } catch (CancellationException stopped) {
            boolean unused = Thread.interrupted();
            console.message("circlab: interrupted; " + results.answered(plan) + " of " + plan.tasks()
                    + " runs are kept in " + results.file() + ", and the same command goes on from there");
            return false;
        }
    }

    private int told(StudyStore results, StudyPlan plan, Teller teller) throws IOException {
        Refusals refusals = Refusals.of(results, plan);
        refusals.lines().forEach(console::message);
        teller.tell(results, StudyPlace.tables(results.file()));
        return refusals.areAll() ? CircLab.FAILED : CircLab.DONE;
    }
}
