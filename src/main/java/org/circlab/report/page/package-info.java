/**
 * {@code report.html}: what a run found, on one page that a mayor and a plant manager read without another program. The page
 * holds all that it needs and forbids itself every request; it opens from the disk, in the light and in the dark, on paper and
 * on a phone. Without scripts everything can still be read; they only filter and repeat what a pointer is on.
 *
 * <p>The page that compares has the same parts side by side, for variants in one layout, for labs at one scale. Diagrams of a
 * layout share their cards and their key: one draws them, the others refer to it.
 *
 * <p>Each figure has its table below, and each table can be saved as CSV, written by the same code as the files beside the
 * page. Of large labs the largest parties are shown and the others joined, and the page says so.
 */
@NullMarked
package org.circlab.report.page;

import org.jspecify.annotations.NullMarked;
