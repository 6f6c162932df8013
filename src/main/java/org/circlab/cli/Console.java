package org.circlab.cli;

import java.io.PrintWriter;
import java.util.Map;

/**
 * Where a command talks to its user.
 *
 * @param out for results
 * @param err for messages, warnings and progress
 * @param outIsTerminal whether a person watches {@code out}
 * @param errIsTerminal whether a person watches {@code err}
 * @param environment the environment variables
 */
record Console(
        PrintWriter out,
        PrintWriter err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment) {

    /** Whether results may be coloured: on a terminal, unless {@code NO_COLOR} is set (no-color.org). */
    boolean coloursOut() {
        return outIsTerminal && mayColour();
    }

    /** Whether the user asked for the stack traces of defects with {@code CIRCLAB_DEBUG}. */
    boolean debug() {
        return !environment.getOrDefault("CIRCLAB_DEBUG", "").isEmpty();
    }

    /** One line for the user beside the results. */
    void message(String line) {
        err.println(line);
        err.flush();
    }

    private boolean mayColour() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
