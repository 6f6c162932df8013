package org.circlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.circlab.experiment.sensitivity.Response;
import org.circlab.experiment.sensitivity.SobolDesign;
import org.circlab.experiment.study.StudyPlan;
import org.circlab.experiment.study.StudyStore;
import org.circlab.report.study.StudyFiles;
import org.circlab.scenario.ScenarioFile;
import org.circlab.scenario.Study;
import org.circlab.scenario.StudyOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code circlab sensitivity}: which uncertain values of a scenario make its results uncertain. */
@Command(
        name = "sensitivity",
        description = "Says which uncertain values of a scenario make its results uncertain.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab sensitivity velenje.yaml --method morris --vary policy.landfill-tax=\"0..120 EUR/t\" \\",
            "      --vary policy.carbon-price=\"40..120 EUR/tCO2e\" --vary haulage.truck.cost=\"0.08..0.20 EUR/tkm\"",
            "  circlab sensitivity velenje.yaml --method sobol --samples 128 --vary ... --indicator net-cost",
            "",
            "Screen many values with morris (N trajectories, N (k + 1) points for k values), then share the variance out",
            "among the few that matter with sobol (N (k + 2) points, N best a power of two). Every point runs under the same",
            "random numbers. Results are kept in results/<lab>/studies/<name>.db; what was stopped goes on where it was."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SensitivityCommand implements Callable<Integer> {

    private static final int MOST_SAMPLES = 100_000;
    private static final int MOST_REPLICATIONS = 100_000;
    private static final int LONGEST_NAME = 60;

    /** How it is found out. */
    private enum Method {
        MORRIS(10),
        SOBOL(64);

        private final int samples;

        Method(int samples) {
            this.samples = samples;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Chosen chosen = new Chosen();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "morris",
            description =
                    "morris for a screening by elementary effects, sobol for shares of variance (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Method method;

    @Option(
            names = "--vary",
            paramLabel = "PATH=RANGE",
            required = true,
            description =
                    "an uncertain value: a range (0..120 EUR/t), a distribution (triangular(10, 20, 30) EUR/t, uniform, normal,"
                            + " lognormal, gamma), or 'catalogue' for the range that the catalogue states; may be repeated")
    private List<String> vary = new ArrayList<>();

    @Option(names = "--samples", paramLabel = "N", description = "trajectories of morris (10), samples of sobol (64)")
    private int samples;

    @Option(
            names = "--replications",
            paramLabel = "R",
            defaultValue = "3",
            description = "how often chance is drawn at each point, the same at all (${DEFAULT-VALUE})")
    private int replications;

    @Option(
            names = "--of",
            paramLabel = "WHAT",
            defaultValue = "difference",
            description = "difference to business as usual, or variant for its own value (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Response.Subject subject;

    @Mixin
    private final Shown shown = new Shown();

    @Mixin
    private final Chance chance = new Chance();

    @Mixin
    private final StudySession session;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "",
            description = "what the study is called; after method, samples and what it varies unless given")
    @SuppressWarnings("NullAway.Init")
    private String name;

    SensitivityCommand(Console console) {
        this.console = console;
        this.session = new StudySession(console);
    }

    @Override
    public Integer call() throws IOException {
        Ranges.require(spec, "--replications", replications, 1, MOST_REPLICATIONS);
        chance.require(spec);
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--samples");
        int n = given ? samples : method.samples;
        Ranges.require(spec, "--samples", n, 2, MOST_SAMPLES);
        ScenarioFile scenario = chosen.read();
        Study study = study(scenario, n);
        SensitivityQuestion<?> question = switch (method) {
            case MORRIS -> SensitivityQuestion.morris(study.factors(), n, chance.seed);
            case SOBOL -> SensitivityQuestion.sobol(study.factors(), n, chance.seed);
        };
        StudyPlan plan = new StudyPlans(scenario, study, chosen.sets)
                .plan(question.design(), chance.seed, replications, console);
        List<String> indicators = shown.of(plan.shipment().indicators(), List.of(), spec);
        return session.run(
                plan, chance.threads, (results, folder) -> tell(results, plan, indicators, question, folder));
    }

    private void tell(
            StudyStore results, StudyPlan plan, List<String> indicators, SensitivityQuestion<?> question, Path folder)
            throws IOException {
        StudyFiles.write(results, indicators, folder);
        String variant = plan.variantIds().get(0);
        console.out().println("Variant '" + variant + "', " + DryRun.size(plan));
        console.out().println();
        question.tell(Response.of(results, variant, replications, subject, indicators), folder, console);
        console.out().println("Tables: " + folder + "; every run: " + results.file());
    }

    private Study study(ScenarioFile scenario, int n) {
        if (!name.isEmpty() && !ScenarioFile.isId(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--name is '" + name + "'; it has letters, digits, '-' and '_' and begins with a letter or digit");
        }
        Map<String, String> varied = Swept.varied(vary, spec);
        String id = name.isEmpty() ? name(n, new ArrayList<>(varied.keySet())) : name;
        Study.Sample sample = new Study.Sample(Study.Method.SOBOL, n);
        List<String> variants = chosen.variant == null ? List.of() : List.of(chosen.variant);
        Study study = scenario.study(
                id, new StudyOptions(varied, Optional.empty(), Optional.of(sample)), variants, chosen.sets);
        if (study.factors().size() > SobolDesign.MOST_FACTORS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there are " + study.factors().size() + " factors; at most " + SobolDesign.MOST_FACTORS
                            + " can be");
        }
        return study;
    }

    /** After method, samples and the last words of the paths. */
    private String name(int n, List<String> paths) {
        String words = String.join(
                "-",
                paths.stream()
                        .map(path -> path.substring(path.lastIndexOf('.') + 1).replaceAll("[^\\p{L}\\p{N}_-]", "-"))
                        .toList());
        String all = method.word() + "-" + n + "-" + words;
        return all.substring(0, Math.min(LONGEST_NAME, all.length()));
    }
}
