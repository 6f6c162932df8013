package org.circlab.simulation;

import org.circlab.kernel.Kernel;
import org.circlab.ledger.Ledger;

/**
 * Watches a run from beside it: it may schedule events of its own that look at the lab (with a priority of {@link
 * #PRIORITY}, after everything else of the instant) and listen to the ledger's facts. It draws no chance of the lab's streams
 * and changes nothing.
 */
@FunctionalInterface
public interface Observer {

    /** Priority of an observer's own events. */
    int PRIORITY = 200;

    /** Sees nothing. */
    Observer NONE = (kernel, ledger, view) -> {};

    /** Called once, before the first event. */
    void attach(Kernel kernel, Ledger ledger, LabView view);
}
