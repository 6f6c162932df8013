package org.circlab.ledger;

/** Takes the state of a run as each month of the window closes. */
@FunctionalInterface
public interface MonthSink {

    /** A month has closed. */
    void month(MonthEnd end);
}
