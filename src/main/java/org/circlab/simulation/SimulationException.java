package org.circlab.simulation;

/** A run cannot go on because the scenario leaves no way out, such as when every disposal site is full. */
public final class SimulationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** States what happened, when, and what to change in the scenario. */
    public SimulationException(String message) {
        super(message);
    }
}
