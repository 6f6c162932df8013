package org.circlab.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.circlab.model.Lab;
import org.circlab.report.Advice;
import org.circlab.report.ScoredRun;
import org.circlab.report.Watched;
import org.circlab.report.chart.ChartStyle;
import org.circlab.report.sankey.SankeyStyle;
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
        String style = "\n" + SankeyStyle.COLOURS + "\n" + SankeyStyle.PAGE + "\n" + ChartStyle.RULES + "\n"
                + resource("page.css");
        String script = "\n" + resource("page.js");
        Lab lab = run.outcome().plan().lab();
        String variant = run.scenario().variantName();
        Scores scores = new Scores(run);
        Provenance provenance = new Provenance(run);
        String about = run.scenario().about();
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                + sha256(style)
                + "'; script-src 'sha256-" + sha256(script) + "'; base-uri 'none'; form-action 'none'\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>"
                + Markup.escape(lab.name() + ": " + variant)
                + "</title>\n<style>" + style
                + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#changes\">To the results</a>\n"
                + "<header><p class=\"over\">CircLab report</p><h1>" + Markup.escape(lab.name())
                + "</h1>\n<p class=\"variant\">"
                + Markup.escape(variant) + (about.isEmpty() ? "" : ": " + Markup.escape(about)) + "</p>\n"
                + "<nav aria-label=\"Contents\"><a href=\"#changes\">What changes</a> <a href=\"#whom\">For whom</a> "
                + "<a href=\"#flows\">Where material goes</a> <a href=\"#map\">Map</a> "
                + "<a href=\"#time\">Month by month</a> <a href=\"#why\">Why not more</a> <a href=\"#sure\">How sure</a> "
                + "<a href=\"#run\">This run</a></nav></header>\n<main>\n"
                + section("changes", "What changes", scores.lead() + details("All indicators", scores.table()))
                + section("whom", "For whom", new Parties(run).html())
                + section("flows", "Where material goes", new Flows(run, watched).html())
                + section("time", "Month by month", new OverTime(run, watched).html())
                + section("why", "Why not more", new WhyNot(run, watched, advice).html())
                + section("sure", "How sure", provenance.certainty() + provenance.sources())
                + section("run", "This run", provenance.run() + provenance.scenario())
                + "</main>\n<script>" + script + "</script>\n</body>\n</html>\n";
    }

    private static String section(String id, String title, String content) {
        return "<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\"><h2 id=\"" + id + "-title\">" + title
                + "</h2>\n" + content + "</section>\n";
    }

    private static String details(String summary, String content) {
        return "<details><summary>" + summary + "</summary>\n" + content + "</details>\n";
    }

    private static String resource(String name) {
        try (InputStream bytes = ReportPage.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("the part " + name + " of the report is not in the program");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
