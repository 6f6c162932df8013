package org.circlab.cli;

import org.circlab.report.ResultSchema;
import org.circlab.scenario.JsonSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code circlab schema}: prints the format of scenarios for editors, or that of results for programs. */
@Command(
        name = "schema",
        description = "Prints a JSON Schema of scenario files, with which editors complete, explain and check them,%n"
                + "or of the JSON that other commands print.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab schema > circlab-schema.json",
            "  circlab schema --of result > circlab-result.json            (run --format json)",
            "  circlab schema --of explanation > circlab-explanation.json  (explain --format json)",
            "",
            "An editor with the YAML language server reads it if the first line of a scenario is",
            "  # yaml-language-server: $schema=circlab-schema.json"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SchemaCommand implements Runnable {

    /** What a schema is of. */
    private enum Subject {
        SCENARIO,
        RESULT,
        EXPLANATION
    }

    private final Console console;

    @Option(
            names = "--of",
            paramLabel = "DOCUMENT",
            defaultValue = "scenario",
            description = "what it describes: scenario, result or explanation (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Subject subject;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.out()
                .print(
                        switch (subject) {
                            case SCENARIO -> JsonSchema.text();
                            case RESULT -> ResultSchema.RESULT.text();
                            case EXPLANATION -> ResultSchema.EXPLANATION.text();
                        });
    }
}
