package org.circlab.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code circlab completion}: prints a script with which a shell completes commands and options. */
@Command(
        name = "completion",
        description = "Prints a script with which bash and zsh complete commands, options and file names.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab completion > ~/.circlab-completion        then, in ~/.bashrc or ~/.zshrc:",
            "  alias circlab='java -jar /path/to/circlab.jar'; source ~/.circlab-completion"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CompletionCommand implements Runnable {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        CommandLine program = spec.root().commandLine();
        console.out().print(AutoComplete.bash(program.getCommandName(), program));
    }
}
