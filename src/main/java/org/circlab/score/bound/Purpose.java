package org.circlab.score.bound;

/** What the best possible spends on, or emits or buys for: the parts that a bound adds up from. */
public enum Purpose {
    /** Lines that stand already. */
    STANDING("annuities of lines that stand, used or not"),
    /** Haulage, and what disposal costs at its end. */
    WAYS("haulage, and disposal at its end"),
    /** What lines take, with what recipes add and the part that is used of lines to be built. */
    TREATMENT("treatment, what recipes add, and lines built for it"),
    /** Virgin material for needs, less what secondary material saves of it. */
    VIRGIN("virgin material for needs"),
    /** What leaves the lab as a product. */
    SALES("products sold, as a gain"),
    /** What stock comes to at the end, less what it was at the start. */
    STOCK("change of stock, at its disposal"),
    /** What rounding to whole units may have given a run, so that none is better than its bound. */
    ROUNDING("rounding to grams, micro-euros and milligrams");

    private final String words;

    Purpose(String words) {
        this.words = words;
    }

    /** What it is, in words. */
    public String words() {
        return words;
    }
}
