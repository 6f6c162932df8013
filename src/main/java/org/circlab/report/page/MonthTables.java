package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.circlab.report.Chronicle;
import org.circlab.report.Course;
import org.circlab.report.CsvRows;
import org.circlab.report.Rounded;
import org.circlab.report.Watched;
import org.circlab.report.chart.Band;
import org.circlab.report.chart.Line;
import org.circlab.report.chart.TimeChart;

/** The tables behind the charts by month, as they are read and as they are saved. */
final class MonthTables {

    private static final String MONTHS = "Month by month";
    private static final String YEARS = "Year by year, each by its average month, emissions by its end";
    private static final String STORES = "In store at the end of the month";
    private static final String STORES_BY_YEAR = "In store at the end of the year";
    /** Of more months nobody reads a row each, and the page would grow with them. */
    private static final int MOST_MONTHS = 480;

    private static final String RANGE = ", mean, and from the 2.5 to the 97.5 percentile of the replications";

    private final Chronicle variant;
    private final Chronicle baseline;
    private final boolean isYearly;

    MonthTables(Watched watched) {
        this.variant = watched.variant();
        this.baseline = watched.baseline();
        this.isYearly = variant.months().size() > MOST_MONTHS;
    }

    /** Whether there are so many months that each calendar year has one row instead. */
    boolean isYearly() {
        return isYearly;
    }

    /** The months that have a row, by their index: all, or the last of each calendar year. */
    private List<Integer> rows() {
        List<YearMonth> months = variant.months();
        return IntStream.range(0, months.size())
                .filter(i -> !isYearly
                        || i == months.size() - 1
                        || months.get(i).getYear() != months.get(i + 1).getYear())
                .boxed()
                .toList();
    }

    private String label(int month) {
        YearMonth last = variant.months().get(month);
        return isYearly ? String.valueOf(last.getYear()) : last.toString();
    }

    /** The name of the column that tells the time. */
    private String period() {
        return isYearly ? "year" : "month";
    }

    /** What the charts of all actors together show. */
    String months(List<TimeChart> charts) {
        return table(isYearly ? YEARS : MONTHS, charts, isYearly ? "years-bands.csv" : "months-bands.csv", monthsCsv());
    }

    /**
     * What the charts of stores show.
     *
     * @param charts one for each of the rooms
     * @param rooms their indices in the chronicle of the variant
     */
    String stores(List<TimeChart> charts, List<Integer> rooms) {
        return table(isYearly ? STORES_BY_YEAR : STORES, charts, "stores.csv", storesCsv(rooms));
    }

    private String table(String caption, List<TimeChart> charts, String file, String csv) {
        List<String> columns = new ArrayList<>(List.of(isYearly ? "Year" : "Month"));
        for (TimeChart chart : charts) {
            String about = file.equals("stores.csv") ? chart.title() + ", " : "";
            moving(chart).forEach(line -> columns.add(about + line.name() + ", " + chart.unit()));
        }
        Table table = new Table(caption + RANGE, 1, columns.toArray(String[]::new));
        for (int i : rows()) {
            table.row("").head(label(i));
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

    /** Exact sums over all replications, then means and the 2.5 and 97.5 percentiles. */
    private String monthsCsv() {
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        try {
            rows.header(
                    "side",
                    period(),
                    "arising_total_t",
                    "arising_t",
                    "arising_p2_5_t",
                    "arising_p97_5_t",
                    "exchanged_total_t",
                    "exchanged_t",
                    "exchanged_p2_5_t",
                    "exchanged_p97_5_t",
                    "emitted_so_far_total_kg",
                    "emitted_so_far_kg",
                    "emitted_so_far_p2_5_kg",
                    "emitted_so_far_p97_5_kg");
            monthRows(rows, "variant", variant);
            monthRows(rows, "baseline", baseline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private void monthRows(CsvRows rows, String side, Chronicle chronicle) throws IOException {
        Course emitted = chronicle.emitted();
        List<Course> courses = List.of(chronicle.arisen(), chronicle.exchanged(), emitted);
        List<List<Band>> bands = courses.stream()
                .map(course ->
                        isYearly && course != emitted ? course.yearlyMeans(chronicle.months(), 1) : course.bands(1))
                .toList();
        int from = 0;
        for (int month : rows()) {
            rows.text(side).text(label(month));
            for (int i = 0; i < courses.size(); i++) {
                Course course = courses.get(i);
                long total = course == emitted
                        ? course.total(month)
                        : IntStream.rangeClosed(from, month)
                                .mapToLong(course::total)
                                .sum();
                cells(rows, total, bands.get(i).get(month));
            }
            rows.end();
            from = month + 1;
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
                    period(),
                    "stored_total_t",
                    "stored_t",
                    "stored_p2_5_t",
                    "stored_p97_5_t");
            for (int room : shown) {
                storeRows(rows, "variant", variant, room);
                OptionalInt same = baseline.roomLike(variant, variant.rooms().get(room));
                if (same.isPresent()) {
                    storeRows(rows, "baseline", baseline, same.getAsInt());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private void storeRows(CsvRows rows, String side, Chronicle chronicle, int index) throws IOException {
        Chronicle.Room room = chronicle.rooms().get(index);
        Course stored = chronicle.stored(index);
        List<Band> bands = stored.bands(1);
        for (int month : rows()) {
            rows.text(side)
                    .text(chronicle.chart().parties().get(room.actor()))
                    .text(chronicle.chart().materials().get(room.material()))
                    .millionths(room.capacityGrams())
                    .text(label(month));
            cells(rows, stored.total(month), bands.get(month));
            rows.end();
        }
    }
}
