/**
 * A map of who hands what to whom, on outlines of countries that the program carries with it: no tiles, no network. The
 * outlines are those of Natural Earth, which are in the public domain.
 */
@NullMarked
package org.circlab.report.map;

import org.jspecify.annotations.NullMarked;
