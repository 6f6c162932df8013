package org.circlab.ledger;

import java.time.YearMonth;
import java.util.List;

/** Takes the flows of each month of the window as the month closes, so that nobody need keep them all. */
@FunctionalInterface
public interface FlowSink {

    /** Keeps nothing. */
    FlowSink NONE = (month, flows) -> {};

    /**
     * A month has closed.
     *
     * @param month the calendar month of receipt
     * @param flows those with any mass, in the order of {@link Flow.Route#ORDER}
     */
    void month(YearMonth month, List<Flow> flows);
}
