package org.circlab.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.circlab.report.chart.ChartStyle;
import org.circlab.report.sankey.SankeyStyle;
import org.circlab.report.svg.Markup;

/** What every page has around its content: a policy that forbids all requests, the style and the script, by their hashes. */
final class Frame {

    private Frame() {}

    /**
     * A whole page.
     *
     * @param title of its window
     * @param rules of style beside those of every page; may be empty
     * @param body its markup
     */
    static String page(String title, String rules, String body) {
        String style = "\n" + SankeyStyle.COLOURS + "\n" + SankeyStyle.PAGE + "\n" + ChartStyle.RULES + "\n"
                + resource("page.css") + rules;
        String script = "\n" + resource("page.js");
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                + sha256(style)
                + "'; script-src 'sha256-" + sha256(script) + "'; base-uri 'none'; form-action 'none'\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>"
                + Markup.escape(title)
                + "</title>\n<style>" + style
                + "</style>\n</head>\n<body>\n" + body + "<script>" + script + "</script>\n</body>\n</html>\n";
    }

    static String section(String id, String title, String content) {
        return "<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\"><h2 id=\"" + id + "-title\">" + title
                + "</h2>\n" + content + "</section>\n";
    }

    static String details(String summary, String content) {
        return "<details><summary>" + summary + "</summary>\n" + content + "</details>\n";
    }

    /** A part of pages that the program carries with it. */
    static String resource(String name) {
        try (InputStream bytes = Frame.class.getResourceAsStream(name)) {
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
