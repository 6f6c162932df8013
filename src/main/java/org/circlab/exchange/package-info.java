/**
 * Offers and requests in, an allocation out. A round is collected, gated and executed by the simulation; here it is solved, by
 * a rule that knows nothing of time, so that each rule can be tested on rounds made by hand.
 *
 * <p>Uses {@code network}, {@code model} and {@code quantity}. A rule is one method on primitive arrays: the greedy rules
 * serve offer after offer, the optimal one solves a minimum-cost flow by the network simplex that is here too, or, where inlets
 * blend, a linear programme by ojAlgo. What a truck is not worth sending for makes a round more than either: a small one is then
 * searched by branch and bound on the flow, a large one keeps the better of the flow less such parts and the cheapest ways.
 */
@NullMarked
package org.circlab.exchange;

import org.jspecify.annotations.NullMarked;
