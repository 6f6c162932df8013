/**
 * What the accounts of a run amount to: indicators with their formula and source, estimates with 95 % intervals over
 * replications, and the comparison of a variant with business as usual by paired differences. Pure functions: the same accounts
 * give the same bytes.
 *
 * <p>Start with {@link org.circlab.score.Indicators} for what is measured and {@link org.circlab.score.Scorecard} for how runs are
 * compared. Each group of indicators is one small class that lists its measures with the functions that compute them.
 *
 * <p>May use {@code ledger}, {@code network}, {@code catalogue}, {@code model} and {@code quantity}. It does not know how a run
 * came about, so that accounts made by hand in a test are scored as those of a simulation.
 */
@NullMarked
package org.circlab.score;

import org.jspecify.annotations.NullMarked;
