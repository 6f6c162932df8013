package org.circlab.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.model.Source;
import org.circlab.report.Rounded;
import org.circlab.report.SourceUse;
import org.circlab.report.svg.Markup;

/** What compared candidates rest on: their sources side by side, and the scenario of each as it ran. */
final class ComparedSources {

    private static final int MOST_SOURCES = 120;
    private static final int LONGEST_SCENARIOS = 400_000;

    private final List<ComparedRun> runs;
    private final List<String> labels;

    ComparedSources(List<ComparedRun> runs, List<String> labels) {
        this.runs = runs;
        this.labels = labels;
    }

    /** A row for each source, a column for each candidate: what share of its waste is a figure of that source. */
    String sources() {
        Map<Source, SourceUse[]> uses = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            for (SourceUse use : runs.get(i).sources()) {
                uses.computeIfAbsent(use.source(), any -> new SourceUse[runs.size()])[i] = use;
            }
        }
        List<Map.Entry<Source, SourceUse[]>> sorted = new ArrayList<>(uses.entrySet());
        sorted.sort(Comparator.comparingDouble((Map.Entry<Source, SourceUse[]> each) -> -share(each.getValue())));
        List<String> columns = new ArrayList<>(List.of("Source", "Grade"));
        columns.addAll(labels);
        Table table = new Table(
                "Sources, and the share of the waste arising whose figure they are", 2, columns.toArray(String[]::new));
        for (Map.Entry<Source, SourceUse[]> each : sorted.subList(0, Math.min(MOST_SOURCES, sorted.size()))) {
            table.row("").words(each.getKey().ref()).words(each.getKey().grade().word());
            for (SourceUse use : each.getValue()) {
                table.number(
                        use == null ? "" : use.shareOfArising() > 0 ? Rounded.percent(use.shareOfArising()) : "named");
            }
            table.end();
        }
        String more = sorted.size() <= MOST_SOURCES
                ? ""
                : "<p class=\"note\">" + (sorted.size() - MOST_SOURCES) + " more are in the scenarios below.</p>\n";
        return Frame.details(sorted.size() == 1 ? "1 source" : sorted.size() + " sources", table.html() + more);
    }

    private static double share(SourceUse[] uses) {
        double most = 0;
        for (SourceUse use : uses) {
            most = use != null && use.shareOfArising() > most ? use.shareOfArising() : most;
        }
        return most;
    }

    /** The effective scenario of each; of many long ones the beginnings. */
    String scenarios() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            text.append(Provenance.scenario(
                    "The effective scenario of " + Markup.escape(labels.get(i)),
                    runs.get(i).scenario().text(),
                    LONGEST_SCENARIOS / runs.size(),
                    "all of it is in the scenario.yaml that circlab run writes"));
        }
        return text.toString();
    }
}
