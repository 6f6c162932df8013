package org.circlab.kernel;

/**
 * A kind of event: a name, a priority among events of the same time, and the action that all its events run.
 * Defined by {@link Kernel#define}; it is the typed face through which events enter the queue of that kernel.
 */
public final class EventType {

    final EventAction action;
    final int kind;
    final long priorityBits;
    long executed;

    private final Kernel kernel;
    private final String name;
    private final int priority;

    EventType(Kernel kernel, int kind, String name, int priority, EventAction action) {
        this.kernel = kernel;
        this.kind = kind;
        this.name = name;
        this.priority = priority;
        this.action = action;
        this.priorityBits = EventStore.priorityBits(priority);
    }

    /**
     * Schedules an event of this type.
     *
     * @param timeMillis when, in milliseconds on the clock, not before {@link Kernel#now}
     * @param subject handed to the action
     * @param payload handed to the action
     * @return a handle for {@link Kernel#cancel}, always above 0
     * @throws IllegalArgumentException if the time is in the past
     */
    public long at(long timeMillis, int subject, long payload) {
        return kernel.schedule(this, timeMillis, subject, payload);
    }

    /**
     * Schedules an event of this type after a delay.
     *
     * @param delayMillis from {@link Kernel#now}, in milliseconds, at least 0
     * @param subject handed to the action
     * @param payload handed to the action
     * @return a handle for {@link Kernel#cancel}, always above 0
     * @throws IllegalArgumentException if the delay is negative or leads beyond the largest long
     */
    public long after(long delayMillis, int subject, long payload) {
        long now = kernel.now();
        if (delayMillis < 0 || now + delayMillis < now) {
            throw new IllegalArgumentException("delay of '" + name + "' is " + delayMillis
                    + " ms; it must be at least 0 and not lead beyond the largest long");
        }
        return kernel.schedule(this, now + delayMillis, subject, payload);
    }

    /** The name given at definition, for people. */
    public String name() {
        return name;
    }

    /** The rank among events of the same time, 0 to 255; the lower runs first. */
    public int priority() {
        return priority;
    }

    /** How many events of this type have run. */
    public long executed() {
        return executed;
    }

    @Override
    public String toString() {
        return name;
    }
}
