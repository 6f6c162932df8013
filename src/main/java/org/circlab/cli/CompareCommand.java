package org.circlab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Sinks;
import org.circlab.report.ComparisonJson;
import org.circlab.report.ComparisonTable;
import org.circlab.report.ExplainFiles;
import org.circlab.report.Remedy;
import org.circlab.report.ResultException;
import org.circlab.report.ScoredRun;
import org.circlab.report.StoredResult;
import org.circlab.report.Watching;
import org.circlab.report.WholeFile;
import org.circlab.report.page.ComparedRun;
import org.circlab.report.page.ComparisonPage;
import org.circlab.scenario.Effective;
import org.circlab.score.Comparison;
import org.circlab.score.Comparison.Candidate;
import org.circlab.score.Scorecard;
import org.circlab.simulation.CompiledLab;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code circlab compare}: variants of a lab, or labs, side by side. */
@Command(
        name = "compare",
        description = "Compares the variants of a scenario, or several scenarios, side by side.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab compare velenje.yaml",
            "  circlab compare velenje.yaml --variant symbiosis --variant board-plant",
            "  circlab compare velenje.yaml forli.yaml --format csv > compared.csv",
            "  circlab compare results/velenje/symbiosis results/velenje/board-plant",
            "  circlab compare region-*.yaml --report regions.html",
            "",
            "Each is simulated with its own business as usual. Variants of one lab share their random numbers and are",
            "compared by paired differences; labs for each inhabitant, tonne arising and euro. A variant of other years",
            "than the first is left out unless it is named. Writes no files but the page of --report."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CompareCommand implements Callable<Integer> {

    /** What goes to the standard output. */
    private enum Format {
        TABLE,
        CSV,
        JSON
    }

    private final Console console;
    private final Experimenter experimenter;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "scenarios; of a single one all variants are compared, of several the first of each; or finished"
                            + " results: folders, or JSON documents of run, which are not simulated again")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--variant", paramLabel = "ID", description = "which variant of each file; may be repeated")
    private List<String> variants = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "replaces one value in each of them; may be repeated")
    private List<String> sets = new ArrayList<>();

    @Mixin
    private final Repeated repeated = new Repeated();

    @Mixin
    private final Chance chance = new Chance();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "what to print: table, or csv or json with every indicator (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "also writes a page to look at: figures, flows, months, targets and reasons side by side; into"
                            + " comparison.html if it names a folder")
    private @Nullable Path report;

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            defaultValue = "results",
            description =
                    "folder of all results; what explain has found there for the same scenario and seed is shown on the page"
                            + " of --report (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Path results;

    CompareCommand(Console console, Experimenter experimenter) {
        this.console = console;
        this.experimenter = experimenter;
    }

    @Override
    public Integer call() throws IOException {
        repeated.require(spec);
        chance.require(spec);
        requireSense();
        Contenders contenders = Contenders.read(files, variants, sets, console);
        if (contenders.size() < 2) {
            throw new ParameterException(
                    spec.commandLine(), "there is only one variant to compare; name another file or --variant");
        }
        likeStored(contenders.stored());
        List<ComparedRun> drawn = new ArrayList<>();
        Comparison comparison = Comparison.of(candidates(contenders, drawn));
        switch (format) {
            case TABLE -> ComparisonTable.lines(comparison).forEach(console.out()::println);
            case CSV -> ComparisonTable.csv(console.out(), comparison);
            case JSON -> console.out().print(ComparisonJson.of(comparison));
        }
        if (report != null) {
            write(report, ComparisonPage.of(drawn));
        }
        return CircLab.DONE;
    }

    /** Refuses options that mean nothing for what is named. */
    private void requireSense() {
        List<Path> finished = files.stream().filter(StoredResult::isOne).toList();
        if (!finished.isEmpty() && report != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--report draws what is simulated, and " + finished.get(0) + " is a finished result");
        }
        if (finished.size() == files.size() && !(variants.isEmpty() && sets.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--variant and --set change scenarios, and all that is named are finished results");
        }
    }

    /** Runs scenarios as the stored results have run, unless the options say otherwise, and refuses results that are unlike. */
    private void likeStored(List<StoredResult> stored) {
        if (stored.isEmpty()) {
            return;
        }
        if (!spec.commandLine().getParseResult().hasMatchedOption("--replications")) {
            repeated.replications = stored.get(0).scorecard().replications();
        }
        if (!spec.commandLine().getParseResult().hasMatchedOption("--seed")) {
            chance.seed = stored.get(0).seed();
        }
        stored.forEach(each -> each.requireLike(Version.number(), repeated.replications));
    }

    /** The results as they are, then the scenarios one after another as they have run; {@code drawn} takes what a page needs of them. */
    private List<Candidate> candidates(Contenders contenders, List<ComparedRun> drawn) {
        List<Candidate> candidates = new ArrayList<>();
        for (StoredResult stored : contenders.stored()) {
            candidates.add(stored.candidate(contenders.name(stored.lab().id(), stored.variant())));
        }
        for (Effective scenario : contenders.scenarios()) {
            List<Remedy> remedies = report == null ? List.of() : remedies(scenario);
            scenario.warnings().forEach(warning -> console.message(warning.toString()));
            Plan plan =
                    new Plan(scenario.lab(), scenario.baseline(), repeated.replications, chance.seed, chance.threads);
            Watching watching = new Watching(plan, CompiledLab::chartOf);
            ScoredRun run = run(scenario, plan, report == null ? Sinks.NONE : watching);
            String name = contenders.name(scenario.lab().id(), scenario.variant());
            Scorecard scorecard = run.outcome().scorecard();
            boolean asStored = !contenders.stored().isEmpty();
            candidates.add(new Candidate(
                    name, scenario.lab(), asStored ? StoredResult.rounded(scorecard) : scorecard, chance.seed));
            if (report != null) {
                drawn.add(ComparedRun.of(name, run, watching.seen(), remedies));
            }
        }
        return candidates;
    }

    private List<Remedy> remedies(Effective scenario) {
        Path answer = results.resolve(scenario.lab().id()).resolve(ExplainFiles.folderOf(scenario.variant()));
        try {
            return Remedy.in(answer, scenario.hash(), chance.seed);
        } catch (IOException e) {
            throw new ResultException(Failure.reason(e) + "; delete " + answer + ", or run explain again");
        }
    }

    private ScoredRun run(Effective scenario, Plan plan, Sinks sinks) {
        return new ScoredRun(Version.number(), scenario, sets, experimenter.run(plan, sinks, console));
    }

    private void write(Path target, String page) {
        Path file = Files.isDirectory(target) ? target.resolve("comparison.html") : target;
        try {
            WholeFile.write(file, to -> to.write(page.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new ResultException(file + " cannot be written, and is as it was: " + Failure.reason(e));
        }
        console.message("The page is in " + file);
    }
}
