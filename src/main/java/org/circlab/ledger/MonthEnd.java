package org.circlab.ledger;

import java.time.YearMonth;
import java.util.List;

/**
 * How a run stands when a calendar month of the window closes.
 *
 * @param month that has closed
 * @param flows received in it, those with any mass, in the order of {@link Flow.Route#ORDER}
 * @param arisenGrams waste that has arisen at all actors since the window opened; a steady stream counts with each load it fills
 * @param emittedMilligrams CO2e of all actors since then; negative where more was avoided
 * @param held what is where at this instant
 */
public record MonthEnd(YearMonth month, List<Flow> flows, long arisenGrams, long emittedMilligrams, Holdings held) {
    public MonthEnd {
        flows = List.copyOf(flows);
    }
}
