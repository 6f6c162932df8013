package org.circlab.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.circlab.experiment.Labs;
import org.circlab.experiment.whynot.Question;
import org.circlab.experiment.whynot.WhyNot;
import org.circlab.report.Answer;
import org.circlab.report.ExplainFiles;
import org.circlab.report.ExplainJson;
import org.circlab.report.ExplainScreen;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code circlab explain}: why was what was offered not exchanged, and which smallest change would have done it. */
@Command(
        name = "explain",
        description = "Says why each tonne was not exchanged, and the smallest changes that would have done it.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab explain velenje.yaml",
            "  circlab explain velenje.yaml --actor tes",
            "  circlab explain velenje.yaml --material fly-ash --variant board-plant",
            "  circlab explain velenje.yaml --top 1 --format json > why.json",
            "",
            "Replication 1 is run, and run again with changes under the same random numbers; a change is",
            "named only if at least 95 %% of what was not taken is traded with it. Paste it behind",
            "'circlab run' to see all that follows.",
            "Files go to results/<lab>/<variant>.explain/."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {

    private static final int MOST_TOP = 1000;

    private static final Answering.Kind<Answer> KIND =
            new Answering.Kind<>(ExplainFiles::write, ExplainScreen::lines, ExplainJson::of);

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Chosen chosen = new Chosen();

    @Option(names = "--actor", paramLabel = "ID", description = "only what this actor offers and needs")
    private @Nullable String actor;

    @Option(names = "--material", paramLabel = "ID", description = "only offers of this material, or this need")
    private @Nullable String material;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            description = "for how many of the largest streams, and needs, changes are looked for (${DEFAULT-VALUE})")
    private int top;

    @Mixin
    private final Chance chance = new Chance();

    @Mixin
    private final Answering answering = new Answering();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Ranges.require(spec, "--top", top, 0, MOST_TOP);
        chance.require(spec);
        ScenarioFile scenarios = chosen.read();
        Effective scenario = chosen.in(scenarios);
        scenario.requireThere(actor, material);
        if (Answering.isRefused(scenario, "explain", console)) {
            return CircLab.FAILED;
        }
        scenario.warnings().forEach(warning -> console.message(warning.toString()));
        Labs labs = more -> chosen.in(scenarios, more).lab();
        Question question = new Question(actor, material, top, chance.seed, chance.threads);
        answering.keep(
                scenario,
                ExplainFiles.folderOf(scenario.variant()),
                () -> new Answer(
                        Version.number(),
                        scenario,
                        chosen.sets,
                        question,
                        Answering.watched("searches", console, progress -> WhyNot.explain(labs, question, progress))),
                KIND,
                console);
        return CircLab.DONE;
    }
}
