/**
 * Why not? What became of all that was offered and needed in one replication, gate by gate, and the smallest single changes that
 * would have had the largest unmatched streams exchanged and the largest unmet needs met. {@link
 * org.circlab.experiment.whynot.WhyNot} is the place to start reading.
 *
 * <p>A change is a text {@code path=value} as the command line takes it, and each is found and proved in the same way: the lab is
 * read again with it and the replication is run again under the same random numbers. Nothing is concluded from a model of the
 * simulation; margins only say where to begin to look.
 */
@NullMarked
package org.circlab.experiment.whynot;

import org.jspecify.annotations.NullMarked;
