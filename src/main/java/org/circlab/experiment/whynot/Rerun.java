package org.circlab.experiment.whynot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Repeat;
import org.circlab.ledger.FlowSink;
import org.circlab.scenario.ScenarioException;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.LabView;
import org.circlab.simulation.SimulationException;

/** Runs replication 1 of a lab with changes, again and again under the same random numbers. */
final class Rerun {

    private static final int REPLICATION = 1;

    private final Labs labs;
    private final Repeat repeat;

    Rerun(Labs labs, long seed) {
        this.labs = labs;
        this.repeat = new Repeat(seed);
    }

    /** How often it has run. */
    int runs() {
        return repeat.runs();
    }

    /** The lab as it is. */
    Course unchanged() {
        return run(List.of());
    }

    /** The lab with one change; nothing where it cannot be so, or does not run to its end. */
    Optional<Course> with(String set) {
        try {
            return Optional.of(run(List.of(set)));
        } catch (ScenarioException | SimulationException impossible) {
            return Optional.empty();
        }
    }

    private Course run(List<String> sets) {
        CompiledLab lab = CompiledLab.of(labs.with(sets));
        List<LabView> seen = new ArrayList<>();
        repeat.run(lab, REPLICATION, FlowSink.NONE, (kernel, ledger, view) -> seen.add(view));
        return new Course(lab.network(), seen.get(0).unmatched());
    }
}
