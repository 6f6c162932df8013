package org.circlab.experiment.study;

/** A study cannot begin or go on; the message says why and what to do. What its store has is kept. */
public final class StudyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong, for the end of a sentence that begins with the program's name. */
    public StudyException(String message) {
        super(message);
    }

    /** The same with what caused it. */
    public StudyException(String message, Throwable cause) {
        super(message, cause);
    }
}
