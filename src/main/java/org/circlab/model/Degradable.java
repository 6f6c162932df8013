package org.circlab.model;

import java.util.Locale;

/**
 * A part of a material that makes methane in a landfill.
 *
 * @param kind what it decays like
 * @param share of the wet mass, above 0 and at most 1
 */
public record Degradable(Kind kind, double share) {

    /** Kinds of waste for which IPCC 2006 Guidelines, vol. 5, tables 2.4, 2.5 and 3.3, have carbon content and rate of decay. */
    public enum Kind {
        FOOD,
        GARDEN,
        PAPER,
        TEXTILES,
        WOOD,
        /** Bulk industrial waste. */
        INDUSTRIAL;

        /** As the scenario writes it, such as {@code food}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Degradable {
        Bounds.share("degradable share like " + kind.word(), share);
    }
}
