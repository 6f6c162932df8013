/**
 * The lab over time: waste arises, waits in stores, is matched, carried, processed, used or disposed of, and policies step.
 *
 * <p>{@link org.circlab.simulation.CompiledLab} turns a lab into dense arrays once; {@link
 * org.circlab.simulation.Replication} runs it on the kernel and closes its books. What happens is told to the ledger and to
 * nobody else. One class stands for one kind of behaviour: {@code Arisings}, {@code Outbound}, {@code Contracts}, {@code
 * Matching}, {@code Carriage}, {@code Receiving}, {@code Lines}, {@code Needs}, {@code Calendar}; {@code
 * Contents} keeps what is in the lots, {@code Reasons} says why a lot was not taken, {@code Willingness} who would trade at all.
 *
 * <p>Uses {@code kernel}, {@code exchange}, {@code ledger}, {@code network}, {@code model} and {@code quantity}.
 */
@NullMarked
package org.circlab.simulation;

import org.jspecify.annotations.NullMarked;
