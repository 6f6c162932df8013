package org.circlab.experiment.gap;

import org.circlab.model.Lab;

/** What is relaxed, each on top of those before it. */
public enum Relaxation {
    /** Givers can keep everything for ever. */
    STORAGE("storage", "endless stores, nothing spoils") {
        @Override
        Lab of(Lab lab) {
            return Relaxed.storage(lab);
        }
    },
    /** There is always a truck, and it takes no time. */
    TRUCKS("trucks", "always a truck, no time on the road") {
        @Override
        Lab of(Lab lab) {
            return Relaxed.trucks(lab);
        }
    },
    /** Nothing waits for a round or a notice, and lines run evenly. */
    TIMING("timing", "matched on arrival, no breakdowns") {
        @Override
        Lab of(Lab lab) {
            return Relaxed.timing(lab);
        }
    },
    /** Nothing must be delivered, and what is not agreed already is not. */
    CONTRACTS("contracts", "no minimums, no new contracts") {
        @Override
        Lab of(Lab lab) {
            return Relaxed.contracts(lab);
        }
    },
    /** Everybody joins, trusts, keeps its word, and gives where that is best for the lab as a whole. */
    BEHAVIOUR("behaviour", "all act for the lab as a whole") {
        @Override
        Lab of(Lab lab) {
            return Relaxed.behaviour(lab);
        }
    };

    private final String word;
    private final String words;

    Relaxation(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /** The word used in results. */
    public String word() {
        return word;
    }

    /** What it is, in words. */
    public String words() {
        return words;
    }

    /** The lab with this relaxed too. */
    abstract Lab of(Lab lab);
}
