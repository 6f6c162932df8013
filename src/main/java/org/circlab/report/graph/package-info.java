/**
 * The flows of a result as one graph that every figure and every export is made from: nodes are parties, links are what one
 * party hands to another of one material, in grams for the variant and for what it is compared with. So all of them add up to
 * the same grams as {@code flows.csv}, over all its replications.
 *
 * <p>A party that both does something with material and lets some of it end on its ground (a landfill beside a sorting plant)
 * is two nodes: what ends at a disposal site does not come back, and must not look as if it went round.
 */
@NullMarked
package org.circlab.report.graph;

import org.jspecify.annotations.NullMarked;
