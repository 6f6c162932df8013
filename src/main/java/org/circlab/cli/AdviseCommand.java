package org.circlab.cli;

import java.util.concurrent.Callable;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Precision;
import org.circlab.experiment.Sinks;
import org.circlab.experiment.warmup.SettlingWatch;
import org.circlab.report.Advice;
import org.circlab.report.AdviceScreen;
import org.circlab.report.Paint;
import org.circlab.scenario.Effective;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code circlab advise}: is the warm-up long enough, and how many replications does it take. */
@Command(
        name = "advise",
        description = "Says whether the warm-up is long enough and how many replications it takes.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example:",
            "  circlab advise velenje.yaml --replications 20",
            "",
            "Runs a pilot. The beginning of weekly series, averaged over the replications, is compared with their rest",
            "by the rule MSER-5; three years of a series are taken without their seasons. Writes no files."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AdviseCommand implements Callable<Integer> {

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

    AdviseCommand(Console console, Experimenter experimenter) {
        this.console = console;
        this.experimenter = experimenter;
    }

    @Override
    public Integer call() {
        Ranges.require(spec, "--replications", repeated.replications, Precision.LEAST_REPLICATIONS, Integer.MAX_VALUE);
        repeated.require(spec);
        chance.require(spec);
        Effective scenario = chosen.in(chosen.read());
        scenario.warnings().forEach(warning -> console.message(warning.toString()));
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), repeated.replications, chance.seed, chance.threads);
        SettlingWatch watch = new SettlingWatch(plan.lab(), Sinks.NONE);
        Outcome outcome = experimenter.run(plan, watch, console);
        Advice advice = new Advice(plan.lab().horizon(), watch.settlings(), outcome.scorecard());
        AdviceScreen.lines(advice, console.coloursOut() ? Paint.TERMINAL : Paint.PLAIN)
                .forEach(console.out()::println);
        return CircLab.DONE;
    }
}
