package org.circlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options by which a command is told which variant of which scenario it is about. */
final class Chosen {

    @Parameters(paramLabel = "FILE", description = "the scenario, in YAML or JSON")
    @SuppressWarnings("NullAway.Init")
    Path file;

    @Option(names = "--variant", paramLabel = "ID", description = "which variant; the first of the file unless given")
    @Nullable
    String variant;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "replaces one value of the scenario, such as policy.carbon-price=\"90 EUR/tCO2e\"; may be repeated")
    List<String> sets = new ArrayList<>();

    /** Reads the file; its variants are made of it with {@link #in}. */
    ScenarioFile read() {
        return ScenarioFile.read(file);
    }

    /** The chosen variant of the file. */
    Effective in(ScenarioFile scenarios) {
        return in(scenarios, List.of());
    }

    /** The chosen variant with more values replaced, after those of {@code --set}. */
    Effective in(ScenarioFile scenarios, List<String> more) {
        List<String> all = new ArrayList<>(sets);
        all.addAll(more);
        return scenarios.effective(variant, all);
    }
}
