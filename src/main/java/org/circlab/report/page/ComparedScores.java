package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.report.ComparisonTable;
import org.circlab.report.Rounded;
import org.circlab.report.Scale;
import org.circlab.report.Standing;
import org.circlab.report.svg.Markup;
import org.circlab.score.Comparison;
import org.circlab.score.Comparison.Entry;
import org.circlab.score.Comparison.Row;
import org.circlab.score.Estimate;
import org.circlab.score.Measure;
import org.circlab.score.Sense;

/** Which is best, by what, and how sure: in words, as a table, as dots with intervals, and all indicators. */
final class ComparedScores {

    private final Comparison comparison;
    private final List<String> labels;
    private final List<Row> keys;

    ComparedScores(Comparison comparison, List<String> labels) {
        this.comparison = comparison;
        this.labels = labels;
        this.keys = comparison.rows().stream()
                .filter(row -> ComparisonTable.KEYS.contains(row.measure().id())
                        || row.measure().group().equals(Measure.OWN))
                .toList();
    }

    /** What decides, in sentences and side by side. */
    String lead() {
        StringBuilder text = new StringBuilder("<ul class=\"lead\">\n");
        for (Row row : keys) {
            text.append("<li><strong>" + Markup.escape(row.measure().title()) + ":</strong> "
                    + Markup.escape(verdict(row)) + "</li>\n");
        }
        return text.append("</ul>\n").append(matrix()).toString();
    }

    /** By what a row is judged: that which is compared, or what it is for each tonne. */
    private Per judged(Row row) {
        return !comparison.paired() && Per.TONNE.isKnown(row) ? Per.TONNE : Per.ALL;
    }

    /** Who is best and who may be as good, in words. */
    String verdict(Row row) {
        List<String> best = named(row, Standing.BEST);
        List<String> noise = named(row, Standing.NO_CLEAR_DIFFERENCE);
        boolean changes = row.entries().stream()
                .anyMatch(entry -> entry.change().mean() != 0 || entry.change().halfWidth() > 0);
        if (!changes) {
            return "nothing changes in any.";
        }
        if (best.size() == labels.size()) {
            return "all are the same.";
        }
        String by = judged(row) == Per.TONNE ? " for each tonne that arises" : "";
        double share = row.entries().stream()
                .filter(entry -> Standing.of(entry) == Standing.BEST)
                .mapToDouble(Entry::best)
                .sum();
        int runs = row.entries().get(0).change().replications();
        String sure = comparison.paired()
                ? ", in " + Rounded.of(share * runs) + " of " + runs + " runs."
                : ", in " + Rounded.percent(share) + " of all combinations of a run of each lab.";
        String chance = runs == 1 ? " in the only run, which tells nothing of chance." : sure;
        String others = noise.isEmpty() ? "" : " No clear difference from it, maybe noise: " + and(noise) + ".";
        return and(best) + (best.size() == 1 ? " is best" : " are best, and the same") + by + chance + others;
    }

    private List<String> named(Row row, Standing standing) {
        return IntStream.range(0, labels.size())
                .filter(i -> Standing.of(row.entries().get(i)) == standing)
                .mapToObj(labels::get)
                .toList();
    }

    private static String and(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    /** A row for each candidate, a column for each indicator that decides. */
    private String matrix() {
        List<String> columns = new ArrayList<>(List.of(comparison.paired() ? "Variant" : "Lab"));
        keys.forEach(row -> columns.add(
                row.measure().title() + ", " + judged(row).scale(row).unit()));
        Table table = new Table(
                "Change against business as usual, \u00b1 95 %; what has no word is clearly behind the best",
                1, columns.toArray(String[]::new));
        for (int i = 0; i < labels.size(); i++) {
            table.row("").head(labels.get(i));
            for (Row row : keys) {
                Entry entry = row.entries().get(i);
                table.raw("n", Markup.escape(text(row, judged(row), entry)) + "<br/>" + pill(entry));
            }
            table.end();
        }
        return table.html();
    }

    private static String text(Row row, Per per, Entry entry) {
        Estimate estimate = per.of(entry);
        return per.scale(row).difference(estimate.mean(), estimate.halfWidth());
    }

    /** Whether it is the best or may be as good, in words; nothing where it is clearly behind. */
    private static String pill(Entry entry) {
        return switch (Standing.of(entry)) {
            case BEST -> "<span class=\"pill good\">best</span>";
            case NO_CLEAR_DIFFERENCE -> "<span class=\"pill plain\">no clear difference</span>";
            case WORSE, ONE_RUN -> "";
        };
    }

    /** A plot for each indicator that decides, over each that changes can be divided by. */
    String plots() {
        List<Per> shown = Arrays.stream(Per.values())
                .filter(per -> per == Per.ALL || keys.stream().anyMatch(per::isKnown))
                .toList();
        Per first = comparison.paired() || !shown.contains(Per.TONNE) ? Per.ALL : Per.TONNE;
        StringBuilder text = new StringBuilder(
                "<p>Each dot is the mean change against business as usual, each bar its 95 % interval; the upright line is no change. "
                        + "Filled in blue: better than usual; filled in orange: worse; hollow: no clear change. "
                        + "The best has its name in bold.</p>\n");
        for (Per per : shown) {
            String id = "per" + per.ordinal();
            text.append("<input class=\"view\" type=\"radio\" name=\"per\" id=\"" + id + "\""
                    + (per == first ? " checked=\"checked\"" : "") + "/><label for=\"" + id + "\">" + per.words()
                    + "</label>\n");
        }
        text.append("<div class=\"plots\">\n");
        for (Row row : keys) {
            for (Per per : shown) {
                if (per.isKnown(row)) {
                    text.append(plot(row, per, shown));
                }
            }
        }
        return text.append("</div>\n")
                .append(Frame.details("The table behind the figures", behind()))
                .append(Frame.details("All indicators", all()))
                .toString();
    }

    private String plot(Row row, Per per, List<Per> shown) {
        DotPlot plot = new DotPlot(row, per, labels);
        StringBuilder classes = new StringBuilder("plot p" + per.ordinal());
        if (per == Per.ALL) {
            shown.stream()
                    .filter(other -> !other.isKnown(row))
                    .forEach(other -> classes.append(" p" + other.ordinal()));
        }
        return "<figure class=\"" + classes + "\"><div class=\"title\"><strong>"
                + Markup.escape(row.measure().title()) + "</strong><br/>" + Markup.escape(plot.unit()) + "; "
                + (row.measure().sense() == Sense.HIGHER_IS_BETTER ? "more is better \u2192" : "\u2190 less is better")
                + "</div>\n" + plot.svg() + "<figcaption>" + Markup.escape(Scores.capital(verdict(row)))
                + "</figcaption></figure>\n";
    }

    /** What the dots show, indicator by indicator. */
    private String behind() {
        Table table = new Table(
                "Changes against business as usual, \u00b1 95 %",
                1,
                "Indicator and candidate",
                "In all",
                "Per 1000 inhabitants",
                "Per tonne that arises",
                "Per 1000 EUR of cost",
                "Behind the best",
                "Best in",
                "");
        for (Row row : keys) {
            table.group(row.measure().title() + ", " + row.measure().unit(), 8);
            for (int i = 0; i < labels.size(); i++) {
                Entry entry = row.entries().get(i);
                table.row("").head(labels.get(i));
                for (Per per : Per.values()) {
                    table.number(per.isKnown(row) ? text(row, per, entry) + unit(row, per) : "");
                }
                Scale scale = judged(row).scale(row);
                boolean best = Standing.of(entry) == Standing.BEST;
                table.number(
                                best
                                        ? ""
                                        : scale.difference(
                                                        entry.behind().mean(),
                                                        entry.behind().halfWidth())
                                                + unit(row, judged(row)))
                        .number(Rounded.percent(entry.best()))
                        .raw("", pill(entry))
                        .end();
            }
        }
        return table.html("comparison.csv", csv());
    }

    /** The unit where it is another than that of the indicator. */
    private static String unit(Row row, Per per) {
        String unit = per.scale(row)
                .unit()
                .replace(" per 1000 people", "")
                .replace(" per 1000 EUR", "")
                .replace(" per t", "");
        return " " + unit;
    }

    /** Every indicator that has a better side and changes in any candidate. */
    private String all() {
        List<String> columns = new ArrayList<>(List.of("Indicator", "Unit"));
        columns.addAll(labels);
        columns.add("");
        Table table = new Table(
                "All indicators with a better side: change against business as usual, \u00b1 95 %",
                2, columns.toArray(String[]::new));
        for (Row row : comparison.rows()) {
            if (row.entries().stream().allMatch(entry -> entry.change().mean() == 0)) {
                continue;
            }
            table.row("title=\"" + Markup.escape(row.measure().formula()) + "\"")
                    .head(row.measure().title())
                    .words(Per.ALL.scale(row).unit());
            row.entries().forEach(entry -> table.number(text(row, Per.ALL, entry)));
            table.words(Scores.capital(verdict(row))).end();
        }
        return table.html();
    }

    private String csv() {
        StringBuilder csv = new StringBuilder();
        try {
            ComparisonTable.csv(csv, comparison);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
