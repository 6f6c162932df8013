package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.circlab.model.Actor;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.report.Chronicle;
import org.circlab.report.Course;
import org.circlab.report.CsvRows;
import org.circlab.report.Rounded;
import org.circlab.report.ScoredRun;
import org.circlab.report.Watched;
import org.circlab.report.chart.Band;
import org.circlab.report.chart.ChartSvg;
import org.circlab.report.chart.Line;
import org.circlab.report.chart.TimeChart;
import org.circlab.report.svg.Markup;

/** Month by month: what arises and is exchanged, how emissions add up, and how full the stores are. */
final class OverTime {

    private static final int MOST_STORES = 6;
    private static final int MANY_MONTHS = 120;
    private static final double TONNE = 1;
    private static final double KILOTONNE = 1e3;
    private static final double MILLION_TONNES = 1e12;
    private static final String USUAL = "business as usual";
    private static final String STORES = "In store at the end of the month";
    private static final String THIS = "this variant";

    private final ScoredRun run;
    private final Chronicle variant;
    private final Chronicle baseline;
    private final String other;
    private final boolean isLong;
    private final Map<String, String> names = new HashMap<>();

    OverTime(ScoredRun run, Watched watched) {
        this.run = run;
        this.variant = watched.variant();
        this.baseline = watched.baseline();
        this.isLong = variant.months().size() > MANY_MONTHS;
        this.other = run.scenario().baselineName().equals(USUAL) ? "as usual" : "baseline";
        Lab lab = run.outcome().plan().lab();
        lab.actors().forEach((Actor actor) -> names.put("a:" + actor.id(), actor.name()));
        lab.materials().forEach((Material material) -> names.put("m:" + material.id(), material.name()));
    }

    String html() {
        TimeChart emitted = emitted();
        return "<p>" + key() + "</p>\n<div class=\"charts level\">\n"
                + figure(moved(isLong), "No waste arises, and nothing is exchanged.")
                + figure(emitted, "Nothing is emitted and nothing avoided.")
                + "</div>\n"
                + details(
                        "The table behind these charts",
                        table("Month by month", List.of(moved(false), emitted), "months.csv", monthsCsv()))
                + stores();
    }

    private String key() {
        int replications = run.outcome().plan().replications();
        return "Solid lines: " + Markup.escape(run.scenario().variantName()) + ". Dashed: "
                + Markup.escape(run.scenario().baselineName()) + ". "
                + (replications == 1
                        ? "There is one replication, so the charts show nothing of chance."
                        : "Lines are means of " + replications
                                + " replications; the shade around a line holds 95 % of them.")
                + (isLong ? " So that many years can be read, each year is drawn as its average month." : "");
    }

    /** Material by month, or by the average month of each year. */
    private TimeChart moved(boolean byYear) {
        boolean large = Math.max(variant.arisen().most(), variant.exchanged().most()) >= MILLION_TONNES;
        double factor = large ? KILOTONNE : TONNE;
        return new TimeChart(
                "Waste arising, and material exchanged",
                (large ? "kt" : "t") + " a month",
                variant.months(),
                TimeChart.When.DURING,
                List.of(
                        new Line("arising", Line.Look.OTHER, during(variant.arisen(), factor, byYear)),
                        new Line(other, Line.Look.USUAL, during(baseline.exchanged(), factor, byYear)),
                        new Line("exchanged", Line.Look.MAIN, during(variant.exchanged(), factor, byYear))));
    }

    private List<Band> during(Course course, double factor, boolean byYear) {
        return byYear ? course.yearlyMeans(variant.months(), factor) : course.bands(factor);
    }

    /** Emissions are counted in kilograms, so a tonne is a thousand of them. */
    private TimeChart emitted() {
        boolean large = Math.max(variant.emitted().most(), baseline.emitted().most()) >= MILLION_TONNES * KILOTONNE;
        double factor = large ? KILOTONNE * KILOTONNE : KILOTONNE;
        return new TimeChart(
                "Net greenhouse gases so far",
                large ? "ktCO2e" : "tCO2e",
                variant.months(),
                TimeChart.When.AT_END,
                List.of(
                        new Line(other, Line.Look.USUAL, baseline.emitted().bands(factor)),
                        new Line(THIS, Line.Look.MAIN, variant.emitted().bands(factor))));
    }

    /** The fullest stores, each with its capacity. */
    private String stores() {
        List<Integer> fullest = fullest();
        String head = "<h3>How full the stores are</h3>\n";
        if (fullest.isEmpty()) {
            return head + "<p>"
                    + (variant.rooms().isEmpty()
                            ? "No actor of this lab has a store."
                            : "The stores of this lab are empty at the end of every month.")
                    + "</p>\n";
        }
        List<TimeChart> charts =
                fullest.stream().map(room -> store(room, isLong)).toList();
        List<TimeChart> tables =
                fullest.stream().map(room -> store(room, false)).toList();
        StringBuilder text = new StringBuilder(head)
                .append("<p>At the end of each month" + (isLong ? ", and of each year the fullest month" : "")
                        + "; the dotted line is what fits in. ");
        int more = variant.rooms().size() - fullest.size();
        text.append(
                        more > 0
                                ? "The " + fullest.size() + " that were ever the fullest; " + more
                                        + " more are not drawn."
                                : "")
                .append("</p>\n<div class=\"charts level\">\n");
        charts.forEach(chart -> text.append(figure(chart, "")));
        return text.append("</div>\n")
                + details("The table behind these charts", table(STORES, tables, "stores.csv", storesCsv(fullest)));
    }

    private List<Integer> fullest() {
        return IntStream.range(0, variant.rooms().size())
                .boxed()
                .filter(room -> variant.stored(room).most() > 0)
                .sorted(Comparator.comparingDouble(room -> -variant.stored(room).most()
                        / (double) variant.rooms().get(room).capacityGrams()))
                .limit(MOST_STORES)
                .toList();
    }

    private TimeChart store(int index, boolean byYear) {
        Chronicle.Room room = variant.rooms().get(index);
        Course stored = variant.stored(index);
        boolean large = Math.max(stored.most(), room.capacityGrams()) >= MILLION_TONNES;
        double factor = large ? KILOTONNE : TONNE;
        Band full = Band.exactly(room.capacityGrams() / 1e6 / factor);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "capacity",
                Line.Look.LIMIT,
                variant.months().stream().map(any -> full).toList()));
        int same = baseline.rooms().indexOf(room);
        if (same >= 0) {
            lines.add(new Line(other, Line.Look.USUAL, atEnd(baseline.stored(same), factor, byYear)));
        }
        lines.add(new Line(THIS, Line.Look.MAIN, atEnd(stored, factor, byYear)));
        return new TimeChart(
                actor(room) + ": " + material(room),
                large ? "kt" : "t",
                variant.months(),
                TimeChart.When.AT_END,
                lines);
    }

    private List<Band> atEnd(Course course, double factor, boolean byYear) {
        return byYear ? course.yearlyPeaks(variant.months(), factor) : course.bands(factor);
    }

    private String actor(Chronicle.Room room) {
        String id = variant.chart().parties().get(room.actor());
        return names.getOrDefault("a:" + id, id);
    }

    private String material(Chronicle.Room room) {
        String id = variant.chart().materials().get(room.material());
        return names.getOrDefault("m:" + id, id);
    }

    private static String figure(TimeChart chart, String nothing) {
        String title = "<figcaption class=\"head\">" + Markup.escape(chart.title()) + "</figcaption>";
        return "<figure>" + title + (chart.tells() ? ChartSvg.element(chart) : "<p>" + nothing + "</p>\n")
                + "</figure>\n";
    }

    private static String table(String caption, List<TimeChart> charts, String file, String csv) {
        List<String> columns = new ArrayList<>(List.of("Month"));
        for (TimeChart chart : charts) {
            String about = caption.equals(STORES) ? chart.title() + ", " : "";
            moving(chart).forEach(line -> columns.add(about + line.name() + ", " + chart.unit()));
        }
        Table table = new Table(caption + ", mean and range over the replications", 1, columns.toArray(String[]::new));
        List<YearMonth> months = charts.get(0).months();
        for (int i = 0; i < months.size(); i++) {
            table.row("").head(months.get(i).toString());
            for (TimeChart chart : charts) {
                for (Line line : moving(chart)) {
                    table.number(words(line.points().get(i)));
                }
            }
            table.end();
        }
        return table.html(file, csv);
    }

    /** All lines but those of what never changes. */
    private static List<Line> moving(TimeChart chart) {
        return chart.lines().stream()
                .filter(line -> line.look() != Line.Look.LIMIT)
                .toList();
    }

    private static String words(Band band) {
        String mean = Rounded.of(band.mean());
        return band.high() > band.low()
                ? mean + " (" + Rounded.of(band.low()) + " \u2013 " + Rounded.of(band.high()) + ")"
                : mean;
    }

    /** Exact sums over all replications, then means and ranges. */
    private String monthsCsv() {
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        try {
            rows.header(
                    "side",
                    "month",
                    "arising_total_t",
                    "arising_t",
                    "arising_low95_t",
                    "arising_high95_t",
                    "exchanged_total_t",
                    "exchanged_t",
                    "exchanged_low95_t",
                    "exchanged_high95_t",
                    "emitted_so_far_total_kg",
                    "emitted_so_far_kg",
                    "emitted_so_far_low95_kg",
                    "emitted_so_far_high95_kg");
            monthRows(rows, "variant", variant);
            monthRows(rows, "baseline", baseline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static void monthRows(CsvRows rows, String side, Chronicle chronicle) throws IOException {
        List<Course> courses = List.of(chronicle.arisen(), chronicle.exchanged(), chronicle.emitted());
        List<List<Band>> bands = courses.stream().map(course -> course.bands(1)).toList();
        for (int month = 0; month < chronicle.months().size(); month++) {
            rows.text(side).text(chronicle.months().get(month).toString());
            for (int i = 0; i < courses.size(); i++) {
                cells(rows, courses.get(i).total(month), bands.get(i).get(month));
            }
            rows.end();
        }
    }

    private static void cells(CsvRows rows, long total, Band band) throws IOException {
        rows.millionths(total).value(band.mean()).value(band.low()).value(band.high());
    }

    private String storesCsv(List<Integer> shown) {
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        try {
            rows.header(
                    "side",
                    "actor",
                    "material",
                    "capacity_t",
                    "month",
                    "stored_total_t",
                    "stored_t",
                    "stored_low95_t",
                    "stored_high95_t");
            for (int room : shown) {
                storeRows(rows, "variant", variant, room);
                int same = baseline.rooms().indexOf(variant.rooms().get(room));
                if (same >= 0) {
                    storeRows(rows, "baseline", baseline, same);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static void storeRows(CsvRows rows, String side, Chronicle chronicle, int index) throws IOException {
        Chronicle.Room room = chronicle.rooms().get(index);
        Course stored = chronicle.stored(index);
        List<Band> bands = stored.bands(1);
        for (int month = 0; month < bands.size(); month++) {
            rows.text(side)
                    .text(chronicle.chart().parties().get(room.actor()))
                    .text(chronicle.chart().materials().get(room.material()))
                    .millionths(room.capacityGrams())
                    .text(chronicle.months().get(month).toString());
            cells(rows, stored.total(month), bands.get(month));
            rows.end();
        }
    }

    private static String details(String summary, String content) {
        return "<details><summary>" + summary + "</summary>\n" + content + "</details>\n";
    }
}
