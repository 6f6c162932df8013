/**
 * Whether a run had settled before its window began. Series of the run, warm-up included, are kept week by week from its facts
 * ({@link org.circlab.experiment.warmup.Settling}), and a rule says where each begins to look like its rest ({@link
 * org.circlab.experiment.warmup.Mser}).
 */
@NullMarked
package org.circlab.experiment.warmup;

import org.jspecify.annotations.NullMarked;
