/**
 * Offers and requests in, an allocation out. A round is collected, gated and executed by the simulation; here it is solved, by
 * a rule that knows nothing of time, so that each rule can be tested on rounds made by hand.
 *
 * <p>Uses {@code network}, {@code model} and {@code quantity}. A rule is one method on primitive arrays: the greedy rules
 * serve offer after offer, the optimal one solves a minimum-cost flow by the network simplex that is here too, or, where inlets
 * blend, a linear programme by ojAlgo.
 */
@NullMarked
package org.circlab.exchange;

import org.jspecify.annotations.NullMarked;
