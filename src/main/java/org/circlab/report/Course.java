package org.circlab.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.circlab.report.chart.Band;

/** One number month by month in each of several replications, in whole millionths of its unit. */
public final class Course {

    private static final double MILLIONTHS = 1e6;

    private final long[][] byReplication;

    /** Courses of as many months each; the first index is the replication. */
    Course(long[][] byReplication) {
        this.byReplication = byReplication;
    }

    /** Mean and range over the replications, month by month, in the unit divided by {@code factor}. */
    public List<Band> bands(double factor) {
        List<Band> bands = new ArrayList<>();
        for (int month = 0; month < byReplication[0].length; month++) {
            int at = month;
            bands.add(Band.of(Arrays.stream(byReplication)
                    .mapToDouble(replication -> replication[at] / MILLIONTHS / factor)
                    .toArray()));
        }
        return List.copyOf(bands);
    }

    /** The same where each month has what the months of its calendar year have on average, in each replication. */
    public List<Band> yearlyMeans(List<YearMonth> months, double factor) {
        return yearly(months, factor, values -> Arrays.stream(values).average().orElse(0));
    }

    /** The same where each month has the most of any month of its calendar year, in each replication. */
    public List<Band> yearlyPeaks(List<YearMonth> months, double factor) {
        return yearly(months, factor, values -> Arrays.stream(values).max().orElse(0));
    }

    private List<Band> yearly(List<YearMonth> months, double factor, ToDoubleFunction<long[]> of) {
        List<Band> bands = new ArrayList<>();
        int from = 0;
        while (from < months.size()) {
            int to = from;
            while (to < months.size()
                    && months.get(to).getYear() == months.get(from).getYear()) {
                to++;
            }
            int begin = from;
            int end = to;
            Band band = Band.of(Arrays.stream(byReplication)
                    .mapToDouble(each -> of.applyAsDouble(Arrays.copyOfRange(each, begin, end)) / MILLIONTHS / factor)
                    .toArray());
            bands.addAll(Collections.nCopies(to - from, band));
            from = to;
        }
        return List.copyOf(bands);
    }

    /** The sum over all replications in a month, exactly. */
    public long total(int month) {
        return Arrays.stream(byReplication)
                .mapToLong(replication -> replication[month])
                .reduce(0, Math::addExact);
    }

    /** How many replications there are. */
    int replications() {
        return byReplication.length;
    }

    /** The number of a replication, counted from 0, in a month, in millionths. */
    long at(int replication, int month) {
        return byReplication[replication][month];
    }

    /** The largest number in any month of any replication. */
    public long most() {
        return Arrays.stream(byReplication).flatMapToLong(Arrays::stream).max().orElse(0);
    }
}
