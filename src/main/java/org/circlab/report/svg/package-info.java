/**
 * Text of SVG and HTML: escaping, numbers, and how wide words are. A figure is written here without a browser or a window
 * system, so that the same result gives the same bytes on every machine.
 *
 * <p>Names may come from anybody. Whatever stands in them is shown and never run: {@code & < > " '} are written as entities,
 * characters that XML forbids and those that turn the direction of the text around them are left out.
 */
@NullMarked
package org.circlab.report.svg;

import org.jspecify.annotations.NullMarked;
