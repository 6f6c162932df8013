package org.circlab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.experiment.whynot.Dimension;
import org.circlab.experiment.whynot.Explained;
import org.circlab.experiment.whynot.Funnel;
import org.circlab.experiment.whynot.Passage;
import org.circlab.experiment.whynot.Proposal;
import org.circlab.experiment.whynot.Stop;
import org.circlab.experiment.whynot.Subject;
import org.circlab.model.Horizon;

/** One JSON document with all that {@code explain} found, masses in tonnes to the gram. */
public final class ExplainJson {

    private ExplainJson() {}

    /** The document. */
    public static String of(Answer answer) {
        Map<String, Object> document = new LinkedHashMap<>(head(answer));
        Funnel funnel = answer.explanation().funnel();
        for (Subject.Side side : Subject.Side.values()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("lab", passage(funnel.total(side)));
            Map<String, Object> materials = new LinkedHashMap<>();
            funnel.byMaterial(side).forEach((id, passage) -> materials.put(id, passage(passage)));
            object.put("materials", materials);
            Map<String, Object> actors = new LinkedHashMap<>();
            funnel.byActor(side).forEach((id, passage) -> actors.put(id, passage(passage)));
            object.put("actors", actors);
            document.put(side == Subject.Side.OFFER ? "offers" : "needs", object);
        }
        document.put(
                "explained",
                answer.explanation().explained().stream()
                        .map(ExplainJson::explained)
                        .toList());
        document.put("runs", answer.explanation().runs());
        return Json.text(document);
    }

    /** What the answer depends on, and nothing else. */
    static Map<String, Object> head(Answer answer) {
        Horizon horizon = answer.explanation().lab().horizon();
        Map<String, Object> window = new LinkedHashMap<>();
        window.put("start", horizon.start().toString());
        window.put("end_exclusive", horizon.end().toString());
        window.put("warm_up_start", horizon.warmUpStart().toString());
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("program", "circlab");
        head.put("version", answer.version());
        head.put("command", "explain");
        head.put("lab", answer.explanation().lab().id());
        head.put("lab_name", answer.explanation().lab().name());
        head.put("variant", answer.scenario().variant());
        head.put("variant_name", answer.scenario().variantName());
        head.put("set", answer.sets());
        head.put("scenario_sha256", answer.scenario().hash());
        head.put("seed", answer.question().seed());
        head.put("replication", 1);
        head.put("actor", answer.question().actor());
        head.put("material", answer.question().material());
        head.put("top", answer.question().top());
        head.put("window", window);
        return head;
    }

    private static Map<String, Object> passage(Passage passage) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("waiting_at_start_t", tonnes(passage.openingGrams()));
        object.put("offered_t", tonnes(passage.offeredGrams()));
        Map<String, Object> stopped = new LinkedHashMap<>();
        for (Stop stop : passage.stops()) {
            stopped.put(GateWords.word(stop.gate()), tonnes(stop.grams()));
        }
        object.put("stopped_t", stopped);
        object.put("waiting_at_end_t", tonnes(passage.closingGrams()));
        object.put("contracted_t", tonnes(passage.contractedGrams()));
        object.put("exchanged_t", tonnes(passage.exchangedGrams()));
        return object;
    }

    private static Object tonnes(long grams) {
        return Decimals.exactMillionths(grams);
    }

    private static Map<String, Object> explained(Explained explained) {
        Subject subject = explained.row().subject();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("side", subject.side().word());
        object.put("actor", subject.actor());
        object.put("material", subject.material());
        object.put("line", subject.line());
        object.put("unmatched_t", tonnes(explained.row().unmatchedGrams()));
        object.put("sold_outside", explained.row().sold());
        object.put("reason", GateWords.word(explained.gate()));
        object.put("reason_t", tonnes(explained.gateGrams()));
        Explained.Nearest nearest = explained.nearest();
        if (nearest != null) {
            Map<String, Object> other = new LinkedHashMap<>();
            other.put("actor", nearest.actor());
            other.put("part", nearest.part());
            other.put("distance_km", Json.number(nearest.kilometres()));
            other.put("margin", Json.number(nearest.margin()));
            other.put("barrier", nearest.barrier());
            object.put("nearest", other);
        }
        List<Object> idle = new ArrayList<>();
        for (Explained.Idle each : explained.idle()) {
            Map<String, Object> stream = new LinkedHashMap<>();
            stream.put("actor", each.row().subject().actor());
            stream.put("material", each.row().subject().material());
            stream.put("line", each.row().subject().line());
            stream.put("not_taken_t", tonnes(each.row().passage().stoppedGrams()));
            stream.put("reason", each.gate().word());
            idle.add(stream);
        }
        object.put("not_taken_meanwhile", idle);
        List<Object> changes = new ArrayList<>();
        for (Proposal proposal : explained.proposals()) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("dimension", proposal.dimension().word());
            change.put("set", proposal.set());
            change.put("now", proposal.now());
            change.put("traded_t", tonnes(proposal.tradedGrams()));
            changes.add(change);
        }
        object.put("changes", changes);
        object.put(
                "no_single_change",
                explained.inVain().stream().map(Dimension::word).toList());
        return object;
    }
}
