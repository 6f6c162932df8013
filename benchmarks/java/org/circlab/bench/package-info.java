/**
 * The peer model: a symbiosis network that is also written in SimPy and as a bare Python event loop, so that results and
 * speed can be compared. {@link org.circlab.bench.SymbioNetwork} writes it as a scenario, {@link
 * org.circlab.bench.SymbioFigures} reads the model's own figures from a run.
 */
@NullMarked
package org.circlab.bench;

import org.jspecify.annotations.NullMarked;
