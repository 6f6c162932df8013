package org.circlab.report.graph;

import java.util.Collections;
import java.util.List;

/**
 * What one node hands to another of one material.
 *
 * @param from index of the sending node
 * @param to index of the receiving node, which may be the same
 * @param material index of the material
 * @param grams for each side in its order, over the window and all replications; none negative
 */
public record Link(int from, int to, int material, List<Long> grams) {
    public Link {
        grams = List.copyOf(grams);
        if (grams.isEmpty() || Collections.min(grams) < 0) {
            throw new IllegalArgumentException(
                    "a link carries " + grams + " g; it needs a mass for each side, from 0 on");
        }
    }

    /** Grams on one side. */
    public long grams(int side) {
        return grams.get(side);
    }

    /** The most that it carries on any side. */
    public long most() {
        return Collections.max(grams);
    }
}
