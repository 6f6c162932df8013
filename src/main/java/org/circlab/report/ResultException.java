package org.circlab.report;

/** A result cannot be written where it should; the message tells the user what to do. */
public final class ResultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** States what stands in the way and the way out. */
    public ResultException(String message) {
        super(message);
    }
}
