package org.circlab.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option of a command that draws chance a given number of times. */
final class Repeated {

    private static final int MOST_REPLICATIONS = 100_000;

    @Option(
            names = "--replications",
            paramLabel = "N",
            defaultValue = "10",
            description = "how often chance is drawn anew; more make the intervals narrower (${DEFAULT-VALUE})")
    int replications;

    /** Refuses a number of replications that makes no sense. */
    void require(CommandSpec spec) {
        Ranges.require(spec, "--replications", replications, 1, MOST_REPLICATIONS);
    }
}
