package org.circlab.report.page;

import java.util.ArrayList;
import java.util.Collections;
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
    private static final String THIS = "this variant";

    private final ScoredRun run;
    private final Chronicle variant;
    private final Chronicle baseline;
    private final MonthTables tables;
    private final String other;
    private final boolean isLong;
    private final Map<String, String> names = new HashMap<>();

    OverTime(ScoredRun run, Watched watched) {
        this.run = run;
        this.variant = watched.variant();
        this.baseline = watched.baseline();
        this.tables = new MonthTables(watched);
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
                + details("The table behind these charts", tables.months(List.of(moved(tables.isYearly()), emitted)))
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
                + " What passes through several hands counts as exchanged at each."
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
                        new Line("exchanged", Line.Look.MAIN, during(variant.exchanged(), factor, byYear)),
                        new Line(other, Line.Look.USUAL, during(baseline.exchanged(), factor, byYear))));
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
                        new Line(THIS, Line.Look.MAIN, variant.emitted().bands(factor)),
                        new Line(other, Line.Look.USUAL, baseline.emitted().bands(factor))));
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
        List<TimeChart> monthly =
                fullest.stream().map(room -> store(room, false)).toList();
        StringBuilder text = new StringBuilder(head)
                .append("<p>At the end of each month" + (isLong ? ", and of each year the fullest month" : "")
                        + "; the dotted line is what fits in, which does not change in a run. ");
        int more = variant.rooms().size() - fullest.size();
        text.append(
                        more > 0
                                ? "Of the " + variant.rooms().size() + " largest, the " + fullest.size()
                                        + " that were ever the fullest."
                                : "")
                .append("</p>\n<div class=\"charts level\">\n");
        charts.forEach(chart -> text.append(figure(chart, "")));
        return text.append("</div>\n") + details("The table behind these charts", tables.stores(monthly, fullest));
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
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(THIS, Line.Look.MAIN, atEnd(stored, factor, byYear)));
        lines.add(capacity("capacity", room, factor));
        baseline.roomLike(variant, room).ifPresent(usual -> {
            lines.add(new Line(other, Line.Look.USUAL, atEnd(baseline.stored(usual), factor, byYear)));
            Chronicle.Room there = baseline.rooms().get(usual);
            if (there.capacityGrams() != room.capacityGrams()) {
                lines.add(capacity("fits " + other, there, factor));
            }
        });
        return new TimeChart(
                actor(room) + ": " + material(room),
                large ? "kt" : "t",
                variant.months(),
                TimeChart.When.AT_END,
                lines);
    }

    /** What fits in, which does not change while a lab runs. */
    private Line capacity(String name, Chronicle.Room room, double factor) {
        Band full = Band.exactly(room.capacityGrams() / 1e6 / factor);
        return new Line(
                name, Line.Look.LIMIT, Collections.nCopies(variant.months().size(), full));
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

    private static String details(String summary, String content) {
        return "<details><summary>" + summary + "</summary>\n" + content + "</details>\n";
    }
}
