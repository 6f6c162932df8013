/**
 * What people and other programs read of a run, or of an answer to why not: the first screen, one JSON document, and the folder
 * of result files.
 *
 * <p><b>Tables</b> are tidy and long: one header row, one fact a row, units in the column name, rows in a defined order,
 * UTF-8, {@code \n} line ends, quoted as RFC 4180 says. Mass, money and emissions come as exact decimals of the grams,
 * micro-euros and milligrams that the ledger keeps; computed values are rounded to 10 significant digits, by a rule of our own
 * since JDKs differ in how they print a {@code double}. An empty cell means "not known", such as an interval from one
 * replication. A text that a spreadsheet would take for a formula (it begins with {@code = + - @}, a tab or a return) gets an
 * apostrophe in front.
 *
 * <p><b>Origin</b> in {@code flows.csv} is the operation of the line that the material came out of; it is empty for what
 * arises as a waste stream and for what comes from outside. Mass received under a D operation whose origin is a D operation
 * too has been counted as disposed of when it went into that line.
 *
 * <p><b>A result is whole or absent.</b> It is written into a hidden sibling folder and moved into place at the very end; a
 * previous result stays until then. Flows, and facts on request, are streamed into one part a replication, so that memory does
 * not grow with the length of a run, and the parts are joined in order of replication.
 *
 * <p>Uses every lower package but {@code kernel}. Nothing is printed here: text goes to the {@code Appendable} or file that the
 * caller names.
 */
@NullMarked
package org.circlab.report;

import org.jspecify.annotations.NullMarked;
