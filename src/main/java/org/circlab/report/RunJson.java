package org.circlab.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.circlab.experiment.Plan;
import org.circlab.model.Horizon;

/** {@code run.json}: all that a result depends on, and nothing else: no time of day, no threads, no machine. */
final class RunJson {

    private RunJson() {}

    /** The document for one side of a run, {@code variant} or {@code baseline}. */
    static String of(ScoredRun run, String side) {
        return Json.text(head(run, side));
    }

    /** What identifies a run, for this file and the head of the JSON report. */
    static Map<String, Object> head(ScoredRun run, String side) {
        Plan plan = run.outcome().plan();
        Horizon horizon = plan.lab().horizon();
        Map<String, Object> window = new LinkedHashMap<>();
        window.put("start", horizon.start().toString());
        window.put("end_exclusive", horizon.end().toString());
        window.put("warm_up_start", horizon.warmUpStart().toString());
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("program", "circlab");
        head.put("version", run.version());
        head.put("lab", plan.lab().id());
        head.put("lab_name", plan.lab().name());
        head.put("variant", run.scenario().variant());
        head.put("variant_name", run.scenario().variantName());
        head.put("baseline_name", run.scenario().baselineName());
        head.put("side", side);
        head.put("set", run.sets());
        head.put("scenario_sha256", run.scenario().hash());
        head.put("seed", plan.seed());
        head.put("replications", plan.replications());
        head.put("window", window);
        return head;
    }
}
