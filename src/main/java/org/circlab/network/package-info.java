/**
 * Who can send what to whom: the points where material leaves and enters actors, the distances between them, and the gates
 * that never change during a run (law, borders, distance). Built once for each lab and then frozen into compressed rows.
 *
 * <p>Uses {@code model} and {@code quantity}. The graph of actors is JGraphT's; the rows that a run walks are plain arrays,
 * since walking them is thirty times faster.
 */
@NullMarked
package org.circlab.network;

import org.jspecify.annotations.NullMarked;
