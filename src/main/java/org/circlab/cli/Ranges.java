package org.circlab.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** How large the numbers of options may be, alike in all commands. */
final class Ranges {

    private Ranges() {}

    static void require(CommandSpec spec, String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " is " + value + "; it must be from " + least + " to " + most);
        }
    }
}
