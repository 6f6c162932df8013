/**
 * Charts over time as SVG, laid out here and not in a browser: axes of few round ticks, lines with the band of what chance makes
 * of them, and the name of each line at its end instead of a legend. Lines differ by their dashes too, so that they can be told
 * apart in grey and by people who do not see colours.
 *
 * <p>Nothing here knows of a page or of a run: whoever has months and numbers can draw them.
 */
@NullMarked
package org.circlab.report.chart;

import org.jspecify.annotations.NullMarked;
