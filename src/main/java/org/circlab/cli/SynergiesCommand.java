package org.circlab.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Sinks;
import org.circlab.experiment.synergy.Assessor;
import org.circlab.experiment.synergy.Question;
import org.circlab.report.Assessed;
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

    private static final Answering.Kind<Assessed> KIND =
            new Answering.Kind<>(SynergyFiles::write, SynergyScreen::lines, SynergyJson::of);

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

    @Mixin
    private final Answering answering = new Answering();

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
        if (Answering.isRefused(scenario, "assess", console)) {
            return CircLab.FAILED;
        }
        scenario.warnings().forEach(warning -> console.message(warning.toString()));
        Labs labs = more -> chosen.in(scenarios, more).lab();
        answering.keep(
                scenario, SynergyFiles.folderOf(scenario.variant()), () -> assessed(scenario, labs), KIND, console);
        return CircLab.DONE;
    }

    private Assessed assessed(Effective scenario, Labs labs) {
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), repeated.replications, chance.seed, chance.threads);
        Outcome outcome = experimenter.run(plan, Sinks.NONE, console);
        Question question = new Question(top, shapley);
        ScoredRun run = new ScoredRun(Version.number(), scenario, chosen.sets, outcome);
        return new Assessed(
                run,
                question,
                Answering.watched(
                        "labs and searches", console, progress -> Assessor.assess(labs, outcome, question, progress)));
    }
}
