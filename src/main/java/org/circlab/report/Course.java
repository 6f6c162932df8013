package org.circlab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** The sum over all replications in a month, exactly. */
    public long total(int month) {
        return Arrays.stream(byReplication)
                .mapToLong(replication -> replication[month])
                .reduce(0, Math::addExact);
    }

    /** The largest number in any month of any replication. */
    public long most() {
        return Arrays.stream(byReplication).flatMapToLong(Arrays::stream).max().orElse(0);
    }
}
