package org.circlab.scenario;

/** What the findings about studies mean and what to do. */
final class StudyTexts {

    static final String BAD_LEVELS =
            "The values of a factor are a range with a step ('0..120:20 EUR/t'), a range to sample ('0..120 EUR/t'), a list "
                    + "('10, 20, 40 EUR/t'), or a distribution ('triangular(10, 20, 30) EUR/t', uniform, normal, lognormal, gamma). "
                    + "The unit stands once, at the end. A range begins with its smaller end, and its steps meet the other.";

    static final String NO_FACTOR =
            "A study varies something that the lab does not have, or a range is given for what is no number. Factors are named "
                    + "like --set: the keys from the top of the lab joined by dots. Words, such as a rule of exchange, are "
                    + "varied by a list.";

    static final String NO_RANGE =
            "The range of a factor is to be that of the catalogue, but its value does not come from an entry of the catalogue "
                    + "that has one. Name the entry ('catalogue:factor:...'), or write the range.";

    static final String BAD_STUDY =
            "A study has no points: it varies nothing, or what it varies does not go together. Without 'sample' each factor needs "
                    + "levels - a range with a step, or a list; with it, ranges and distributions are sampled.";

    static final String UNKNOWN_STUDY = "A study is named on the command line that 'studies' does not have.";

    static final String BAD_POINTS =
            "A table of points is a CSV file whose header has the paths of factors and whose lines have their values with units, "
                    + "a line for each point. A unit in brackets behind a path, as in 'policy.landfill-tax [EUR/t]', holds for the "
                    + "whole column. No point stands in it twice.";

    private StudyTexts() {}
}
