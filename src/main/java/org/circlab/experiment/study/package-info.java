/**
 * Studies: the same scenario at many points of a design, each variant and replication of each a task. A {@link
 * org.circlab.experiment.study.Design} says which values a point has, a {@link org.circlab.experiment.study.Workplace} does the
 * tasks - threads of this JVM, or a cluster - and a store keeps their answers, so that
 * a study that was killed goes on where it was.
 *
 * <p>A task is a pure function of the {@link org.circlab.experiment.study.Shipment} and itself, so that no answer depends on where
 * or in which order tasks are done. Seed and replication are the same at every point: points and variants are compared under
 * common random numbers.
 *
 * <p>May use every package of lower rank.
 */
@NullMarked
package org.circlab.experiment.study;

import org.jspecify.annotations.NullMarked;
