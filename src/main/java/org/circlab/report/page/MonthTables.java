package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
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
    private static final String STORES = "In store at the end of the month";
    private static final String RANGE = ", mean, and from the 2.5 to the 97.5 percentile of the replications";

    private final Chronicle variant;
    private final Chronicle baseline;

    MonthTables(Watched watched) {
        this.variant = watched.variant();
        this.baseline = watched.baseline();
    }

    /** What the charts of all actors together show. */
    String months(List<TimeChart> charts) {
        return table(MONTHS, charts, "months.csv", monthsCsv());
    }

    /**
     * What the charts of stores show.
     *
     * @param charts one for each of the rooms
     * @param rooms their indices in the chronicle of the variant
     */
    String stores(List<TimeChart> charts, List<Integer> rooms) {
        return table(STORES, charts, "stores.csv", storesCsv(rooms));
    }

    private static String table(String caption, List<TimeChart> charts, String file, String csv) {
        List<String> columns = new ArrayList<>(List.of("Month"));
        for (TimeChart chart : charts) {
            String about = caption.equals(STORES) ? chart.title() + ", " : "";
            moving(chart).forEach(line -> columns.add(about + line.name() + ", " + chart.unit()));
        }
        Table table = new Table(caption + RANGE, 1, columns.toArray(String[]::new));
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

    /** Exact sums over all replications, then means and the 2.5 and 97.5 percentiles. */
    private String monthsCsv() {
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        try {
            rows.header(
                    "side",
                    "month",
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
}
