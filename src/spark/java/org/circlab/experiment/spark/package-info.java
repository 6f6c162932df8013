/**
 * Studies on a cluster of Apache Spark. The driver hands batches of tasks to executors, which do them with the scenario that was
 * sent to each once, and takes the answers back in the order of the tasks; a few batches are under way at any time, however many
 * tasks there are.
 *
 * <p>Built by the profile {@code spark} into a jar of its own and found by {@link java.util.ServiceLoader}, so that the program
 * needs nothing of Spark otherwise. May use {@link org.circlab.experiment.study} and Spark's core.
 */
@NullMarked
package org.circlab.experiment.spark;

import org.jspecify.annotations.NullMarked;
