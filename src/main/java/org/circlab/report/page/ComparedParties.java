package org.circlab.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlab.ledger.Chart;
import org.circlab.report.Scale;
import org.circlab.report.Verdict;
import org.circlab.score.ActorResult;
import org.circlab.score.Compared;

/** For whom: what each actor gains in each variant of one lab, or how many gain in each of several labs. */
final class ComparedParties {

    private static final int MOST = 40;

    private final List<ComparedRun> runs;
    private final List<String> labels;

    ComparedParties(List<ComparedRun> runs, List<String> labels) {
        this.runs = runs;
        this.labels = labels;
    }

    String html() {
        boolean sameLab =
                runs.stream().map(run -> run.candidate().lab().id()).distinct().count() == 1;
        return sameLab ? byActor() : byLab();
    }

    private String byActor() {
        Map<String, String> names = new LinkedHashMap<>();
        for (ComparedRun run : runs) {
            parties(run).forEach(party -> names.putIfAbsent(party.actor(), party.name()));
        }
        List<String> ids = names.keySet().stream()
                .sorted(Comparator.comparingDouble((String id) -> -largest(id)))
                .toList();
        List<String> shown = ids.subList(0, Math.min(MOST, ids.size()));
        double[] values = shown.stream().mapToDouble(this::largest).toArray();
        Scale scale = Scale.of("EUR/yr", values);
        List<String> columns = new ArrayList<>(List.of("Actor"));
        columns.addAll(labels);
        Table table = new Table(
                "Change of profit and loss against business as usual in " + scale.unit()
                        + ", \u00b1 95 %; a gain is positive",
                1,
                columns.toArray(String[]::new));
        for (String id : shown) {
            table.row("").head(names.getOrDefault(id, id));
            for (ComparedRun run : runs) {
                cell(table, net(run, id), scale);
            }
            table.end();
        }
        String left = ids.size() == shown.size()
                ? ""
                : "<p class=\"note\">" + (ids.size() - shown.size()) + " more parties change less.</p>\n";
        return table.html() + left;
    }

    private static void cell(Table table, Optional<Compared> net, Scale scale) {
        if (net.isEmpty()) {
            table.number("");
            return;
        }
        Verdict verdict = Verdict.of(net.get());
        String colour = verdict == Verdict.BETTER ? "pill good" : verdict == Verdict.WORSE ? "pill bad" : "pill plain";
        table.raw("n", "<span class=\"" + colour + "\">" + Scores.difference(net.get(), scale) + "</span>");
    }

    private String byLab() {
        Table table = new Table(
                "Actors of each lab",
                1,
                "Lab",
                "Actors that gain",
                "Actors that lose",
                "No clear change",
                "Largest loss, EUR/yr");
        for (int i = 0; i < runs.size(); i++) {
            List<ActorResult> parties = parties(runs.get(i)).stream()
                    .filter(party -> !party.actor().equals(Chart.STATE))
                    .toList();
            long gain = count(parties, Verdict.BETTER);
            long lose = count(parties, Verdict.WORSE);
            Optional<ActorResult> worst = parties.stream()
                    .filter(party -> Verdict.of(party.net()) == Verdict.WORSE)
                    .min(Comparator.comparingDouble(
                            (ActorResult party) -> party.net().difference().mean()));
            table.row("")
                    .head(labels.get(i))
                    .number(String.valueOf(gain))
                    .number(String.valueOf(lose))
                    .number(String.valueOf(parties.size() - gain - lose))
                    .number(worst.map(party ->
                                    party.name() + " " + Scores.difference(party.net(), new Scale(1, "EUR/yr")))
                            .orElse(""))
                    .end();
        }
        return table.html();
    }

    private static long count(List<ActorResult> parties, Verdict verdict) {
        return parties.stream()
                .filter(party -> Verdict.of(party.net()) == verdict)
                .count();
    }

    /** Actors and the state. */
    private static List<ActorResult> parties(ComparedRun run) {
        return run.candidate().scorecard().actors().stream()
                .filter(party -> party.actor().equals(Chart.STATE)
                        || !Chart.reservedNames().contains(party.actor()))
                .toList();
    }

    private static Optional<Compared> net(ComparedRun run, String id) {
        return parties(run).stream()
                .filter(party -> party.actor().equals(id))
                .map(ActorResult::net)
                .findFirst();
    }

    private double largest(String id) {
        return runs.stream()
                .flatMap(run -> net(run, id).stream())
                .mapToDouble(net -> Math.abs(net.difference().mean()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
