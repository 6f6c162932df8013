package org.circlab.exchange;

/** Decides who gets what in a round. */
@FunctionalInterface
public interface AllocationRule {

    /**
     * Allocates offers to arcs, reserving the room of their inlets. Never more than an offer holds or an inlet has room for, a
     * whole offer to one arc or to none, and no part of a divisible offer below the least of its inlet.
     *
     * @param round the offers, in order of precedence, and the room
     * @param allocation takes the decision; it is cleared first
     */
    void allocate(Round round, Allocation allocation);
}
