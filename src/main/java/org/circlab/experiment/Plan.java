package org.circlab.experiment;

import org.circlab.model.Lab;

/**
 * What to run.
 *
 * @param lab the variant
 * @param baseline what it is compared with, over the same horizon
 * @param replications of each, at least 1; they are numbered from 1
 * @param seed of all chance; replication k of both labs draws from the same streams
 * @param threads that run at the same time, at least 1; never changes a result
 */
public record Plan(Lab lab, Lab baseline, int replications, long seed, int threads) {
    public Plan {
        requireAtLeast1("replications", replications);
        requireAtLeast1("threads", threads);
        if (!lab.horizon().equals(baseline.horizon())) {
            throw new IllegalArgumentException("the variant runs over " + lab.horizon() + ", the baseline over "
                    + baseline.horizon() + "; they are compared year by year and need the same horizon");
        }
    }

    /** Replications of both labs together. */
    public int runs() {
        return Math.multiplyExact(2, replications);
    }

    private static void requireAtLeast1(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1");
        }
    }
}
