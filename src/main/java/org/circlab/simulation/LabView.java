package org.circlab.simulation;

import org.circlab.kernel.EventType;
import org.circlab.ledger.Holdings;

/** What an observer may see of a running lab; nothing can be changed through it. */
public interface LabView {

    /** The lab that runs. */
    CompiledLab lab();

    /**
     * Says in words what an event is about, such as {@code plant: fly-ash}; to be asked just before it runs.
     *
     * @param subject as a trace listener is told it
     * @param payload likewise
     * @return empty for an event of an observer's own
     */
    String about(EventType type, int subject, long payload);

    /** Grams on the way to, waiting at or in service of an inlet, by its index in the network. */
    long committedGrams(int inlet);

    /** Grams gathered at an outlet towards its next load, by its index in the network. */
    long gatheredGrams(int outlet);

    /** Counts what is physically where at this instant. */
    Holdings holdings();

    /** Milliseconds that lots have waited for trucks of own fleets so far, over all fleets. */
    long truckWaitMillis();

    /** How many trips of own fleets have started so far. */
    long fleetTrips();

    /** What became of offers and needs in the window, and why nobody took what was not taken; to be asked once, at the end. */
    Unmatched unmatched();

    /** What has become of the dealings between actors; to be asked once, at the end. */
    Relations relations();
}
