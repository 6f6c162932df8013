/**
 * Results for other programs: graphs for Gephi, Graphviz and their like, points and lines for a GIS, text for SankeyMATIC, a
 * workbook, and the description of the tables as a data package.
 *
 * <p>All formats of the graph come from the same {@link org.circlab.report.graph.FlowGraph}, and so carry the same grams. Whatever
 * a name holds comes through, escaped as each format asks; only SankeyMATIC's text, which knows no escapes, gets look-alikes for
 * its own signs. In a workbook every text is text, so that none is taken for a formula; CSV gets an apostrophe for that.
 */
@NullMarked
package org.circlab.report.export;

import org.jspecify.annotations.NullMarked;
