/**
 * Bundled reference data: the List of Waste, materials, processes, emission factors, transport, costs, targets, limits,
 * operations and NACE divisions, each row with its source, year, unit and grade.
 *
 * <p>The rows stand in CSV files beside this package. {@link org.circlab.catalogue.Catalogue} reads a section when it is first
 * asked for, {@link org.circlab.catalogue.WasteList} a single code without the rest. Three things hold everywhere: a blank is
 * missing and never zero; what was only recalled from memory is withheld unless it is asked for; a range becomes a distribution
 * only where the row has a range. Emission factors belong to a {@link org.circlab.catalogue.Family}, and families that count
 * differently must not be added up.
 *
 * <p>Uses {@code model} and {@code quantity}. Scenarios name entries, and the command line lists them.
 */
@NullMarked
package org.circlab.catalogue;

import org.jspecify.annotations.NullMarked;
