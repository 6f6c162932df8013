package org.circlab.cli;

import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;

/** Runs an experiment; tests put others in the place of {@link org.circlab.experiment.Experiment}. */
@FunctionalInterface
interface Experimenter {

    /** Runs every replication of the plan. */
    Outcome run(Plan plan, Sinks sinks, Progress progress);

    /** The same, with a line of progress where somebody looks at a terminal. */
    default Outcome run(Plan plan, Sinks sinks, Console console) {
        if (!console.errIsTerminal()) {
            return run(plan, sinks, Progress.NONE);
        }
        try (ProgressLine line = new ProgressLine(console.err(), System::nanoTime)) {
            return run(plan, sinks, line::done);
        }
    }
}
