/**
 * Which of several is best, with a stated probability of being right. {@link org.circlab.experiment.select.Race} replicates all of
 * them under common random numbers, drops each as soon as another is proved better, and so spends its replications on those that
 * are hard to tell apart.
 *
 * <p>Knows nothing of labs: candidates are numbers, and their values may come from anywhere.
 */
@NullMarked
package org.circlab.experiment.select;

import org.jspecify.annotations.NullMarked;
