package org.circlab.experiment.study;

import java.io.Serializable;
import java.util.List;
import org.circlab.scenario.Snapshot;

/**
 * All that the tasks of a study share; with a task it decides the answer wherever it is evaluated.
 *
 * @param scenario every file that the scenario reads
 * @param sets what is changed at every point, as {@code path=value}, applied in order before what a point changes
 * @param seed where chance starts
 * @param indicators ids of those that answers hold, in their order
 */
public record Shipment(Snapshot scenario, List<String> sets, long seed, List<String> indicators)
        implements Serializable {
    public Shipment {
        sets = List.copyOf(sets);
        indicators = List.copyOf(indicators);
    }
}
