package org.circlab.catalogue;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * A family of emission factors: what one publisher counts by one method. Factors of two families that both draw a boundary of
 * their own must not be added up in one result, since they count credits twice, or warming by other potentials.
 */
public enum Family {
    /** Factors of the British government; potentials of AR5, waste factors without process burden and without credit. */
    DESNZ(true),
    /** Net factors of the United States' Waste Reduction Model; potentials of AR4, avoided production included. */
    WARM(true),
    /** Defaults of the IPCC guidelines: emissions of the process itself. */
    IPCC(true),
    /** Inventory of Carbon and Energy: materials from cradle to gate; potentials of AR4. */
    ICE(true),
    /** Electricity of a country, counted over its life cycle. */
    GRID(false),
    /** Single figures of an industry. */
    INDUSTRY(false);

    private final boolean exclusive;

    Family(boolean exclusive) {
        this.exclusive = exclusive;
    }

    /** Whether it must stand alone among families that must. */
    public boolean isExclusive() {
        return exclusive;
    }

    /** Whether factors of both may stand in one result; net factors hold electricity and industry already. */
    public boolean goesWith(Family other) {
        return this == other || !((exclusive && other.exclusive) || this == WARM || other == WARM);
    }

    /** The word of the files, such as {@code desnz}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The family of that word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Family of(String word) {
        return Stream.of(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("family is '" + word + "'; there is none of that name"));
    }
}
