package org.circlab.model;

/** A text is no formula. */
public final class FormulaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int column;
    private final String reason;

    FormulaException(int column, String message) {
        super(message);
        this.column = column;
        this.reason = message;
    }

    /** Where in the text it goes wrong, from 1. */
    public int column() {
        return column;
    }

    /** What is wrong, in words. */
    public String reason() {
        return reason;
    }
}
