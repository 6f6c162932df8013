package org.circlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.circlab.experiment.study.Stored;
import org.circlab.experiment.study.StudyPlan;
import org.circlab.experiment.study.StudyStore;
import org.circlab.report.study.StudyFiles;
import org.circlab.report.study.StudyScreen;
import org.circlab.report.study.StudyTables;
import org.circlab.scenario.ScenarioFile;
import org.circlab.scenario.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code circlab sweep}: runs variants at many points and keeps every result in a store. */
@Command(
        name = "sweep",
        description = "Runs variants of a scenario at many points and compares each with business as usual.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab sweep velenje.yaml --vary policy.landfill-tax=\"0..120:20 EUR/t\"",
            "  circlab sweep velenje.yaml --vary policy.landfill-tax=\"0..120:40 EUR/t\" --vary exchange.rule=cheapest,nearest",
            "  circlab sweep velenje.yaml --vary policy.carbon-price=\"triangular(40, 70, 120) EUR/tCO2e\" --sample lhs 100",
            "  circlab sweep velenje.yaml --points points.csv --variant symbiosis --variant board-plant",
            "  circlab sweep velenje.yaml --study tax --replications 30 --dry-run",
            "",
            "Every point runs under the same random numbers. Results are kept in results/<lab>/studies/<name>.db: a study that",
            "was stopped goes on where it was when the same command is given again, and more replications, variants or points",
            "are added to it. Its tables lie beside it, in studies/<name>/. A point whose scenario has errors is told and left out."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SweepCommand implements Callable<Integer> {

    private static final int MOST_ROWS = 60;

    /** What goes to the standard output. */
    private enum Format {
        TABLE,
        CSV
    }

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Swept swept = new Swept();

    @Mixin
    private final Repeated repeated = new Repeated();

    @Mixin
    private final Chance chance = new Chance();

    @Mixin
    private final Shown shown = new Shown();

    @Mixin
    private final StudySession session;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "what to print: table, or csv with means and intervals (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    SweepCommand(Console console) {
        this.console = console;
        this.session = new StudySession(console);
    }

    @Override
    public Integer call() throws IOException {
        repeated.require(spec);
        chance.require(spec);
        ScenarioFile scenario = ScenarioFile.read(swept.file);
        Study study = swept.in(scenario, spec);
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--replications");
        int replications = given ? repeated.replications : study.replications().orElse(repeated.replications);
        StudyPlan plan = new StudyPlans(scenario, study, swept.sets).plan(chance.seed, replications, console);
        List<String> indicators = shown.of(plan.shipment().indicators(), study.indicators(), spec);
        return session.run(plan, chance.threads, (results, folder) -> tell(results, indicators, folder));
    }

    private void tell(StudyStore results, List<String> indicators, Path folder) throws IOException {
        StudyFiles.write(results, indicators, folder);
        if (format == Format.CSV) {
            new StudyTables(results, indicators).write(StudyTables.Kind.SUMMARY, console.out());
            return;
        }
        Stored about = results.about();
        boolean whole = results.answered() == about.tasks();
        console.out()
                .println("Difference to business as usual, mean ± half-width of its 95 % interval over "
                        + (whole ? "" : "up to ") + about.replications() + " replications");
        console.out().println();
        StudyScreen.lines(results, indicators, MOST_ROWS).forEach(console.out()::println);
        console.out().println();
        console.out().println("Tables: " + folder + "; every run: " + results.file());
    }
}
