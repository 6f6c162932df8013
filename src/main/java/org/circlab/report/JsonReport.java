package org.circlab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Region;
import org.circlab.score.ActorResult;
import org.circlab.score.Compared;
import org.circlab.score.Estimate;
import org.circlab.score.Scorecard;
import org.circlab.score.Values;

/** One JSON document with what the first screen shows, in full and at full precision. */
public final class JsonReport {

    private JsonReport() {}

    /**
     * The document.
     *
     * @param folder where the result files are, as the user named it
     */
    public static String of(ScoredRun run, String folder) {
        Map<String, Object> document = new LinkedHashMap<>(RunJson.head(run, "variant"));
        document.put("region", region(run.outcome().plan().lab().region()));
        document.put("about", run.scenario().about());
        document.put(
                "indicators",
                run.outcome().scorecard().indicators().stream()
                        .map(compared -> indicator(compared, run.outcome().scorecard()))
                        .toList());
        document.put(
                "actors",
                run.outcome().scorecard().actors().stream()
                        .map(JsonReport::actor)
                        .toList());
        document.put(
                "larger_flows",
                FlowChange.of(run.outcome()).stream().map(JsonReport::flow).toList());
        document.put("targets", TargetTable.json(run.outcome()));
        document.put("sources", sources(run));
        document.put("folder", folder);
        return Json.text(document);
    }

    private static Map<String, Object> region(Region region) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("country", region.country());
        object.put("inhabitants", region.inhabitants());
        return object;
    }

    private static Map<String, Object> indicator(Compared compared, Scorecard scorecard) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", compared.measure().id());
        object.put("title", compared.measure().title());
        object.put("group", compared.measure().group());
        object.put("unit", compared.measure().unit());
        object.put("sense", compared.measure().sense().word());
        object.put("formula", compared.measure().formula());
        object.put("source", compared.measure().source());
        estimates(object, compared);
        scorecard.values().stream()
                .filter(values ->
                        values.measure().id().equals(compared.measure().id()))
                .forEach(values -> object.put("replications", replications(values)));
        return object;
    }

    private static Map<String, Object> replications(Values values) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("variant", values.variant().stream().map(Json::number).toList());
        object.put("baseline", values.baseline().stream().map(Json::number).toList());
        return object;
    }

    private static Map<String, Object> actor(ActorResult actor) {
        List<Object> lines = new ArrayList<>();
        for (Compared line : actor.lines()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("kind", line.measure().id());
            object.put("unit", line.measure().unit());
            estimates(object, line);
            lines.add(object);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("actor", actor.actor());
        object.put("name", actor.name());
        object.put("profit_and_loss", lines);
        return object;
    }

    private static void estimates(Map<String, Object> object, Compared compared) {
        object.put("variant", estimate(compared.variant()));
        object.put("baseline", estimate(compared.baseline()));
        object.put("difference", estimate(compared.difference()));
        object.put("verdict", Verdict.of(compared).words());
    }

    static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("mean", Json.number(estimate.mean()));
        object.put("low95", Json.number(estimate.low95()));
        object.put("high95", Json.number(estimate.high95()));
        return object;
    }

    private static Map<String, Object> flow(FlowChange change) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from", change.from());
        object.put("to", change.to());
        object.put("material", change.material());
        object.put("variant_t_per_yr", Json.number(change.tonnesPerYear()));
        object.put("baseline_t_per_yr", Json.number(change.baselineTonnesPerYear()));
        return object;
    }

    private static Map<String, Object> sources(ScoredRun run) {
        Lab lab = run.outcome().plan().lab();
        Map<String, Object> byGrade = new LinkedHashMap<>();
        SourceUse.byGrade(lab).forEach((grade, places) -> byGrade.put(grade.word(), places));
        List<Object> list = new ArrayList<>();
        for (SourceUse use : SourceUse.of(lab, run.outcome().variant())) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("ref", use.source().ref());
            object.put("grade", use.source().grade().word());
            object.put("places", use.places());
            object.put("share_of_arising", Json.number(use.shareOfArising()));
            list.add(object);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("places_by_grade", byGrade);
        object.put("arising_percent_by_grade", byGrade(run, "arising"));
        object.put("routed_percent_by_grade", byGrade(run, "routed"));
        object.put("list", list);
        return object;
    }

    private static Map<String, Object> byGrade(ScoredRun run, String of) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Grade grade : Grade.values()) {
            double mean = run.outcome()
                    .scorecard()
                    .indicator(of + "-" + grade.word())
                    .variant()
                    .mean();
            object.put(grade.word(), Json.number(mean));
        }
        return object;
    }
}
