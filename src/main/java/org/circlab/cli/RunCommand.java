package org.circlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Precision;
import org.circlab.experiment.Sinks;
import org.circlab.experiment.warmup.SettlingWatch;
import org.circlab.model.Lab;
import org.circlab.report.AdviceScreen;
import org.circlab.report.FirstScreen;
import org.circlab.report.JsonReport;
import org.circlab.report.Paint;
import org.circlab.report.ResultFiles;
import org.circlab.report.ResultFolder;
import org.circlab.report.ResultTables;
import org.circlab.report.ScoredRun;
import org.circlab.scenario.Effective;
import org.circlab.scenario.Suggestion;
import org.circlab.score.Explanation;
import org.circlab.simulation.CompiledLab;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code circlab run}: simulates a variant and its business as usual, writes the files and shows the first screen. */
@Command(
        name = "run",
        description = "Simulates a scenario and compares it with business as usual.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab run velenje.yaml",
            "  circlab run velenje.yaml --variant board-plant --until net-cost=\"1 %%\" --at-most 500",
            "  circlab run velenje.yaml --set policy.landfill-tax=\"60 EUR/t\"",
            "  circlab run velenje.yaml --format json > velenje.json",
            "  circlab run velenje.yaml --explain diversion-rate",
            "  circlab run velenje.yaml --trace | head -50",
            "",
            "The same scenario, options and seed give the same result, on any computer and number of threads.",
            "Files go to results/<lab>/<variant>/; a result already there is replaced when the new one is whole."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {

    private static final String FIRST_ONLY = " prints replication 1 and writes no files";

    /** What goes to the standard output. */
    private enum Format {
        TABLE,
        JSON,
        CSV
    }

    private final Console console;
    private final Experimenter experimenter;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Chosen chosen = new Chosen();

    @Mixin
    private final Repeated repeated = new Repeated();

    @Mixin
    private final Precise precise = new Precise();

    @Mixin
    private final Chance chance = new Chance();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "results",
            description = "folder of all results (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "what to print: table, json or csv (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--ledger", description = "also writes every fact of every run to ledger.csv, which may be large")
    private boolean ledger;

    @Option(
            names = "--trace",
            description = "prints the events of replication 1 of the variant instead, and writes no files")
    private boolean trace;

    @Option(
            names = "--explain",
            paramLabel = "INDICATOR",
            description =
                    "takes one indicator apart instead: formula, source, terms and accounts in replication 1, and rows of"
                            + " its ledger (all of them with --ledger); a score over all replications; writes no files")
    private @Nullable String explained;

    RunCommand(Console console, Experimenter experimenter) {
        this.console = console;
        this.experimenter = experimenter;
    }

    @Override
    public Integer call() throws IOException {
        repeated.require(spec);
        precise.require(spec);
        chance.require(spec);
        if (trace) {
            requireNoneOf(
                    "--trace" + FIRST_ONLY,
                    "--replications",
                    "--until",
                    "--threads",
                    "--out",
                    "--format",
                    "--ledger",
                    "--explain");
        }
        if (explained != null && ExplainScore.ids().contains(explained)) {
            requireNoneOf("--explain " + explained + " writes no files", "--until", "--out", "--format", "--ledger");
        } else if (explained != null) {
            requireNoneOf("--explain" + FIRST_ONLY, "--replications", "--until", "--threads", "--out", "--format");
        }
        Effective scenario = chosen.in(chosen.read());
        scenario.warnings().forEach(warning -> console.message(warning.toString()));
        if (trace) {
            Trace.print(CompiledLab.of(scenario.lab()), chance.seed, 1, console.out());
            return CircLab.DONE;
        }
        int most = precise.isAsked() ? precise.most() : repeated.replications;
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), most, chance.seed, chance.threads);
        List<Precision> precisions = precise.precisions(spec, plan);
        if (explained != null) {
            explain(plan, explained);
            return CircLab.DONE;
        }
        requireNoInterruption();
        try (ResultFolder folder = ResultFolder.open(out, plan.lab().id(), scenario.variant())) {
            folder.notices().forEach(notice -> console.message("circlab: " + notice));
            ScoredRun run = write(scenario, plan, precisions, folder);
            print(run, folder.place());
            return Thread.interrupted() ? tooLate(folder.place()) : CircLab.DONE;
        }
    }

    private int tooLate(Path place) {
        console.message("circlab: interrupted, but the new result was in place already: " + place);
        return CircLab.INTERRUPTED;
    }

    private static void requireNoInterruption() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted before the result was in place");
        }
    }

    /** Runs everything and puts the result in its place. */
    private ScoredRun write(Effective scenario, Plan plan, List<Precision> precisions, ResultFolder folder)
            throws IOException {
        ResultFiles files = ResultFiles.in(folder.writing(), plan, ledger, CompiledLab::chartOf);
        SettlingWatch watch = new SettlingWatch(plan.lab().horizon(), files);
        Outcome outcome =
                precisions.isEmpty() ? experimenter.run(plan, watch, console) : replicateUntil(plan, precisions, watch);
        AdviceScreen.late(watch.settlings()).ifPresent(late -> console.message("circlab: " + late));
        ScoredRun run = new ScoredRun(Version.number(), scenario, chosen.sets, outcome);
        files.write(run);
        requireNoInterruption();
        folder.commit();
        return run;
    }

    private Outcome replicateUntil(Plan plan, List<Precision> precisions, Sinks files) {
        Experimenter until = (most, sinks, progress) -> Experiment.runUntil(most, precisions, sinks, progress);
        Outcome outcome = until.run(plan, files, console);
        Precise.verdicts(precisions, outcome.scorecard()).forEach(console::message);
        return outcome;
    }

    private void print(ScoredRun run, Path place) throws IOException {
        switch (format) {
            case TABLE ->
                FirstScreen.lines(run, place, console.coloursOut() ? Paint.TERMINAL : Paint.PLAIN)
                        .forEach(console.out()::println);
            case JSON -> console.out().print(JsonReport.of(run, place.toString()));
            case CSV ->
                ResultTables.indicators(
                        console.out(),
                        run.scenario().variant(),
                        run.outcome().scorecard().indicators());
        }
    }

    private void explain(Plan plan, String id) {
        requireIndicator(plan.lab(), id);
        if (ExplainScore.ids().contains(id)) {
            new ExplainScore(experimenter.run(plan, Sinks.NONE, console)).print(id, console.out());
        } else {
            new Explain(plan, ledger, console.out()).print(id);
        }
    }

    private void requireIndicator(Lab lab, String id) {
        List<String> ids = Stream.concat(Explanation.ids(lab).stream(), ExplainScore.ids().stream())
                .toList();
        if (!ids.contains(id)) {
            throw new ParameterException(
                    spec.commandLine(),
                    ("there is no indicator '" + id + "'; the first column of indicators.csv names them. "
                                    + Suggestion.maybe(id, ids))
                            .strip());
        }
    }

    private void requireNoneOf(String why, String... options) {
        for (String option : options) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(spec.commandLine(), why + "; leave out " + option);
            }
        }
    }
}
