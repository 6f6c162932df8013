package org.circlab.experiment;

import java.util.List;
import org.circlab.model.Lab;

/** A lab with changes. */
@FunctionalInterface
public interface Labs {

    /**
     * The lab after some more changes.
     *
     * @param sets changes as {@code path=value}, applied in order; none for the lab as it is
     * @throws org.circlab.scenario.ScenarioException if the lab cannot be so. Called by several threads at once
     */
    Lab with(List<String> sets);
}
