package org.circlab.kernel;

/**
 * What happens when an event of a type comes due. The kernel hands over what was scheduled and reads nothing into it.
 *
 * <p>The action may schedule, cancel and stop; the clock stands at the event's time while it runs. An exception
 * leaves the kernel consistent, with the event counted as executed, and passes through {@link Kernel#run}.
 */
@FunctionalInterface
public interface EventAction {

    /**
     * Runs at the event's time.
     *
     * @param subject the integer given at scheduling, often the dense index of an actor
     * @param payload the long given at scheduling, often grams or an index
     */
    void run(int subject, long payload);
}
