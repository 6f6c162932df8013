package org.circlab.catalogue;

import java.util.Locale;
import org.circlab.model.Grade;

/** How a row of the catalogue was checked against its source. */
public enum Verification {
    /** The data file or legal text itself was opened. */
    READ(Grade.REPORTED),
    /** The figure was read in an excerpt of the publisher's own page. */
    EXCERPT(Grade.REPORTED),
    /** The figure was read in a national law that transposes the European one. */
    TRANSPOSED(Grade.REPORTED),
    /** Computed from such figures; the note has the formula. */
    COMPUTED(Grade.DERIVED),
    /** The figure was read where another quotes the primary source. */
    QUOTED(Grade.REPORTED),
    /** Recalled from the named document and not read again: withheld unless asked for. */
    RECALLED(Grade.ASSUMED),
    /** Looked for and not found: there is no value. */
    MISSING(Grade.ASSUMED);

    private final Grade grade;

    Verification(Grade grade) {
        this.grade = grade;
    }

    /** The grade of a figure that a scenario takes from such a row. */
    public Grade grade() {
        return grade;
    }

    /** The word of the files, such as {@code computed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The verification of that word.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Verification of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
