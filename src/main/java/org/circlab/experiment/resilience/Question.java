package org.circlab.experiment.resilience;

import java.util.List;

/**
 * What is asked.
 *
 * @param without ids of actors to be removed; empty for all that exchange anything
 * @param outages to be endured, each alone
 * @param replications of each lab, at least 1
 * @param seed of all chance
 * @param threads that run at the same time, at least 1; never changes an answer
 */
public record Question(List<String> without, List<Outage> outages, int replications, long seed, int threads) {
    public Question {
        without = List.copyOf(without);
        outages = List.copyOf(outages);
    }
}
