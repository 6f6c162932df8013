package org.circlab.catalogue;

import org.circlab.model.Source;

/**
 * Where a row comes from.
 *
 * @param key the id of the source in the catalogue
 * @param reference the publication
 * @param address where it was read; empty where it has none
 * @param year of the figure, or {@code undated}
 * @param verification how it was checked
 */
public record Evidence(String key, String reference, String address, String year, Verification verification) {

    /** The publication with its year. */
    public String cited() {
        return reference.contains(year) ? reference : reference + " (" + year + ")";
    }

    /** The source as scenarios carry it, of the entry of that name. */
    public Source source(String entry) {
        return new Source("Catalogue, " + entry + ": " + cited(), verification.grade());
    }
}
