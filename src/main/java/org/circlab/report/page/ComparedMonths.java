package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.circlab.report.Chronicle;
import org.circlab.report.Course;
import org.circlab.report.CsvRows;
import org.circlab.report.Rounded;
import org.circlab.report.chart.Band;
import org.circlab.report.chart.ChartSvg;
import org.circlab.report.chart.Line;
import org.circlab.report.chart.TimeChart;
import org.circlab.report.svg.Markup;

/** What each candidate exchanges month by month and how its emissions add up, beside each other at one scale. */
final class ComparedMonths {

    private static final int MANY_MONTHS = 120;
    private static final double KILOGRAMS_PER_TONNE = 1e3;

    private final List<ComparedRun> runs;
    private final List<String> labels;

    ComparedMonths(List<ComparedRun> runs, List<String> labels) {
        this.runs = runs;
        this.labels = labels;
    }

    String html() {
        List<TimeChart> exchanged = new ArrayList<>();
        List<TimeChart> emitted = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            exchanged.add(exchanged(i));
            emitted.add(emitted(i));
        }
        boolean isLong = runs.stream().anyMatch(this::isLong);
        return "<p>Solid: the candidate. Dashed: its business as usual. Lines are means over the replications, the shade holds "
                + "95 % of them; all figures of a kind have one scale."
                + (isLong ? " Of many years each is drawn as its average month." : "") + "</p>\n"
                + figures("Exchanged among actors", exchanged)
                + figures("Net greenhouse gases so far", emitted)
                + Frame.details("The table behind these charts", table() + Table.download("months.csv", csv()));
    }

    private boolean isLong(ComparedRun run) {
        return run.variant().months().size() > MANY_MONTHS;
    }

    private TimeChart exchanged(int index) {
        ComparedRun run = runs.get(index);
        return new TimeChart(
                labels.get(index),
                "t a month",
                run.variant().months(),
                TimeChart.When.DURING,
                lines(
                        bands(run, run.variant().exchanged()),
                        bands(run, run.baseline().exchanged())));
    }

    private List<Band> bands(ComparedRun run, Course course) {
        return isLong(run) ? course.yearlyMeans(run.variant().months(), 1) : course.bands(1);
    }

    private TimeChart emitted(int index) {
        ComparedRun run = runs.get(index);
        return new TimeChart(
                labels.get(index),
                "tCO2e",
                run.variant().months(),
                TimeChart.When.AT_END,
                lines(
                        run.variant().emitted().bands(KILOGRAMS_PER_TONNE),
                        run.baseline().emitted().bands(KILOGRAMS_PER_TONNE)));
    }

    private static List<Line> lines(List<Band> variant, List<Band> usual) {
        return List.of(new Line("candidate", Line.Look.MAIN, variant), new Line("as usual", Line.Look.USUAL, usual));
    }

    private static String figures(String title, List<TimeChart> charts) {
        StringBuilder text = new StringBuilder("<h3>" + title + "</h3>\n<div class=\"charts level\">\n");
        for (TimeChart chart : charts) {
            text.append("<figure><figcaption class=\"head\">" + Markup.escape(chart.title()) + "</figcaption>"
                    + ChartSvg.element(chart, charts) + "</figure>\n");
        }
        return text.append("</div>\n").toString();
    }

    /** The whole window; the months are in the table to save. */
    private String table() {
        Table table = new Table(
                "In the whole window, mean over the replications",
                1,
                "Candidate",
                "Exchanged, t",
                "as usual, t",
                "Net greenhouse gases, tCO2e",
                "as usual, tCO2e");
        for (int i = 0; i < runs.size(); i++) {
            ComparedRun run = runs.get(i);
            table.row("")
                    .head(labels.get(i))
                    .number(Rounded.of(sum(run.variant().exchanged())))
                    .number(Rounded.of(sum(run.baseline().exchanged())))
                    .number(Rounded.of(last(run.variant().emitted())))
                    .number(Rounded.of(last(run.baseline().emitted())))
                    .end();
        }
        return table.html();
    }

    private static double sum(Course course) {
        return course.bands(1).stream().mapToDouble(Band::mean).sum();
    }

    private static double last(Course course) {
        List<Band> bands = course.bands(KILOGRAMS_PER_TONNE);
        return bands.get(bands.size() - 1).mean();
    }

    private String csv() {
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        try {
            rows.header("candidate", "side", "month", "exchanged_total_t", "emitted_so_far_total_kg");
            for (ComparedRun run : runs) {
                rows(rows, run, "variant", run.variant());
                rows(rows, run, "baseline", run.baseline());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    /** Exact sums over all replications. */
    private static void rows(CsvRows rows, ComparedRun run, String side, Chronicle chronicle) throws IOException {
        Course exchanged = chronicle.exchanged();
        Course emitted = chronicle.emitted();
        for (int month = 0; month < chronicle.months().size(); month++) {
            rows.text(run.candidate().name())
                    .text(side)
                    .text(chronicle.months().get(month).toString())
                    .millionths(exchanged.total(month))
                    .millionths(emitted.total(month))
                    .end();
        }
    }
}
