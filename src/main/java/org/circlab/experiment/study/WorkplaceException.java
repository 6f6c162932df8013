package org.circlab.experiment.study;

/** Tasks could not be done where they should have been, through no fault of the study. The message says what to do. */
public final class WorkplaceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with a message for users, as one sentence without a full stop. */
    public WorkplaceException(String message) {
        super(message);
    }

    /** The same with what caused it. */
    public WorkplaceException(String message, Throwable cause) {
        super(message, cause);
    }
}
