package org.circlab.kernel;

/** Sees each event just before its action runs, in the order of execution. */
@FunctionalInterface
public interface TraceListener {

    /**
     * An event is about to run.
     *
     * @param timeMillis its time, which the clock now shows
     * @param sequence its rank in the order of scheduling, from 1
     * @param type its type
     * @param subject the integer given at scheduling
     * @param payload the long given at scheduling
     */
    void event(long timeMillis, long sequence, EventType type, int subject, long payload);
}
