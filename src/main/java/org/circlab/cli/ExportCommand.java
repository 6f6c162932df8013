package org.circlab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Sinks;
import org.circlab.report.ResultException;
import org.circlab.report.ResultFolder;
import org.circlab.report.WholeFile;
import org.circlab.report.export.DataPackage;
import org.circlab.report.export.Format;
import org.circlab.report.export.Picture;
import org.circlab.report.export.ResultGraph;
import org.circlab.report.export.Workbook;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.RunGraph;
import org.circlab.report.sankey.View;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code circlab export}: the flows of a result, or of a scenario that it runs, for another program. */
@Command(
        name = "export",
        description = "Writes the flows of a result for another program: a figure, a graph, a map, a workbook.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab export results/velenje/symbiosis --to svg > velenje.svg",
            "  circlab export results/velenje/symbiosis --to svg --view difference --out change.svg",
            "  circlab export results/velenje/symbiosis --to png --width 2400 --out velenje.png",
            "  circlab export results/velenje/symbiosis --to gexf --out velenje.gexf      (Gephi)",
            "  circlab export results/velenje/symbiosis --to geojson --out velenje.geojson (QGIS)",
            "  circlab export results/velenje/symbiosis --to xlsx --out velenje.xlsx",
            "  circlab export velenje.yaml --to sankeymatic --variant board-plant"
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExportCommand implements Callable<Integer> {

    /** Which flows a format shows that shows one view. */
    private enum Shown {
        VARIANT,
        BASELINE,
        DIFFERENCE
    }

    private final Console console;
    private final Experimenter experimenter;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "RESULT", description = "a folder that 'circlab run' has written, or a scenario to run")
    @SuppressWarnings("NullAway.Init")
    private Path source;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            description = "what to write: ${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "variant",
            description = "what svg, png, sankeymatic and dot show: variant, baseline or difference (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Shown shown;

    @Option(
            names = "--width",
            paramLabel = "PIXELS",
            defaultValue = "0",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description = "of png: how wide; its height follows. Twice the size of the svg unless given")
    private int width;

    @Option(names = "--out", paramLabel = "FILE", description = "the file to write; standard output unless given")
    private @Nullable Path out;

    @Option(
            names = "--variant",
            paramLabel = "ID",
            description = "of a scenario: which variant; the first unless given")
    private @Nullable String variant;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "of a scenario: replaces one value; may be repeated")
    private List<String> sets = new ArrayList<>();

    @Option(
            names = "--replications",
            paramLabel = "N",
            defaultValue = "10",
            description = "of a scenario: how often chance is drawn anew (${DEFAULT-VALUE})")
    private int replications;

    ExportCommand(Console console, Experimenter experimenter) {
        this.console = console;
        this.experimenter = experimenter;
    }

    @Override
    public Integer call() throws IOException {
        if (replications < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--replications is " + replications + "; it must be at least 1");
        }
        if (format != Format.PNG && spec.commandLine().getParseResult().hasMatchedOption("--width")) {
            throw new ParameterException(spec.commandLine(), "--width is of png; every other format has no pixels");
        }
        if (format == Format.XLSX) {
            workbook();
        } else if (format == Format.PNG) {
            picture();
        } else {
            String text = format == Format.DATAPACKAGE ? DataPackage.of(folder()) : format.text(graph(), view());
            if (out == null) {
                console.out().print(text);
            } else {
                write(out, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return CircLab.DONE;
    }

    private void picture() throws IOException {
        if (out == null) {
            throw new ParameterException(spec.commandLine(), "a picture is no text; name its file with --out");
        }
        if (width != 0) {
            Ranges.require(spec, "--width", width, Picture.LEAST_WIDTH, Picture.MOST_WIDTH);
        }
        String svg = Format.SVG.text(graph(), view());
        write(out, to -> Picture.png(svg, width, to));
    }

    private void workbook() throws IOException {
        if (out == null) {
            throw new ParameterException(spec.commandLine(), "a workbook is no text; name its file with --out");
        }
        Path folder = folder();
        write(out, to -> Workbook.write(folder, to));
    }

    private static void write(Path file, WholeFile.Content content) {
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw new ResultException(file + " cannot be written, and is as it was: " + Failure.reason(e));
        }
    }

    private View view() {
        return switch (shown) {
            case VARIANT -> View.of(0);
            case BASELINE -> View.of(1);
            case DIFFERENCE -> new View(0, 1);
        };
    }

    private FlowGraph graph() throws IOException {
        if (Files.isDirectory(source)) {
            return ResultGraph.read(folder());
        }
        Effective scenario = ScenarioFile.read(source).effective(variant, sets);
        scenario.warnings().forEach(warning -> console.message(warning.toString()));
        int threads = Runtime.getRuntime().availableProcessors();
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), replications, 1, threads);
        Outcome outcome = experimenter.run(plan, Sinks.NONE, console);
        return RunGraph.of(outcome, scenario.variantName(), scenario.baselineName());
    }

    /** The folder of a variant: the one named, or the only one in it. */
    private Path folder() throws IOException {
        if (!Files.isDirectory(source)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--to " + format.word() + " needs the folder of a result, as 'circlab run' writes it; " + source
                            + " is none");
        }
        List<Path> results = ResultFolder.variantsAt(source);
        if (results.size() != 1) {
            String names = results.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new ResultException(source + " holds " + results.size() + " results"
                    + (results.isEmpty() ? "; run a scenario first" : ", of which one must be named: " + names));
        }
        return results.get(0);
    }
}
