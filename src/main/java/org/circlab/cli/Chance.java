package org.circlab.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of a command that simulates: where chance starts, and how many runs at the same time. */
final class Chance {

    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "where chance starts; another number draws other chance (${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "how many runs at the same time; one for each processor unless given, never changes a result")
    int threads = Runtime.getRuntime().availableProcessors();

    /** Refuses a number of threads that makes no sense. */
    void require(CommandSpec spec) {
        Ranges.require(spec, "--threads", threads, 1, MOST_THREADS);
    }
}
