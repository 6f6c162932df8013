package org.circlab.experiment.whynot;

import org.circlab.network.Gate;
import org.jspecify.annotations.Nullable;

/**
 * Mass that came no further.
 *
 * @param gate the gate that was closed; null for what is needed and was not on offer
 * @param grams how much
 */
public record Stop(@Nullable Gate gate, long grams) {}
