package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.circlab.report.CsvRows;
import org.circlab.report.svg.Markup;
import org.circlab.score.DatedTarget;
import org.circlab.score.TargetClock;
import org.circlab.score.TargetYear;
import org.circlab.score.TargetYear.Standing;

/** Targets of the law side by side: a light for each candidate in its last whole year, all years in the table to save. */
final class ComparedTargets {

    private final List<ComparedRun> runs;
    private final List<String> labels;

    ComparedTargets(List<ComparedRun> runs, List<String> labels) {
        this.runs = runs;
        this.labels = labels;
    }

    String html() {
        Map<String, DatedTarget> shown = new LinkedHashMap<>();
        for (ComparedRun run : runs) {
            for (TargetClock clock : run.targets()) {
                last(run, clock).ifPresent(year -> shown.put(clock.target().id(), clock.target()));
            }
        }
        if (shown.isEmpty()) {
            return "<p>None of them can tell the rate of a dated target; the page of each run says why.</p>\n";
        }
        return "<p>The rates are those of the waste that arises in each lab, not of its country. A light says in how many of the "
                + "replications the rate of the year meets the target, and below it the 95 % interval of that probability.</p>\n"
                + table(List.copyOf(shown.values())) + Table.download("targets.csv", csv());
    }

    /** How a target that matters in the last whole year of a candidate stands then. */
    private static Optional<TargetYear> last(ComparedRun run, TargetClock clock) {
        OptionalInt number = lastWhole(run);
        return number.isEmpty()
                ? Optional.empty()
                : clock.year(number.getAsInt()).filter(year -> year.standing() != Standing.SUPERSEDED);
    }

    private static OptionalInt lastWhole(ComparedRun run) {
        return run.targets().stream()
                .flatMap(clock -> clock.years().stream())
                .filter(year -> year.share() == 1)
                .mapToInt(TargetYear::year)
                .max();
    }

    private String table(List<DatedTarget> shown) {
        List<String> columns = new ArrayList<>(List.of("Target"));
        for (int i = 0; i < runs.size(); i++) {
            OptionalInt year = lastWhole(runs.get(i));
            columns.add(labels.get(i) + (year.isPresent() ? ", " + year.getAsInt() : ""));
        }
        Table table = new Table(
                "Targets of the law in the last whole year of each", columns.size(), columns.toArray(String[]::new));
        for (DatedTarget target : shown) {
            table.row("title=\"" + Markup.escape(target.name() + ". " + target.source()) + "\"")
                    .head(target.title() + ", " + target.asks() + " from " + target.year());
            for (ComparedRun run : runs) {
                table.raw(run.targets().stream()
                        .filter(clock -> clock.target().id().equals(target.id()))
                        .flatMap(clock ->
                                last(run, clock).map(year -> Targets.cell(clock, year, run.usualTargets())).stream())
                        .findFirst()
                        .orElse("cannot be told"));
            }
            table.end();
        }
        return table.html();
    }

    private String csv() {
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        try {
            rows.header(
                    "candidate",
                    "side",
                    "target",
                    "year",
                    "standing",
                    "rate_percent",
                    "replications",
                    "met",
                    "probability_low95",
                    "probability_high95");
            for (ComparedRun run : runs) {
                rows(rows, run, "variant", run.targets());
                rows(rows, run, "baseline", run.usualTargets());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static void rows(CsvRows rows, ComparedRun run, String side, List<TargetClock> clocks) throws IOException {
        for (TargetClock clock : clocks) {
            for (TargetYear year : clock.years()) {
                rows.text(run.candidate().name())
                        .text(side)
                        .text(clock.target().id())
                        .whole(year.year())
                        .text(year.standing().words())
                        .value(year.rate().mean())
                        .whole(year.met().trials())
                        .whole(year.met().successes())
                        .value(year.met().low95())
                        .value(year.met().high95())
                        .end();
            }
        }
    }
}
