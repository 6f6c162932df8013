package org.circlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Sinks;
import org.circlab.report.ComparisonTable;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.Comparison;
import org.circlab.score.Comparison.Candidate;
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
            "",
            "Each is simulated with its own business as usual. Variants of one lab share their random numbers and are",
            "compared by paired differences; labs for each inhabitant, tonne arising and euro. Writes no files."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CompareCommand implements Callable<Integer> {

    /** What goes to the standard output. */
    private enum Format {
        TABLE,
        CSV
    }

    private final Console console;
    private final Experimenter experimenter;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "scenarios; of a single one all variants are compared, of several the first of each")
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
            description = "what to print: table, or csv with every indicator (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    CompareCommand(Console console, Experimenter experimenter) {
        this.console = console;
        this.experimenter = experimenter;
    }

    @Override
    public Integer call() throws IOException {
        repeated.require(spec);
        chance.require(spec);
        List<Effective> scenarios = scenarios();
        if (scenarios.size() < 2) {
            throw new ParameterException(
                    spec.commandLine(), "there is only one variant to compare; name another file or --variant");
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Effective scenario : scenarios) {
            scenario.warnings().forEach(warning -> console.message(warning.toString()));
            candidates.add(candidate(scenario));
        }
        Comparison comparison = Comparison.of(candidates);
        switch (format) {
            case TABLE -> ComparisonTable.lines(comparison).forEach(console.out()::println);
            case CSV -> ComparisonTable.csv(console.out(), comparison);
        }
        return CircLab.DONE;
    }

    private List<Effective> scenarios() {
        List<Effective> scenarios = new ArrayList<>();
        for (Path file : files) {
            ScenarioFile read = ScenarioFile.read(file);
            if (!variants.isEmpty()) {
                variants.forEach(id -> scenarios.add(read.effective(id, sets)));
            } else if (files.size() == 1) {
                read.variants().forEach(id -> scenarios.add(read.effective(id, sets)));
            } else {
                scenarios.add(read.effective(null, sets));
            }
        }
        return scenarios;
    }

    private Candidate candidate(Effective scenario) {
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), repeated.replications, chance.seed, chance.threads);
        String name = files.size() < 2 ? scenario.variant() : plan.lab().id() + " " + scenario.variant();
        return new Candidate(
                name, plan.lab(), experimenter.run(plan, Sinks.NONE, console).scorecard());
    }
}
