package org.circlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.experiment.synergy.Assessment;
import org.circlab.experiment.synergy.Assessor;
import org.circlab.experiment.synergy.Question;
import org.circlab.model.Exchange;
import org.circlab.report.Assessed;
import org.circlab.report.Paint;
import org.circlab.report.ResultFolder;
import org.circlab.report.ScoredRun;
import org.circlab.report.SynergyFiles;
import org.circlab.report.SynergyJson;
import org.circlab.report.SynergyScreen;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code circlab synergies}: who would join the exchange, what each synergy brings, and where it would end. */
@Command(
        name = "synergies",
        description = "Says who would join, what each synergy brings, and at which prices and distances it would end.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab synergies velenje.yaml",
            "  circlab synergies velenje.yaml --variant board-plant --top 3",
            "  circlab synergies velenje.yaml --replications 30 --shapley 10",
            "  circlab synergies velenje.yaml --format json > synergies.json",
            "",
            "A synergy is what one actor hands to another beyond business as usual. The lab is run again",
            "without each, with every set of them where they are eight at most, and with other taxes,",
            "prices and distances, under the same random numbers.",
            "Files go to results/<lab>/<variant>.synergies/."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SynergiesCommand implements Callable<Integer> {

    private static final int MOST = 1000;

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

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "8",
            description =
                    "for how many of the largest synergies break-even values are looked for, and of more than eight what each"
                            + " brings (${DEFAULT-VALUE})")
    private int top;

    @Option(
            names = "--shapley",
            paramLabel = "N",
            defaultValue = "3",
            description = "over how many replications each set of synergies is run; 0 for none (${DEFAULT-VALUE})")
    private int shapley;

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
            description = "what to print: table or json (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    SynergiesCommand(Console console, Experimenter experimenter) {
        this.console = console;
        this.experimenter = experimenter;
    }

    @Override
    public Integer call() throws IOException {
        Ranges.require(spec, "--top", top, 0, MOST);
        Ranges.require(spec, "--shapley", shapley, 0, MOST);
        repeated.require(spec);
        chance.require(spec);
        ScenarioFile scenarios = chosen.read();
        Effective scenario = chosen.in(scenarios);
        if (scenario.lab().exchange().rule() == Exchange.Rule.NONE) {
            console.message("circlab: there is no exchange to assess: exchange.rule is none in variant '"
                    + scenario.variant() + "'. Give it a rule, such as --set exchange.rule=cheapest");
            return CircLab.FAILED;
        }
        scenario.warnings().forEach(warning -> console.message(warning.toString()));
        Labs labs = more -> chosen.in(scenarios, more).lab();
        try (ResultFolder folder =
                ResultFolder.open(out, scenario.lab().id(), SynergyFiles.folderOf(scenario.variant()))) {
            folder.notices().forEach(notice -> console.message("circlab: " + notice));
            Assessed assessed = assessed(scenario, labs);
            SynergyFiles.write(folder.writing(), assessed);
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted before the result was in place");
            }
            folder.commit();
            print(assessed, folder.place());
        }
        return CircLab.DONE;
    }

    private Assessed assessed(Effective scenario, Labs labs) {
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), repeated.replications, chance.seed, chance.threads);
        Outcome outcome = experimenter.run(plan, Sinks.NONE, console);
        Question question = new Question(top, shapley);
        ScoredRun run = new ScoredRun(Version.number(), scenario, chosen.sets, outcome);
        return new Assessed(run, question, assess(labs, outcome, question));
    }

    private Assessment assess(Labs labs, Outcome outcome, Question question) {
        if (!console.errIsTerminal()) {
            return Assessor.assess(labs, outcome, question, Progress.NONE);
        }
        try (ProgressLine line = new ProgressLine(console.err(), System::nanoTime, "labs and searches")) {
            return Assessor.assess(labs, outcome, question, line::done);
        }
    }

    private void print(Assessed assessed, Path place) {
        switch (format) {
            case TABLE ->
                SynergyScreen.lines(assessed, place, console.coloursOut() ? Paint.TERMINAL : Paint.PLAIN)
                        .forEach(console.out()::println);
            case JSON -> console.out().print(SynergyJson.of(assessed));
        }
    }
}
