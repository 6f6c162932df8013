/**
 * What becomes of an exchange when an actor is not there: for good, or for a time. The lab runs again with the actor closed, under
 * the same random numbers.
 *
 * <p>Start with {@link org.circlab.experiment.resilience.StressTest}.
 */
@NullMarked
package org.circlab.experiment.resilience;

import org.jspecify.annotations.NullMarked;
