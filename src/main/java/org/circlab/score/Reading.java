package org.circlab.score;

/**
 * What a measure reads in one replication.
 *
 * @param measure the definition
 * @param value in the measure's unit; {@link Double#NaN} for a ratio whose denominator is 0, which does not apply
 */
public record Reading(Measure measure, double value) {}
