package org.circlab.score;

import java.util.List;
import java.util.Optional;

/**
 * How a lab stands to a dated target of the law in each calendar year of its window. A lab is not a country: the rate is that of
 * the waste which arises in the lab, as if its shares were the country's.
 *
 * @param target the target
 * @param binding whether it binds the country of the lab
 * @param codes of the List of Waste of what the rate covers in this lab; empty where there is none
 * @param years in which the stream arises; empty where the lab cannot tell the rate
 * @param reason why it cannot; empty where it can
 */
public record TargetClock(
        DatedTarget target, Binding binding, List<String> codes, List<TargetYear> years, String reason) {

    /** Whether a target of the Union binds a country. */
    public enum Binding {
        /** It binds the country of the lab. */
        BINDS("binds"),
        /** The country is not in the Union: the target is there to compare with. */
        REFERENCE("does not bind"),
        /** The scenario names no country. */
        UNKNOWN("no country given");

        private final String words;

        Binding(String words) {
            this.words = words;
        }

        /** The words used on screens and in results. */
        public String words() {
            return words;
        }
    }

    /** Copies the lists. */
    public TargetClock {
        codes = List.copyOf(codes);
        years = List.copyOf(years);
    }

    /** Whether the lab can tell the rate in any year. */
    public boolean isTold() {
        return !years.isEmpty();
    }

    /** A calendar year, if the rate can be told in it. */
    public Optional<TargetYear> year(int number) {
        return years.stream().filter(year -> year.year() == number).findFirst();
    }
}
