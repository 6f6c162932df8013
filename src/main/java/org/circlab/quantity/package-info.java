/**
 * Mass, money, emissions, time and rates at the edges of the program: text with units is parsed and printed here, with its
 * dimension checked, and a whole is apportioned into parts without losing a gram.
 *
 * <p>Uses no other package. Inside the program a quantity travels as a primitive whose name carries its unit
 * ({@code massGrams}, {@code priceEurosPerTonne}); the choice of units makes the products exact: euros per tonne times
 * grams are micro-euros, kilograms of CO2e per tonne times grams are milligrams.
 */
@NullMarked
package org.circlab.quantity;

import org.jspecify.annotations.NullMarked;
