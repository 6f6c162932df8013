/**
 * Whatever runs more than once. An experiment runs a variant and its baseline over the same replications on several threads and
 * scores them by paired differences. Results depend on the plan alone, never on the number of threads or on which run ends
 * first.
 *
 * <p>{@link org.circlab.experiment.whynot} runs one replication again and again with small changes, to tell why offers were not
 * taken.
 *
 * <p>{@link org.circlab.experiment.study} runs variants at many points and keeps every result, so that a study goes on where it
 * was stopped.
 *
 * <p>May use every package of lower rank; the simulation itself is behind {@link org.circlab.experiment.Simulator}, so that the
 * scheduling can be tested without it.
 */
@NullMarked
package org.circlab.experiment;

import org.jspecify.annotations.NullMarked;
