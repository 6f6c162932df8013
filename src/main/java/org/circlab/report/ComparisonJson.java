package org.circlab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.score.Comparison;
import org.circlab.score.Comparison.Entry;
import org.circlab.score.Comparison.Row;
import org.circlab.score.Estimate;

/** One JSON document with every indicator by which labs or variants are compared, as in the CSV of {@link ComparisonTable}. */
public final class ComparisonJson {

    private ComparisonJson() {}

    /** The document. */
    public static String of(Comparison comparison) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", "compare");
        document.put("paired", comparison.paired());
        document.put(
                "indicators",
                comparison.rows().stream().map(ComparisonJson::row).toList());
        return Json.text(document);
    }

    private static Map<String, Object> row(Row row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("indicator", row.measure().id());
        object.put("unit", row.measure().unit());
        object.put("sense", row.measure().sense().word());
        List<Object> candidates = new ArrayList<>();
        row.entries().forEach(entry -> candidates.add(entry(entry)));
        object.put("candidates", candidates);
        return object;
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("candidate", entry.name());
        object.put("change", estimate(entry.change()));
        object.put("per_1000_inhabitants", estimate(entry.perThousandInhabitants()));
        object.put("per_t_arising", estimate(entry.perTonne()));
        object.put("per_1000_eur", estimate(entry.perThousandEuros()));
        object.put("behind_best", estimate(entry.behind()));
        object.put("best_share", Json.number(entry.best()));
        object.put("verdict", Standing.of(entry).words().replace(' ', '-'));
        return object;
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("mean", Json.number(estimate.mean()));
        object.put("low95", Json.number(estimate.low95()));
        object.put("high95", Json.number(estimate.high95()));
        return object;
    }
}
