package org.circlab.experiment.study;

import java.io.Serializable;
import java.util.List;

/**
 * One replication of one variant at one point of a design, with its business as usual.
 *
 * @param point of the design, from 1
 * @param sets what the point changes, as {@code path=value}, after what the shipment sets
 * @param variant its id
 * @param replication from 1; draws the same chance at every point and in every variant
 */
public record Task(int point, List<String> sets, String variant, int replication) implements Serializable {
    public Task {
        sets = List.copyOf(sets);
        if (point < 1 || replication < 1) {
            throw new IllegalArgumentException(
                    "point is " + point + ", replication " + replication + "; both are counted from 1");
        }
    }
}
