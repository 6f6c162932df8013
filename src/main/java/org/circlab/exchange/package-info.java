/**
 * Offers and requests in, an allocation out. A round is collected, gated and executed by the simulation; here it is solved, by
 * a rule that knows nothing of time, so that each rule can be tested on rounds made by hand.
 *
 * <p>Uses {@code network}, {@code model} and {@code quantity}. A rule is one method on primitive arrays; an optimal one can
 * stand beside the greedy ones behind the same interface.
 */
@NullMarked
package org.circlab.exchange;

import org.jspecify.annotations.NullMarked;
