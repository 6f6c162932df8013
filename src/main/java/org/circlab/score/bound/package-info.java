/**
 * The best that a lab could do: a linear programme for each replication and dimension of the score, on what arose and was needed
 * in that replication. {@link org.circlab.score.bound.Bound} is the place to start reading.
 *
 * <p>The programme is a relaxation: every run of the lab, and business as usual, is one of its points, so none can be better than
 * its optimum, from which {@code Rounding} takes what a run may gain by counting in whole units. What it leaves out is listed at {@link org.circlab.score.bound.Bound}; what it keeps is mass, yields, permits,
 * borders and distances, capacities over the window, voids, and what every tonne costs at the least.
 *
 * <p>Uses {@code ledger}, {@code network} and {@code model}, and nothing of the rest of {@code score}. The programme is solved by
 * ojAlgo.
 */
@NullMarked
package org.circlab.score.bound;

import org.jspecify.annotations.NullMarked;
