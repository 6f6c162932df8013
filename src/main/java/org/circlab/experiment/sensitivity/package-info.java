/**
 * Which uncertain values make a result uncertain. A design says at which points of the unit cube of the factors to run; once there
 * is a response for each point it says what each factor does: {@link org.circlab.experiment.sensitivity.MorrisDesign} screens many
 * factors with few runs, {@link org.circlab.experiment.sensitivity.SobolDesign} shares the variance out among a few.
 *
 * <p>Designs know nothing of labs: a response may come from anywhere. The points depend on the numbers of the design and its seed
 * alone, so that a study that is resumed asks for the same runs.
 */
@NullMarked
package org.circlab.experiment.sensitivity;

import org.jspecify.annotations.NullMarked;
