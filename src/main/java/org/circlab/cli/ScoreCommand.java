package org.circlab.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.experiment.gap.Gap;
import org.circlab.experiment.resilience.Endured;
import org.circlab.experiment.resilience.Outage;
import org.circlab.experiment.resilience.Question;
import org.circlab.experiment.resilience.StressTest;
import org.circlab.report.Paint;
import org.circlab.report.ScoreScreen;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.Score;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code circlab score}: how far a variant gets to the best that is possible, and what keeps it from there. */
@Command(
        name = "score",
        description = "Scores a variant between business as usual and the best possible, and tells what is missing.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab score velenje.yaml",
            "  circlab score velenje.yaml --variant board-plant --replications 30",
            "  circlab score velenje.yaml --format json > score.json",
            "",
            "The lab is simulated again with storage, trucks, timing, contracts and behaviour relaxed, each on top of the",
            "last, under the same random numbers; what is left then no run reaches. Writes no files."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ScoreCommand implements Callable<Integer> {

    /** What goes to the standard output. */
    private enum Format {
        TABLE,
        JSON
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
    private final Chance chance = new Chance();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "what to print: table or json (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    ScoreCommand(Console console, Experimenter experimenter) {
        this.console = console;
        this.experimenter = experimenter;
    }

    @Override
    public Integer call() {
        repeated.require(spec);
        chance.require(spec);
        ScenarioFile scenarios = chosen.read();
        Effective scenario = chosen.in(scenarios);
        scenario.warnings().forEach(warning -> console.message(warning.toString()));
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), repeated.replications, chance.seed, chance.threads);
        Gap gap = gap(experimenter.run(plan, Sinks.NONE, console));
        List<Endured> endured = endured(more -> chosen.in(scenarios, more).lab(), plan);
        switch (format) {
            case TABLE ->
                ScoreScreen.lines(scenario, gap, endured, console.coloursOut() ? Paint.TERMINAL : Paint.PLAIN)
                        .forEach(console.out()::println);
            case JSON -> console.out().print(ScoreScreen.json(scenario, gap, endured));
        }
        return CircLab.DONE;
    }

    private static List<Endured> endured(Labs labs, Plan plan) {
        List<Outage> outages = Outage.declared(plan.lab());
        if (outages.isEmpty()) {
            return List.of();
        }
        Question question = new Question(List.of(), outages, plan.replications(), plan.seed(), plan.threads());
        return StressTest.outages(labs, question, Progress.NONE);
    }

    private Gap gap(Outcome outcome) {
        Score score = Objects.requireNonNull(outcome.scorecard().score(), "an experiment scores what it runs");
        if (!console.errIsTerminal()) {
            return Gap.of(outcome, score, Progress.NONE);
        }
        try (ProgressLine line = new ProgressLine(console.err(), System::nanoTime)) {
            return Gap.of(outcome, score, line::done);
        }
    }
}
