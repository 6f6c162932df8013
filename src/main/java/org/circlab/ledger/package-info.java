/**
 * The books of a run. Every fact of the simulation (generated, shipped, received, processed, produced, consumed, disposed,
 * sold, lost, paid, emitted) is recorded here once, in whole grams, micro-euros and milligrams of CO2e, and folded into
 * accumulators of fixed size: by flow and month, by payment, by actor and kind of emission.
 *
 * <p>Two things are kept apart. The <em>books of mass</em> run from the first instant of the warm-up and must close at zero
 * grams for every actor and material against what is physically counted at the end. The <em>reported totals</em> cover the
 * window of the results alone.
 *
 * <p>Uses {@code model} and {@code quantity}. Whole numbers are used throughout, so sums do not depend on their order.
 */
@NullMarked
package org.circlab.ledger;

import org.jspecify.annotations.NullMarked;
