package org.circlab.scenario;

import org.circlab.model.Exchange;

/** The numbers that a place allows. */
enum Range {
    ANY("any number", 0),
    NOT_NEGATIVE("at least 0", 0),
    POSITIVE("above 0", 1),
    FLOW("at least 0 and at most 10 000 Mt/yr", 0),
    THROUGHPUT("at least 1 g/yr and at most 10 000 Mt/yr", 1),
    AT_LEAST_ONE("at least 1", 1),
    DETOUR("from 1 to 100", 1),
    KILOMETRES("at least 0 and at most 100 000 km", 0),
    SPEED("from 0.1 to 10 000 km/h", 1),
    SHARE("above 0 and at most 100 %", 1),
    PART("above 0 and below 100 %", 0.5),
    LOSS("from 0 to 100 %", 0),
    GROWTH("above -100 %/yr and at most 1000 %/yr", 0),
    WATER("at least 0 and below 100 %", 0),
    ROUNDS("from 0 to " + Exchange.MOST_LOOK_AHEAD + " and a whole number", 0);

    /** The grams of two centuries of such a flow still fit a long. */
    private static final double MOST_TONNES_PER_YEAR = 1e10;

    private static final double LEAST_TONNES_PER_YEAR = 1e-6;

    private final String words;
    private final double placeholder;

    Range(String words, double placeholder) {
        this.words = words;
        this.placeholder = placeholder;
    }

    boolean allows(double value) {
        return switch (this) {
            case ANY -> true;
            case NOT_NEGATIVE -> value >= 0;
            case POSITIVE -> value > 0;
            case FLOW -> value >= 0 && value <= MOST_TONNES_PER_YEAR;
            case THROUGHPUT -> value >= LEAST_TONNES_PER_YEAR && value <= MOST_TONNES_PER_YEAR;
            case AT_LEAST_ONE -> value >= 1;
            case DETOUR -> value >= 1 && value <= 100;
            case KILOMETRES -> value >= 0 && value <= 1e5;
            case SPEED -> value >= 0.1 && value <= 1e4;
            case SHARE -> value > 0 && value <= 1;
            case PART -> value > 0 && value < 1;
            case LOSS -> value >= 0 && value <= 1;
            case GROWTH -> value > -1 && value <= 10;
            case WATER -> value >= 0 && value < 1;
            case ROUNDS -> value >= 0 && value <= Exchange.MOST_LOOK_AHEAD && value == Math.rint(value);
        };
    }

    /** The range for sentences: "must be …". */
    String words() {
        return words;
    }

    /** An allowed number to go on with after a finding. */
    double placeholder() {
        return placeholder;
    }
}
