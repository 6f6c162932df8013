package org.circlab.report;

import java.util.List;
import org.circlab.experiment.warmup.Settling;
import org.circlab.model.Horizon;
import org.circlab.score.Scorecard;

/**
 * What a pilot says about how to run a scenario.
 *
 * @param horizon of the scenario
 * @param settlings how its series settle
 * @param pilot the scorecard of the pilot, of at least 2 replications
 */
public record Advice(Horizon horizon, List<Settling> settlings, Scorecard pilot) {
    public Advice {
        settlings = List.copyOf(settlings);
    }
}
