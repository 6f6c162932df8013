package org.circlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlab.scenario.PointTable;
import org.circlab.scenario.ScenarioFile;
import org.circlab.scenario.Study;
import org.circlab.scenario.StudyOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The options by which a command is told what a study varies. */
final class Swept {

    private static final int LONGEST_NAME = 60;

    @Parameters(paramLabel = "FILE", description = "the scenario, in YAML or JSON")
    @SuppressWarnings("NullAway.Init")
    Path file;

    @Option(names = "--study", paramLabel = "NAME", description = "a study that the scenario has under 'studies'")
    @Nullable
    String study;

    @Option(
            names = "--vary",
            paramLabel = "PATH=VALUES",
            description =
                    "varies a value: a range with a step (0..120:20 EUR/t), a list (10, 20, 40 EUR/t); with --sample also a range"
                            + " (0..120 EUR/t), a distribution (triangular(10, 20, 30) EUR/t, uniform, normal, lognormal, gamma) or"
                            + " 'catalogue' for the range that the catalogue states. May be repeated: all combinations run")
    private List<String> vary = new ArrayList<>();

    @Option(
            names = "--points",
            paramLabel = "CSV",
            description = "or the points of a table: paths in its header, a point in each line")
    private @Nullable Path points;

    @Option(
            names = "--sample",
            arity = "2",
            paramLabel = "METHOD N",
            hideParamSyntax = true,
            description =
                    "samples N points: 'lhs N' by a Latin hypercube, which --seed draws, 'sobol N' by a Sobol' sequence")
    private List<String> sample = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "ID",
            description = "which variant; the first of the file unless given; may be repeated")
    List<String> variants = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "replaces one value at every point; may be repeated")
    List<String> sets = new ArrayList<>();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "what the study is called, and its files; after what it varies unless given")
    private @Nullable String name;

    /**
     * What is to be varied.
     *
     * @throws ParameterException if the options do not go together
     */
    Study in(ScenarioFile scenario, CommandSpec spec) {
        if (name != null && !ScenarioFile.isId(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--name is '" + name + "'; it has letters, digits, '-' and '_' and begins with a letter or digit");
        }
        if (study != null) {
            if (!vary.isEmpty() || points != null || !sample.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "--study says what is varied; leave out --vary, --points and --sample");
            }
            Study found = scenario.study(study, sets);
            return with(found, variants.isEmpty() ? found.variants() : variants, scenario);
        }
        if (points != null && (!vary.isEmpty() || !sample.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "--points lists all points; leave out --vary and --sample");
        }
        Map<String, String> varied = varied(spec);
        Optional<PointTable> table = Optional.ofNullable(points).map(PointTable::read);
        StudyOptions options = new StudyOptions(varied, table, sampled(spec));
        return scenario.study(name(new ArrayList<>(varied.keySet())), options, variants, sets);
    }

    private Study with(Study found, List<String> chosen, ScenarioFile scenario) {
        chosen.forEach(variant -> scenario.effective(variant, sets));
        return new Study(
                name == null ? found.id() : name,
                found.about(),
                found.factors(),
                found.points(),
                found.sample(),
                chosen,
                found.replications(),
                found.indicators());
    }

    private Map<String, String> varied(CommandSpec spec) {
        Map<String, String> varied = new LinkedHashMap<>();
        for (String option : vary) {
            int equals = option.indexOf('=');
            if (equals <= 0) {
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + option + "' varies nothing; write --vary policy.landfill-tax=\"0..120:20 EUR/t\"");
            }
            String path = option.substring(0, equals).strip();
            if (varied.put(path, option.substring(equals + 1)) != null) {
                throw new ParameterException(spec.commandLine(), "'" + path + "' is varied twice; keep one --vary");
            }
        }
        return varied;
    }

    private Optional<Study.Sample> sampled(CommandSpec spec) {
        if (sample.isEmpty()) {
            return Optional.empty();
        }
        Optional<Study.Method> method = switch (sample.get(0)) {
            case "lhs" -> Optional.of(Study.Method.LHS);
            case "sobol" -> Optional.of(Study.Method.SOBOL);
            default -> Optional.empty();
        };
        boolean number = sample.get(1).matches("[1-9]\\d{0,8}");
        if (method.isEmpty() || !number || sample.size() > 2) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--sample is '" + String.join(" ", sample) + "'; write --sample lhs 100 or --sample sobol 128");
        }
        return Optional.of(new Study.Sample(method.get(), Integer.parseInt(sample.get(1))));
    }

    /** The last words of the paths, or the name of the table. */
    private String name(List<String> paths) {
        if (name != null) {
            return name;
        }
        String words = points == null
                ? String.join(
                        "-",
                        paths.stream()
                                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                                .toList())
                : String.valueOf(points.getFileName()).replaceFirst("\\.[^.]*$", "");
        String plain = words.replaceAll("[^\\p{L}\\p{N}_-]", "-").replaceAll("^[-_]+", "");
        String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        return cut.isEmpty() ? "study" : cut;
    }
}
