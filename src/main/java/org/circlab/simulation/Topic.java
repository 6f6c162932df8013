package org.circlab.simulation;

/** Says in words what an event of one type is about, just before it runs; asked only where somebody watches. */
@FunctionalInterface
interface Topic {

    /** The topic of an event, from what was given at its scheduling. */
    String of(int subject, long payload);
}
