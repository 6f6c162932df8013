package org.circlab.simulation;

/**
 * What goes first among the events of one instant: the calendar and its prices, then what frees trucks and room, then what
 * arrives, then the stores that hear of free room, then what arises, then the exchange, then
 * what has been kept to its last instant.
 */
final class Priorities {
    static final int CALENDAR = 0;
    static final int TRUCK_IS_BACK = 10;
    static final int SERVICE_ENDS = 20;
    static final int NEED_DRAWS = 30;
    static final int CONSIGNMENT_ARRIVES = 40;
    static final int ROOM_IS_OFFERED = 50;
    static final int BATCH_ARISES = 60;
    static final int ROUND = 70;
    static final int LOT_EXPIRES = 80;

    private Priorities() {}
}
