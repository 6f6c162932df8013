package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.circlab.ledger.Chart;
import org.circlab.report.ResultTables;
import org.circlab.report.Scale;
import org.circlab.report.ScoredRun;
import org.circlab.report.Verdict;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;
import org.circlab.score.ActorResult;
import org.circlab.score.Compared;

/** For whom: profit and loss of each actor and of the state, the largest change first. */
final class Parties {

    private static final int MOST = 30;
    private static final double BAR = 150;

    private final ScoredRun run;
    private final List<ActorResult> shown;
    private final int left;
    private final Scale scale;
    private final double largest;

    Parties(ScoredRun run) {
        this.run = run;
        List<ActorResult> all = run.outcome().scorecard().actors().stream()
                .filter(party -> party.actor().equals(Chart.STATE)
                        || !Chart.reservedNames().contains(party.actor()))
                .sorted(Comparator.comparingDouble((ActorResult party) -> -Math.abs(change(party))))
                .toList();
        this.shown = all.stream()
                .limit(MOST)
                .sorted(Comparator.comparingDouble((ActorResult party) -> -change(party)))
                .toList();
        this.left = all.size() - shown.size();
        this.scale = Scores.scale("EUR/yr", shown.stream().map(ActorResult::net).toList());
        this.largest = shown.stream()
                .mapToDouble(party -> Math.abs(change(party)))
                .max()
                .orElse(0);
    }

    private static double change(ActorResult party) {
        double mean = party.net().difference().mean();
        return Double.isFinite(mean) ? mean : 0;
    }

    String html() {
        if (shown.isEmpty()) {
            return "<p>Nobody pays or earns anything.</p>\n";
        }
        Table table = new Table(
                "Profit and loss in " + scale.unit() + "; a gain is positive",
                1,
                "Actor",
                "Difference \u00b1 95 %",
                "",
                "",
                Scores.capital(run.scenario().baselineName()),
                run.scenario().variantName());
        for (ActorResult party : shown) {
            Compared net = party.net();
            table.row("")
                    .head(party.name())
                    .number(Scores.difference(net, scale))
                    .raw(Scores.pill(net))
                    .raw(bar(net))
                    .number(scale.text(net.baseline().mean()))
                    .number(scale.text(net.variant().mean()))
                    .end();
        }
        String told = left == 0
                ? ""
                : "<p class=\"note\">" + left
                        + " more parties change less; all are in actors.csv beside this page.</p>\n";
        return table.html("actors.csv", csv()) + told + kinds();
    }

    /** A bar from the middle, to the right for a gain, with its interval. */
    private String bar(Compared net) {
        if (largest == 0 || Verdict.of(net) == Verdict.SAME) {
            return "";
        }
        double pixels = BAR / 2 / largest;
        double mean = net.difference().mean() * pixels;
        double half = net.difference().halfWidth();
        double spread = Double.isFinite(half) ? half * pixels : 0;
        double middle = BAR / 2;
        return "<svg class=\"bars\" aria-hidden=\"true\" width=\"150\" height=\"16\" viewBox=\"0 0 150 16\"><path class=\"axis\" d=\"M"
                + n(middle) + " 0V16\"/><rect class=\"" + (mean < 0 ? "loss" : "gain") + "\" y=\"3\" height=\"10\" x=\""
                + n(Math.min(middle, middle + mean)) + "\" width=\"" + n(Math.abs(mean))
                + "\"/><path class=\"spread\" d=\"M"
                + n(middle + mean - spread) + " 8H" + n(middle + mean + spread) + "\"/></svg>";
    }

    /** What each party gains and pays by kind, folded away. */
    private String kinds() {
        StringBuilder text = new StringBuilder("<details><summary>What each one gains and pays, by kind</summary>\n");
        text.append("<ul class=\"kinds\">\n");
        for (ActorResult party : shown) {
            String lines = party.lines().subList(0, party.lines().size() - 1).stream()
                    .filter(line ->
                            line.variant().mean() != 0 || line.baseline().mean() != 0)
                    .map(line -> line.measure().title() + " "
                            + scale.text(line.baseline().mean()) + " \u2192 "
                            + scale.text(line.variant().mean()))
                    .collect(Collectors.joining("; "));
            text.append(
                    "<li><strong>" + Markup.escape(party.name()) + ":</strong> " + Markup.escape(lines) + "</li>\n");
        }
        return text.append("</ul></details>\n").toString();
    }

    private String csv() {
        StringBuilder csv = new StringBuilder();
        try {
            ResultTables.actors(csv, shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static String n(double value) {
        return Shape.number(value);
    }
}
