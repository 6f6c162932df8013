package org.circlab.experiment;

/** A run of an experiment failed; the cause says why. Of several failing runs it is always the first in the plan's order. */
public final class RunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int replication;

    RunException(String lab, int replication, Throwable cause) {
        super("replication " + replication + " of the " + lab + " failed: " + reason(cause), cause);
        this.replication = replication;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }

    /** The number of the replication that failed, from 1. */
    public int replication() {
        return replication;
    }
}
