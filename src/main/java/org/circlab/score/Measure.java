package org.circlab.score;

import java.util.regex.Pattern;

/**
 * The definition of an indicator. Two definitions never share an id.
 *
 * @param id short name in results, in small letters and hyphens
 * @param title for people
 * @param unit of the value, such as {@code t/yr}; a year has 365.25 d
 * @param sense which way is better
 * @param group what it belongs with
 * @param formula in words, with what it leaves out
 * @param source directive or paper that defines it; empty where it is plain accounting
 */
public record Measure(String id, String title, String unit, Sense sense, String group, String formula, String source) {

    /** The group of indicators that a scenario defines. */
    public static final String OWN = "own";

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** The unit of full-time jobs, which is a rate already: hours of work a year. */
    static final String JOBS = "jobs";

    public Measure {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id of an indicator is '" + id + "'; it must be words of small letters joined by hyphens");
        }
        if (title.isBlank() || unit.isBlank() || group.isBlank() || formula.isBlank()) {
            throw new IllegalArgumentException(
                    "indicator '" + id + "' has an empty title, unit, group or formula; state each of them");
        }
    }

    /** Whether it is an amount of which there is twice as much in two labs that are alike: one a year, or jobs; told by the unit. */
    public boolean isExtensive() {
        return unit.equals(JOBS) || unit.endsWith("/yr");
    }
}
