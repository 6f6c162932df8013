package org.circlab.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** How large the numbers of options may be, alike in all commands. */
final class Ranges {

    private static final int MOST_REPLICATIONS = 100_000;
    private static final int MOST_THREADS = 1024;

    private Ranges() {}

    static void requireReplications(CommandSpec spec, int replications) {
        require(spec, "--replications", replications, 1, MOST_REPLICATIONS);
    }

    static void requireThreads(CommandSpec spec, int threads) {
        require(spec, "--threads", threads, 1, MOST_THREADS);
    }

    static void require(CommandSpec spec, String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " is " + value + "; it must be from " + least + " to " + most);
        }
    }
}
