package org.circlab.report.page;

import java.util.List;
import org.circlab.model.Lab;
import org.circlab.report.Advice;
import org.circlab.report.ScoredRun;
import org.circlab.report.Watched;
import org.circlab.report.svg.Markup;

/** Writes {@code report.html}. */
public final class ReportPage {

    private ReportPage() {}

    /**
     * The page of a finished run; the same run gives the same bytes.
     *
     * @param watched what was seen while it lasted
     * @param advice what {@code explain} has found for it; empty where it has not been asked
     */
    public static String of(ScoredRun run, Watched watched, List<Advice> advice) {
        Lab lab = run.outcome().plan().lab();
        String variant = run.scenario().variantName();
        Scores scores = new Scores(run);
        Provenance provenance = new Provenance(run);
        String about = run.scenario().about();
        return Frame.page(
                lab.name() + ": " + variant,
                "",
                "<a class=\"skip\" href=\"#changes\">To the results</a>\n"
                        + "<header><p class=\"over\">CircLab report</p><h1>" + Markup.escape(lab.name())
                        + "</h1>\n<p class=\"variant\">"
                        + Markup.escape(variant) + (about.isEmpty() ? "" : ": " + Markup.escape(about)) + "</p>\n"
                        + "<nav aria-label=\"Contents\"><a href=\"#changes\">What changes</a> <a href=\"#whom\">For whom</a> "
                        + "<a href=\"#targets\">Targets</a> "
                        + "<a href=\"#flows\">Where material goes</a> <a href=\"#map\">Map</a> "
                        + "<a href=\"#time\">Month by month</a> <a href=\"#why\">Why not more</a> <a href=\"#sure\">How sure</a> "
                        + "<a href=\"#run\">This run</a></nav></header>\n<main>\n"
                        + Frame.section(
                                "changes",
                                "What changes",
                                scores.lead() + Frame.details("All indicators", scores.table()))
                        + Frame.section("whom", "For whom", new Parties(run).html())
                        + Frame.section("targets", "Targets", new Targets(run.outcome()).html())
                        + Frame.section("flows", "Where material goes", new Flows(run, watched).html())
                        + Frame.section("time", "Month by month", new OverTime(run, watched).html())
                        + Frame.section("why", "Why not more", new WhyNot(run, watched, advice).html())
                        + Frame.section("sure", "How sure", provenance.certainty() + provenance.sources())
                        + Frame.section("run", "This run", provenance.run() + provenance.scenario())
                        + "</main>\n");
    }
}
