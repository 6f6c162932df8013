package org.circlab.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.circlab.model.Grade;
import org.circlab.model.Horizon;
import org.circlab.report.Rounded;
import org.circlab.report.svg.Markup;
import org.circlab.score.Compared;
import org.circlab.score.Comparison;

/** Writes the page that sets labs, or variants of one, side by side on common scales. */
public final class ComparisonPage {

    private ComparisonPage() {}

    /**
     * The page of finished runs; the same runs give the same bytes.
     *
     * @param runs at least two, with as many replications each
     */
    public static String of(List<ComparedRun> runs) {
        Comparison comparison =
                Comparison.of(runs.stream().map(ComparedRun::candidate).toList());
        List<String> labels = labels(runs);
        List<String> labs = distinct(runs, run -> run.candidate().lab().name());
        String title = labs.size() == 1 ? labs.get(0) : labs.size() + " labs compared";
        ComparedScores scores = new ComparedScores(comparison, labels);
        ComparedFlows flows = new ComparedFlows(runs, labels);
        ComparedSources sources = new ComparedSources(runs, labels);
        return Frame.page(
                title + (labs.size() == 1 ? ": variants compared" : ""),
                Frame.resource("comparison.css") + flows.rules(),
                "<a class=\"skip\" href=\"#best\">To the results</a>\n"
                        + "<header><p class=\"over\">CircLab comparison</p><h1>" + Markup.escape(title)
                        + "</h1>\n<p class=\"variant\">" + Markup.escape(subject(comparison, labels)) + "</p>\n"
                        + "<nav aria-label=\"Contents\"><a href=\"#best\">Which is best</a> <a href=\"#changes\">What changes</a> "
                        + "<a href=\"#whom\">For whom</a> <a href=\"#flows\">Where material goes</a> <a href=\"#map\">Map</a> "
                        + "<a href=\"#time\">Month by month</a> "
                        + "<a href=\"#targets\">Targets</a> <a href=\"#why\">Why not more</a> <a href=\"#sure\">How sure</a> <a href=\"#run\">These runs</a></nav></header>\n<main>\n"
                        + Frame.section("best", "Which is best", scores.lead())
                        + Frame.section("changes", "What changes", scores.plots())
                        + Frame.section("whom", "For whom", new ComparedParties(runs, labels).html())
                        + Frame.section("flows", "Where material goes", flows.html())
                        + Frame.section("time", "Month by month", new ComparedMonths(runs, labels).html())
                        + Frame.section("targets", "Targets of the law", new ComparedTargets(runs, labels).html())
                        + Frame.section("why", "Why not more", new ComparedWhyNot(runs, labels).html())
                        + Frame.section("sure", "How sure", sure(comparison, runs, labels) + sources.sources())
                        + Frame.section("run", "These runs", provenance(runs, labels) + sources.scenarios())
                        + "</main>\n");
    }

    /** The shortest names that tell all apart: of the variant, of the lab, or of both; else those of the command line. */
    private static List<String> labels(List<ComparedRun> runs) {
        List<Function<ComparedRun, String>> ways = new ArrayList<>();
        if (distinct(runs, run -> run.candidate().lab().id()).size() == 1) {
            ways.add(run -> run.scenario().variantName());
        }
        ways.add(run -> run.candidate().lab().name());
        ways.add(run -> run.candidate().lab().name() + ": " + run.scenario().variantName());
        for (Function<ComparedRun, String> way : ways) {
            if (distinct(runs, way).size() == runs.size()) {
                return runs.stream().map(way).map(Scores::capital).toList();
            }
        }
        return runs.stream().map(run -> run.candidate().name()).toList();
    }

    private static List<String> distinct(List<ComparedRun> runs, Function<ComparedRun, String> what) {
        return runs.stream().map(what).distinct().toList();
    }

    private static String subject(Comparison comparison, List<String> labels) {
        return labels.size() + (comparison.paired() ? " variants" : " candidates")
                + " side by side, each compared with its own business as usual: " + String.join(", ", labels) + ".";
    }

    private static String sure(Comparison comparison, List<ComparedRun> runs, List<String> labels) {
        int replications = runs.get(0).candidate().scorecard().replications();
        StringBuilder text = new StringBuilder("<p>");
        if (replications == 1) {
            text.append("Each was run once: that shows nothing of chance, and no difference has an interval.");
        } else {
            text.append("Each was run " + replications
                            + " times with and without the exchange, each pair with the same luck. ")
                    .append(
                            comparison.paired()
                                    ? "All variants share that luck too, so they are compared run by run. "
                                    : "Labs do not share their luck, so they are compared as independent draws. ")
                    .append(
                            "\u00b1 is a 95 % interval of the mean. \u201cNo clear difference\u201d: the interval of the difference ")
                    .append("from the best holds 0. All of it covers chance in the model, not errors in the figures.");
        }
        List<String> columns = new ArrayList<>(List.of(comparison.paired() ? "Variant" : "Lab"));
        for (Grade grade : Grade.values()) {
            columns.add(Scores.capital(grade.word()));
        }
        Table table = new Table("Grades of the figures that waste arising rests on", 1, columns.toArray(String[]::new));
        for (int i = 0; i < runs.size(); i++) {
            table.row("").head(labels.get(i));
            for (Grade grade : Grade.values()) {
                Compared share = runs.get(i).candidate().scorecard().indicator("arising-" + grade.word());
                table.number(Rounded.percent(share.variant().mean() / 100));
            }
            table.end();
        }
        return text.append("</p>\n").append(table.html()).toString();
    }

    private static String provenance(List<ComparedRun> runs, List<String> labels) {
        Table table = new Table(
                "What ran",
                7,
                "Candidate",
                "Lab",
                "Variant",
                "Window",
                "Replications and seed",
                "Set for this run",
                "SHA-256 of the effective scenario");
        for (int i = 0; i < runs.size(); i++) {
            ComparedRun run = runs.get(i);
            Horizon horizon = run.candidate().lab().horizon();
            table.row("class=\"ran\"")
                    .head(labels.get(i))
                    .words(run.candidate().lab().id())
                    .words(run.scenario().variant())
                    .words(horizon.start() + " to " + horizon.end().minusDays(1))
                    .words(run.candidate().scorecard().replications() + ", seed " + run.seed())
                    .words(String.join("; ", run.sets()))
                    .words(run.scenario().hash())
                    .end();
        }
        return "<p>Made by CircLab " + Markup.escape(runs.get(0).version())
                + ". The same scenarios, seed and version give the same result on any computer. Each of them can be run alone "
                + "with <code>circlab run</code>, which writes every table.</p>\n"
                + table.html();
    }
}
