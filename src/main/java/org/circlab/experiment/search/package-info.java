/**
 * Finds where along a line of numbers an answer changes, by asking as seldom as it can. What is asked is a run of a lab with a
 * number in it, which is dear; so numbers are short texts, and each end of what is found has been asked as it is printed.
 *
 * <p>Start with {@link org.circlab.experiment.search.Threshold}. Knows nothing of labs.
 */
@NullMarked
package org.circlab.experiment.search;

import org.jspecify.annotations.NullMarked;
