/**
 * What keeps a run from the best that is possible: the gap between its score and 100, step by step. {@link
 * org.circlab.experiment.gap.Gap} is the place to start reading.
 *
 * <p>Each step relaxes one more thing and simulates the lab again under the same random numbers; what the last one leaves is what no
 * relaxation of the simulation reaches, such as foresight. The steps add up to the gap, whatever their signs.
 */
@NullMarked
package org.circlab.experiment.gap;

import org.jspecify.annotations.NullMarked;
