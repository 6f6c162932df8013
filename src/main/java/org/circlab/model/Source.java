package org.circlab.model;

/**
 * Where a figure comes from.
 *
 * @param ref the publication, statement or reasoning, in words a reader can follow up
 * @param grade how well the figure is known
 */
public record Source(String ref, Grade grade) {

    /** What stands for a figure whose scenario names no source. */
    public static final Source NONE = new Source("no source given", Grade.ASSUMED);
}
