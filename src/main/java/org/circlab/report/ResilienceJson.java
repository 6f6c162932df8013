package org.circlab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.experiment.resilience.Endured;
import org.circlab.experiment.resilience.Outage;
import org.circlab.experiment.resilience.Removal;
import org.circlab.experiment.resilience.Resilience;
import org.circlab.model.Actor;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.score.ServiceKept;

/** One JSON document with all that {@code resilience} found. */
public final class ResilienceJson {

    private ResilienceJson() {}

    /** The document. */
    public static String of(Tested tested) {
        Resilience resilience = tested.resilience();
        Map<String, Object> document = new LinkedHashMap<>(head(tested));
        document.put("exchanged_t_per_yr", SynergyJson.estimate(resilience.exchanged()));
        document.put(
                "removals",
                resilience.removals().stream().map(ResilienceJson::removal).toList());
        List<String> actors = resilience.lab().actors().stream().map(Actor::id).toList();
        document.put(
                "outages",
                resilience.endured().stream()
                        .map(endured -> endured(endured, actors))
                        .toList());
        return Json.text(document);
    }

    /** What the answer depends on, and nothing else. */
    static Map<String, Object> head(Tested tested) {
        Lab lab = tested.resilience().lab();
        Horizon horizon = lab.horizon();
        Map<String, Object> window = new LinkedHashMap<>();
        window.put("start", horizon.start().toString());
        window.put("end_exclusive", horizon.end().toString());
        window.put("warm_up_start", horizon.warmUpStart().toString());
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("program", "circlab");
        head.put("version", tested.version());
        head.put("command", "resilience");
        head.put("lab", lab.id());
        head.put("lab_name", lab.name());
        head.put("variant", tested.scenario().variant());
        head.put("variant_name", tested.scenario().variantName());
        head.put("set", tested.sets());
        head.put("scenario_sha256", tested.scenario().hash());
        head.put("seed", tested.question().seed());
        head.put("replications", tested.question().replications());
        head.put("without", tested.question().without());
        head.put(
                "outages_asked",
                tested.question().outages().stream().map(Outage::name).toList());
        head.put("window", window);
        return head;
    }

    private static Map<String, Object> removal(Removal removal) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("actor", removal.actor());
        object.put("own_share", Json.number(removal.ownShare()));
        object.put("lost_share", removal.lost() == null ? null : SynergyJson.estimate(removal.lost()));
        object.put("hindrance", removal.hindrance());
        return object;
    }

    private static Map<String, Object> endured(Endured endured, List<String> actors) {
        Outage outage = endured.outage();
        ServiceKept service = endured.service();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("outage", outage.name());
        object.put("actor", outage.actor());
        object.put("from", outage.from().toString());
        object.put("until_exclusive", outage.until().toString());
        object.put("service_kept", SynergyJson.estimate(service.kept()));
        object.put("counted_to", service.last().toString());
        object.put("back_from", service.back() == null ? null : service.back().toString());
        object.put("months_to_recover", service.back() == null ? null : service.monthsToRecover());
        object.put("cascade_depth", service.depth());
        List<Object> hit = new ArrayList<>();
        for (ServiceKept.Hit each : service.hit()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("actor", actors.get(each.party()));
            one.put("lost_share", Json.number(each.lost()));
            one.put("step", each.step());
            hit.add(one);
        }
        object.put("actors_hit", hit);
        return object;
    }
}
