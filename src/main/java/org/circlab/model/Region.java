package org.circlab.model;

/**
 * Where the lab is.
 *
 * @param country ISO 3166-1 code of two letters, such as {@code SI}; empty where it does not matter
 * @param inhabitants people living there; 0 where unknown
 */
public record Region(String country, long inhabitants) {
    public Region {
        requireCountry("country of the region", country);
        Bounds.atLeast(0, "inhabitants of the region", inhabitants);
    }

    static void requireCountry(String name, String country) {
        if (!country.matches("([A-Z]{2})?")) {
            throw new IllegalArgumentException(
                    name + " is '" + country + "'; it must be a code of two capital letters or empty. Maybe SI or GR?");
        }
    }
}
