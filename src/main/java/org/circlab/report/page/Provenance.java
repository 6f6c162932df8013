package org.circlab.report.page;

import java.util.ArrayList;
import java.util.List;
import org.circlab.experiment.Plan;
import org.circlab.model.Grade;
import org.circlab.model.Horizon;
import org.circlab.report.Rounded;
import org.circlab.report.ScoredRun;
import org.circlab.report.SourceUse;
import org.circlab.report.svg.Markup;

/** How sure, and what it all rests on: the run, its sources, the scenario. */
final class Provenance {

    private static final int MOST_SOURCES = 100;
    private static final int LONGEST_SCENARIO = 200_000;

    private final ScoredRun run;
    private final Plan plan;

    Provenance(ScoredRun run) {
        this.run = run;
        this.plan = run.outcome().plan();
    }

    /** What the intervals mean and how well the figures are known. */
    String certainty() {
        StringBuilder text = new StringBuilder("<p>");
        if (plan.replications() == 1) {
            text.append("This is one replication: it shows nothing of chance, and no difference has an interval.");
        } else {
            text.append("The lab was run " + plan.replications()
                            + " times with and without the exchange, each pair with the ")
                    .append(
                            "same luck. \u00b1 is a 95 % interval of the mean difference; \u201cno clear change\u201d: it includes 0. ")
                    .append("It covers chance in the model, not errors in the figures.");
        }
        return text.append("</p>\n<p>"
                        + byGrade("arising", "Waste arising rests on figures that are ", "No waste arises.")
                        + byGrade(
                                "routed", " What moves rests, by the weakest figure behind it, on ", " Nothing moves.")
                        + "</p>\n")
                .toString();
    }

    /** A sentence of the shares of mass by grade, or another where there is no mass. */
    private String byGrade(String of, String begin, String none) {
        List<String> parts = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            double percent = run.outcome()
                    .scorecard()
                    .indicator(of + "-" + grade.word())
                    .variant()
                    .mean();
            if (!Double.isFinite(percent)) {
                return none;
            }
            parts.add(grade.word() + " " + Rounded.percent(percent / 100));
        }
        return begin + String.join(", ", parts) + ".";
    }

    String sources() {
        List<SourceUse> uses = SourceUse.of(plan.lab(), run.outcome().variant());
        Table table = new Table("Sources", 2, "Source", "Grade", "Places named", "Share of waste arising");
        for (SourceUse use : uses.subList(0, Math.min(MOST_SOURCES, uses.size()))) {
            table.row("")
                    .words(use.source().ref())
                    .words(use.source().grade().word())
                    .number(String.valueOf(use.places()))
                    .number(use.shareOfArising() > 0 ? Rounded.percent(use.shareOfArising()) : "")
                    .end();
        }
        String more = uses.size() <= MOST_SOURCES
                ? ""
                : "<p class=\"note\">" + (uses.size() - MOST_SOURCES)
                        + " more are in scenario.yaml beside this page.</p>\n";
        return "<details><summary>" + uses.size() + (uses.size() == 1 ? " source" : " sources") + "</summary>\n"
                + table.html() + more + "</details>\n";
    }

    String run() {
        Horizon horizon = plan.lab().horizon();
        StringBuilder text = new StringBuilder("<dl>\n");
        fact(text, "Program", "CircLab " + run.version());
        fact(text, "Lab and variant", plan.lab().id() + ", " + run.scenario().variant());
        fact(text, "SHA-256 of the effective scenario", run.scenario().hash());
        fact(text, "Seed", String.valueOf(plan.seed()));
        fact(text, "Replications", String.valueOf(plan.replications()));
        fact(text, "Window", horizon.start() + " to " + horizon.end().minusDays(1));
        if (!horizon.warmUpStart().equals(horizon.start())) {
            fact(text, "Warm-up, left out", "from " + horizon.warmUpStart());
        }
        if (!run.sets().isEmpty()) {
            fact(text, "Set for this run", String.join("; ", run.sets()));
        }
        return text.append("</dl>\n<p>The same scenario, seed and version give the same result on any computer.</p>\n")
                .toString();
    }

    String scenario() {
        return scenario(
                "The effective scenario",
                run.scenario().text(),
                LONGEST_SCENARIO,
                "all of it is in scenario.yaml beside this page");
    }

    /**
     * The text of a scenario, folded away.
     *
     * @param title what it is
     * @param all the text
     * @param longest in characters; of more the beginning is shown
     * @param where all of it is to be had, in words
     */
    static String scenario(String title, String all, int longest, String where) {
        boolean whole = all.length() <= longest;
        String shown = whole ? all : all.substring(0, longest);
        return "<details><summary>" + title + "</summary>\n"
                + (whole ? "" : "<p class=\"note\">Its beginning; " + where + ".</p>\n")
                + "<pre>" + Markup.escapeLines(shown) + "</pre></details>\n";
    }

    private static void fact(StringBuilder text, String name, String value) {
        text.append("<dt>" + name + "</dt><dd>" + Markup.escape(value) + "</dd>\n");
    }
}
