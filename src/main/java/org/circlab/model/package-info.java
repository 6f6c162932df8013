/**
 * The lab as immutable records: actors, materials, processes, contracts, haulage, policy. What a scenario file says, with
 * every value checked and every id resolved to a name that exists; no behaviour over time.
 *
 * <p>Uses {@code quantity} only. Values are primitives named with their unit.
 */
@NullMarked
package org.circlab.model;

import org.jspecify.annotations.NullMarked;
