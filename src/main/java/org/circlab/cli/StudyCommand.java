package org.circlab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.experiment.study.Stored;
import org.circlab.experiment.study.StudyException;
import org.circlab.experiment.study.StudyStore;
import org.circlab.report.WholeFile;
import org.circlab.report.study.StudyFigure;
import org.circlab.report.study.StudyFiles;
import org.circlab.report.study.StudyLines;
import org.circlab.report.study.StudyScreen;
import org.circlab.scenario.Suggestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code circlab study}: what stores of studies hold. */
@Command(
        name = "study",
        description =
                "Lists, shows, exports and draws studies that 'circlab sweep' has run, also while one is running.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab study list",
            "  circlab study show results/velenje/studies/tax.db --indicator landfill",
            "  circlab study export results/velenje/studies/tax.db --indicator all --to tax",
            "  circlab study figure results/velenje/studies/tax.db --indicator net-cost --to tax.svg"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class StudyCommand implements Runnable {

    private static final int DEPTH = 4;

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    StudyCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: list, show, export or figure");
    }

    /** Lists the stores of a folder. */
    @Command(name = "list", description = "Lists the studies in a folder of results.", mixinStandardHelpOptions = true)
    int list(
            @Parameters(paramLabel = "FOLDER", defaultValue = "results", description = "where (${DEFAULT-VALUE})")
                    Path folder)
            throws IOException {
        List<Path> stores = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder, DEPTH)) {
                stores = files.filter(file -> file.toString().endsWith(StudyPlace.ENDING))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .toList();
            }
        }
        if (stores.isEmpty()) {
            console.message("circlab: there are no studies in " + folder);
        }
        for (Path file : stores) {
            try (StudyStore store = StudyStore.read(file)) {
                console.out().println(file + ": " + summary(store));
            } catch (StudyException other) {
                console.message("circlab: " + other.getMessage());
            }
        }
        return CircLab.DONE;
    }

    /** Shows a store. */
    @Command(
            name = "show",
            description = "Shows what a study is about, and its differences to business as usual.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "STORE", description = "the file that 'circlab sweep' keeps results in") Path file,
            @Mixin Shown shown,
            @Option(
                            names = "--rows",
                            paramLabel = "N",
                            defaultValue = "60",
                            description = "how many rows at most (${DEFAULT-VALUE})")
                    int rows) {
        try (StudyStore store = StudyStore.read(file)) {
            Stored about = store.about();
            console.out().println("Study " + about.name() + " of the lab " + about.lab() + ": " + summary(store));
            console.out()
                    .println("Program " + about.version() + ", seed " + about.seed()
                            + (about.sets().isEmpty() ? "" : ", set: " + String.join("; ", about.sets())));
            console.out().println();
            StudyScreen.lines(store, shown.of(ids(about), List.of(), spec), rows)
                    .forEach(console.out()::println);
        }
        return CircLab.DONE;
    }

    /** Exports a store. */
    @Command(
            name = "export",
            description = "Writes the tables of a study: every run, means with intervals, and what was left out.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "STORE", description = "the file that 'circlab sweep' keeps results in") Path file,
            @Mixin Shown shown,
            @Option(names = "--to", paramLabel = "FOLDER", description = "where; beside the store unless given")
                    @Nullable
                    Path to)
            throws IOException {
        try (StudyStore store = StudyStore.read(file)) {
            Path folder = to == null ? StudyPlace.tables(file) : to;
            StudyFiles.write(store, shown.of(ids(store.about()), List.of(), spec), folder);
            console.out().println(folder + ": " + summary(store));
        }
        return CircLab.DONE;
    }

    /** Draws a store. */
    @Command(
            name = "figure",
            description = "Draws an indicator over a factor: means with 95 % intervals, as SVG.",
            mixinStandardHelpOptions = true)
    int figure(
            @Parameters(paramLabel = "STORE", description = "the file that 'circlab sweep' keeps results in") Path file,
            @Option(names = "--indicator", paramLabel = "ID", required = true, description = "which indicator")
                    String indicator,
            @Option(
                            names = "--over",
                            paramLabel = "PATH",
                            description = "which factor; the first of numbers unless given")
                    @Nullable
                    String over,
            @Option(names = "--to", paramLabel = "FILE", required = true, description = "where, such as tax.svg")
                    Path to)
            throws IOException {
        try (StudyStore store = StudyStore.read(file)) {
            List<String> known = ids(store.about());
            if (!known.contains(indicator)) {
                throw new ParameterException(
                        spec.commandLine(),
                        ("there is no indicator '" + indicator + "'. " + Suggestion.maybe(indicator, known)).strip());
            }
            String figure = StudyFigure.svg(StudyLines.of(store, indicator, over));
            WholeFile.write(to, out -> out.write(figure.getBytes(StandardCharsets.UTF_8)));
            console.out().println(to);
        }
        return CircLab.DONE;
    }

    private static List<String> ids(Stored about) {
        return about.indicators().stream().map(Stored.Indicator::id).toList();
    }

    private static String summary(StudyStore store) {
        Stored about = store.about();
        long answered = store.answered();
        return about.points() + " points of " + String.join(", ", about.paths()) + "; variants "
                + String.join(
                        ", ", about.variants().stream().map(Stored.Variant::id).toList()) + "; "
                + about.replications() + " replications; "
                + (answered < about.tasks()
                        ? answered + " of " + about.tasks() + " runs"
                        : answered + " runs, all done");
    }
}
