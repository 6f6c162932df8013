/**
 * Contradictory reports of flows made into one balanced set: weighted least squares, as in STAN (Cencic and Rechberger 2008), so
 * that figures of several sources can enter a scenario without mass appearing or vanishing between them.
 *
 * <p>Start with {@link org.circlab.reconcile.FlowTable}, which reads reports, and {@link org.circlab.reconcile.Reconciliation}, which
 * balances them and tells what was changed by how much, what could not be checked, and which report is doubtful.
 *
 * <p>May use {@code scenario} (tables and findings), {@code model} and {@code quantity}. The linear algebra is that of Commons Math.
 */
@NullMarked
package org.circlab.reconcile;

import org.jspecify.annotations.NullMarked;
