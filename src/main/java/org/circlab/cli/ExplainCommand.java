package org.circlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Progress;
import org.circlab.experiment.whynot.Explanation;
import org.circlab.experiment.whynot.Question;
import org.circlab.experiment.whynot.WhyNot;
import org.circlab.model.Exchange;
import org.circlab.report.Answer;
import org.circlab.report.ExplainFiles;
import org.circlab.report.ExplainJson;
import org.circlab.report.ExplainScreen;
import org.circlab.report.Paint;
import org.circlab.report.ResultFolder;
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

    /** What goes to the standard output. */
    private enum Format {
        TABLE,
        JSON
    }

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
        if (scenario.lab().exchange().rule() == Exchange.Rule.NONE) {
            console.message("circlab: there is no exchange to explain: exchange.rule is none in variant '"
                    + scenario.variant() + "'. Give it a rule, such as --set exchange.rule=cheapest");
            return CircLab.FAILED;
        }
        scenario.warnings().forEach(warning -> console.message(warning.toString()));
        Labs labs = more -> chosen.in(scenarios, more).lab();
        try (ResultFolder folder =
                ResultFolder.open(out, scenario.lab().id(), ExplainFiles.folderOf(scenario.variant()))) {
            folder.notices().forEach(notice -> console.message("circlab: " + notice));
            Question question = new Question(actor, material, top, chance.seed, chance.threads);
            Answer answer = new Answer(Version.number(), scenario, chosen.sets, question, explain(labs, question));
            ExplainFiles.write(folder.writing(), answer);
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted before the result was in place");
            }
            folder.commit();
            print(answer, folder.place());
        }
        return CircLab.DONE;
    }

    private Explanation explain(Labs labs, Question question) {
        if (!console.errIsTerminal()) {
            return WhyNot.explain(labs, question, Progress.NONE);
        }
        try (ProgressLine line = new ProgressLine(console.err(), System::nanoTime, "searches")) {
            return WhyNot.explain(labs, question, line::done);
        }
    }

    private void print(Answer answer, Path place) {
        switch (format) {
            case TABLE ->
                ExplainScreen.lines(answer, place, console.coloursOut() ? Paint.TERMINAL : Paint.PLAIN)
                        .forEach(console.out()::println);
            case JSON -> console.out().print(ExplainJson.of(answer));
        }
    }
}
