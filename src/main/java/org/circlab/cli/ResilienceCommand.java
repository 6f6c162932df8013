package org.circlab.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.experiment.Labs;
import org.circlab.experiment.resilience.Outage;
import org.circlab.experiment.resilience.Question;
import org.circlab.experiment.resilience.StressTest;
import org.circlab.report.ResilienceFiles;
import org.circlab.report.ResilienceJson;
import org.circlab.report.ResilienceScreen;
import org.circlab.report.Tested;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code circlab resilience}: what is lost without each actor, and what becomes of an outage. */
@Command(
        name = "resilience",
        description = "Says what is lost without each actor, and how much service is kept over an outage.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab resilience velenje.yaml",
            "  circlab resilience velenje.yaml --without toplarna",
            "  circlab resilience velenje.yaml --outage toplarna=2026-03-01..2026-05-30",
            "",
            "An outage ends before the second date. Events of the scenario that close something at a date",
            "for a time are outages too: the lab is run with and without them, under the same random",
            "numbers. Files go to results/<lab>/<variant>.resilience/."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ResilienceCommand implements Callable<Integer> {

    private static final Pattern OUTAGE = Pattern.compile("(.+?)=(.+?)\\.\\.(.+)");

    private static final Answering.Kind<Tested> KIND =
            new Answering.Kind<>(ResilienceFiles::write, ResilienceScreen::lines, ResilienceJson::of);

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Chosen chosen = new Chosen();

    @Option(
            names = "--without",
            paramLabel = "ACTOR",
            description = "removes this actor; may be repeated; each that exchanges anything in turn unless given")
    private List<String> without = new ArrayList<>();

    @Option(
            names = "--outage",
            paramLabel = "ACTOR=FROM..UNTIL",
            description = "closes an actor from one date to before another; may be repeated, each alone")
    private List<String> outages = new ArrayList<>();

    @Mixin
    private final Repeated repeated = new Repeated();

    @Mixin
    private final Chance chance = new Chance();

    @Mixin
    private final Answering answering = new Answering();

    ResilienceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        repeated.require(spec);
        chance.require(spec);
        List<Outage> asked = outages.stream().map(this::outage).toList();
        ScenarioFile scenarios = chosen.read();
        Effective scenario = chosen.in(scenarios);
        without.forEach(actor -> scenario.requireThere(actor, null));
        asked.forEach(outage -> scenario.requireThere(outage.actor(), null));
        scenario.warnings().forEach(warning -> console.message(warning.toString()));
        List<Outage> all = new ArrayList<>(Outage.declared(scenario.lab()));
        all.addAll(asked);
        Labs labs = more -> chosen.in(scenarios, more).lab();
        Question question = new Question(without, all, repeated.replications, chance.seed, chance.threads);
        answering.keep(
                scenario,
                ResilienceFiles.folderOf(scenario.variant()),
                () -> new Tested(
                        Version.number(),
                        scenario,
                        chosen.sets,
                        question,
                        Answering.watched("labs", console, progress -> StressTest.of(labs, question, progress))),
                KIND,
                console);
        return CircLab.DONE;
    }

    private Outage outage(String text) {
        Matcher matcher = OUTAGE.matcher(text);
        try {
            if (matcher.matches()) {
                return Outage.of(
                        matcher.group(1), LocalDate.parse(matcher.group(2)), LocalDate.parse(matcher.group(3)));
            }
        } catch (DateTimeParseException | IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong(text), wrong);
        }
        throw new ParameterException(spec.commandLine(), wrong(text));
    }

    private static String wrong(String text) {
        return "'" + text + "' is no outage; write an actor and two dates in order, such as"
                + " mill=2026-03-01..2026-05-30";
    }
}
