/**
 * Sankey diagrams of networks that go round: a layout of our own, since recycling has loops and common libraries refuse them.
 *
 * <p>The steps follow the layered method of Sugiyama, Tagawa and Toda (1981). A set of arcs whose removal leaves no loop is
 * chosen by the greedy order of Eades, Lin and Smyth (1993), weighed by mass, and made as small as it can be: each arc in it
 * does close a loop. Nodes are put in layers from left to right, each as near to its partners as the order allows. An arc that
 * passes a layer keeps a slot free there, as high as it is wide, so that it never runs over a node; an arc that closes a loop
 * turns round beside its two ends and runs back through slots of its own. Layers are ordered by barycentres until the weighed
 * crossings no longer fall, and heights follow from pooling neighbours that would overlap (isotonic regression), so that arcs
 * are as straight as can be.
 *
 * <p>Everything is laid out once, for the most that each link carries on any side. The sides and the difference between them
 * are then drawn into the same places at the same scale, so that two diagrams can be compared by eye. Ties are broken by the
 * order of nodes and links: the same graph gives the same bytes.
 */
@NullMarked
package org.circlab.report.sankey;

import org.jspecify.annotations.NullMarked;
