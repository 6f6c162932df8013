package org.circlab.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.experiment.Outcome;
import org.circlab.score.ComplianceClock;
import org.circlab.score.DatedTarget;
import org.circlab.score.Replications;
import org.circlab.score.TargetClock;
import org.circlab.score.TargetYear;

/** {@code targets.csv}: dated targets of the law, year by year, and why others cannot be told; the same as JSON. */
final class TargetTable {

    private TargetTable() {}

    /** A target in the variant and in the baseline. */
    record Pair(TargetClock variant, TargetClock baseline) {}

    /** Every target of a run on both sides, in the order of the catalogue; both have the same country. */
    static List<Pair> pairs(Outcome outcome) {
        List<TargetClock> variant =
                ComplianceClock.of(new Replications(outcome.plan().lab(), outcome.variant()));
        List<TargetClock> baseline =
                ComplianceClock.of(new Replications(outcome.plan().baseline(), outcome.baseline()));
        List<Pair> pairs = new ArrayList<>();
        for (TargetClock clock : variant) {
            baseline.stream()
                    .filter(other -> other.target().id().equals(clock.target().id()))
                    .forEach(other -> pairs.add(new Pair(clock, other)));
        }
        return pairs;
    }

    /**
     * Writes a row for each target and calendar year, and one for each target that cannot be told.
     *
     * @throws IOException if {@code to} fails
     */
    static void write(Appendable to, List<TargetClock> clocks) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(
                "target",
                "name",
                "binding",
                "direction",
                "target_percent",
                "from_year",
                "low_codes",
                "year",
                "share_of_year",
                "standing",
                "rate_percent",
                "rate_low95_percent",
                "rate_high95_percent",
                "replications",
                "met",
                "probability",
                "probability_low95",
                "probability_high95",
                "why_not");
        for (TargetClock clock : clocks) {
            for (TargetYear year : clock.years()) {
                head(rows, clock);
                year(rows, year);
                rows.text("").end();
            }
            if (!clock.isTold()) {
                untold(rows, clock);
            }
        }
    }

    private static void head(CsvRows rows, TargetClock clock) throws IOException {
        DatedTarget target = clock.target();
        rows.text(target.id())
                .text(target.name())
                .text(clock.binding().words())
                .text(target.direction())
                .value(target.percent().orElse(Double.NaN))
                .whole(target.year())
                .text(String.join("; ", clock.codes()));
    }

    private static void year(CsvRows rows, TargetYear year) throws IOException {
        rows.whole(year.year())
                .value(year.share())
                .text(year.standing().words())
                .value(year.rate().mean())
                .value(year.rate().low95())
                .value(year.rate().high95())
                .whole(year.met().trials())
                .whole(year.met().successes())
                .value(year.met().share())
                .value(year.met().low95())
                .value(year.met().high95());
    }

    private static void untold(CsvRows rows, TargetClock clock) throws IOException {
        int numbers = 11;
        head(rows, clock);
        for (int i = 0; i < numbers; i++) {
            rows.text("");
        }
        rows.text(clock.reason()).end();
    }

    /** Every target of a run, with its years on both sides. */
    static List<Object> json(Outcome outcome) {
        List<Object> list = new ArrayList<>();
        for (Pair pair : pairs(outcome)) {
            DatedTarget target = pair.variant().target();
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("target", target.id());
            object.put("name", target.name());
            object.put("source", target.source());
            object.put("binding", pair.variant().binding().words());
            object.put("direction", target.direction());
            object.put("percent", Json.number(target.percent().orElse(Double.NaN)));
            object.put("from_year", target.year());
            object.put("low_codes", pair.variant().codes());
            object.put("variant", years(pair.variant()));
            object.put("baseline", years(pair.baseline()));
            object.put("why_not", pair.variant().reason());
            list.add(object);
        }
        return list;
    }

    private static List<Object> years(TargetClock clock) {
        List<Object> list = new ArrayList<>();
        for (TargetYear year : clock.years()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("year", year.year());
            object.put("share_of_year", Json.number(year.share()));
            object.put("standing", year.standing().words());
            object.put("rate_percent", JsonReport.estimate(year.rate()));
            object.put("replications", year.met().trials());
            object.put("met", year.met().successes());
            object.put("probability", Json.number(year.met().share()));
            object.put("low95", Json.number(year.met().low95()));
            object.put("high95", Json.number(year.met().high95()));
            list.add(object);
        }
        return list;
    }
}
