package org.circlab.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code of the European List of Waste.
 *
 * @param code six digits in pairs, such as {@code 17 01 01}
 * @param name what it is, in short
 * @param hazardous whether the list has it as hazardous
 * @param kind whether hazard is decided
 * @param from the first day that it is in the list; null where it has been from before the list of 2015
 * @param until the first day that it is no longer; null where it still is
 * @param mark what is not known of it; empty where all is
 */
public record ListedCode(
        String code,
        String name,
        boolean hazardous,
        Kind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String mark) {

    /** How the list decides whether a waste is hazardous. */
    public enum Kind {
        /** The code says so. */
        ABSOLUTE,
        /** Its composition decides between this code and its mirror. */
        MIRROR,
        /** Not known. */
        UNKNOWN
    }

    /** Whether it is in the list on a day. */
    public boolean isListed(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /** The code with the star of hazardous waste where it has one. */
    public String starred() {
        return hazardous ? code + "*" : code;
    }
}
