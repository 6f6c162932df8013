package org.circlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.circlab.experiment.study.Clusters;
import org.circlab.experiment.study.Stored;
import org.circlab.experiment.study.StudyException;
import org.circlab.experiment.study.StudyPlan;
import org.circlab.experiment.study.StudyRun;
import org.circlab.experiment.study.StudyStore;
import org.circlab.experiment.study.Threads;
import org.circlab.experiment.study.Workplace;
import org.circlab.report.study.StudyFiles;
import org.circlab.report.study.StudyScreen;
import org.circlab.report.study.StudyTables;
import org.circlab.scenario.ScenarioFile;
import org.circlab.scenario.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code circlab sweep}: runs variants at many points and keeps every result in a store. */
@Command(
        name = "sweep",
        description = "Runs variants of a scenario at many points and compares each with business as usual.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab sweep velenje.yaml --vary policy.landfill-tax=\"0..120:20 EUR/t\"",
            "  circlab sweep velenje.yaml --vary policy.landfill-tax=\"0..120:40 EUR/t\" --vary exchange.rule=cheapest,nearest",
            "  circlab sweep velenje.yaml --vary policy.carbon-price=\"triangular(40, 70, 120) EUR/tCO2e\" --sample lhs 100",
            "  circlab sweep velenje.yaml --points points.csv --variant symbiosis --variant board-plant",
            "  circlab sweep velenje.yaml --study tax --replications 30 --dry-run",
            "",
            "Every point runs under the same random numbers. Results are kept in results/<lab>/studies/<name>.db: a study that",
            "was stopped goes on where it was when the same command is given again, and more replications, variants or points",
            "are added to it. Its tables lie beside it, in studies/<name>/. A point whose scenario has errors is told and left out."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SweepCommand implements Callable<Integer> {

    private static final int MOST_RUNS = 10_000;
    private static final int MOST_ROWS = 60;

    /** What goes to the standard output. */
    private enum Format {
        TABLE,
        CSV
    }

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Swept swept = new Swept();

    @Mixin
    private final Repeated repeated = new Repeated();

    @Mixin
    private final Chance chance = new Chance();

    @Mixin
    private final Shown shown = new Shown();

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
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "what to print: table, or csv with means and intervals (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--on",
            paramLabel = "MASTER",
            description = "does the runs on a Spark cluster, such as spark://host:7077, instead of on threads here")
    private @Nullable String on;

    @Option(names = "--dry-run", description = "only says how many runs there are, and how long they may take")
    private boolean dryRun;

    @Option(names = "--yes", description = "runs more than 10 000 runs without asking back")
    private boolean yes;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        repeated.require(spec);
        chance.require(spec);
        ScenarioFile scenario = ScenarioFile.read(swept.file);
        Study study = swept.in(scenario, spec);
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--replications");
        int replications = given ? repeated.replications : study.replications().orElse(repeated.replications);
        StudyPlan plan = new StudyPlans(scenario, study, swept.sets).plan(chance.seed, replications, console);
        List<String> indicators = shown.of(plan.shipment().indicators(), study.indicators(), spec);
        Path file = store == null ? StudyPlace.store(out, plan.lab(), plan.name()) : store;
        if (dryRun) {
            new DryRun(plan, file, chance.threads).lines().forEach(console.out()::println);
            return CircLab.DONE;
        }
        requireConsent(plan, file);
        return run(plan, file, indicators, workplace());
    }

    private void requireConsent(StudyPlan plan, Path file) {
        long left = plan.tasks() - DryRun.answered(file);
        if (left > MOST_RUNS && !yes) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there are " + left + " runs to do (" + DryRun.size(plan)
                            + "); --dry-run says how long they may take, --yes runs them");
        }
    }

    private int run(StudyPlan plan, Path file, List<String> indicators, Workplace workplace) throws IOException {
        try (StudyStore results = StudyStore.open(file, plan)) {
            tellKept(results);
            try (workplace;
                    StudyProgress progress = new StudyProgress(console, System::nanoTime, results.answered())) {
                StudyRun.run(results, plan.shipment(), workplace, progress);
            } catch (CancellationException stopped) {
                boolean unused = Thread.interrupted();
                console.message("circlab: interrupted; " + results.answered() + " of "
                        + results.about().tasks() + " runs are kept in " + file
                        + ", and the same command goes on from there");
                return CircLab.INTERRUPTED;
            }
            Path folder = StudyPlace.tables(file);
            StudyFiles.write(results, indicators, folder);
            return told(results, indicators, folder);
        }
    }

    /** Where the runs are done. */
    private Workplace workplace() {
        if (on == null) {
            return new Threads(chance.threads);
        }
        return Clusters.find()
                .orElseThrow(() -> new StudyException(
                        "--on needs circlab-spark.jar, and Spark; build it with 'mvn -Pspark package'"
                                + " and see 'On a cluster' in README.md"))
                .at(on);
    }

    private void tellKept(StudyStore results) {
        Stored about = results.about();
        long answered = results.answered();
        if (answered > 0) {
            console.message("circlab: " + answered + " of " + about.tasks() + " runs are in " + results.file()
                    + " already and are used again");
        }
    }

    private int told(StudyStore results, List<String> indicators, Path folder) throws IOException {
        Refusals refusals = Refusals.of(results);
        refusals.lines().forEach(console::message);
        if (format == Format.CSV) {
            new StudyTables(results, indicators).write(StudyTables.Kind.SUMMARY, console.out());
        } else {
            Stored about = results.about();
            console.out()
                    .println("Difference to business as usual, mean ± half-width of its 95 % interval over "
                            + about.replications() + " replications");
            console.out().println();
            StudyScreen.lines(results, indicators, MOST_ROWS).forEach(console.out()::println);
            console.out().println();
            console.out().println("Tables: " + folder + "; every run: " + results.file());
        }
        return refusals.areAll() ? CircLab.FAILED : CircLab.DONE;
    }
}
