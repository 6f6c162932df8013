package org.circlab.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.circlab.experiment.Experiment;

/**
 * One call of the program in this JVM.
 *
 * @param code its exit code
 * @param out what it printed as results
 * @param err what it printed as messages
 */
record Session(int code, String out, String err) {

    /** Runs it without a terminal. */
    static Session of(String... args) {
        return of(Experiment::run, false, Map.of(), args);
    }

    /** Runs it with another experimenter, on a terminal or not, in a given environment. */
    static Session of(Experimenter experimenter, boolean terminal, Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), terminal, terminal, environment);
        int code = CircLab.run(console, experimenter, args);
        return new Session(code, unix(out), unix(err));
    }

    private static String unix(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
