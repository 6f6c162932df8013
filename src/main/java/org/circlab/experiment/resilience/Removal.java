package org.circlab.experiment.resilience;

import org.circlab.score.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What is lost of an exchange when an actor is not there at all: it generates, takes, runs and disposes of nothing from the
 * beginning of the run on.
 *
 * @param actor its id
 * @param ownShare the share of all that is handed on that it gives or takes itself, from 0 to 1
 * @param lost the share of all that is handed on that is lost without it, at most 1; negative where more is exchanged. Null where
 *     the lab cannot be without it
 * @param hindrance why not; empty where it can
 */
public record Removal(
        String actor, double ownShare, @Nullable Estimate lost, String hindrance) {}
