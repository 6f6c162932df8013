package org.circlab.cli;

import org.circlab.scenario.JsonSchema;
import picocli.CommandLine.Command;

/** {@code circlab schema}: prints the format of scenarios for editors. */
@Command(
        name = "schema",
        description = "Prints a JSON Schema of scenario files, with which editors complete, explain and check them.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab schema > circlab-schema.json",
            "",
            "An editor with the YAML language server reads it if the first line of a scenario is",
            "  # yaml-language-server: $schema=circlab-schema.json"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SchemaCommand implements Runnable {

    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.out().print(JsonSchema.text());
    }
}
