/**
 * What a study has found, as tables for people and programs. Whatever is written depends on the store alone: rows are in the
 * order of points, variants and replications, and no figure tells when or by how many threads it was found.
 */
@NullMarked
package org.circlab.report.study;

import org.jspecify.annotations.NullMarked;
