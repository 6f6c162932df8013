package org.circlab.simulation;

/**
 * What goes first among the events of one instant: the settlement of contract years, then the calendar and its prices, then what happens to the lab, then what
 * actors think of each other and of their contracts, then what frees trucks and room, then what departs and arrives, then the stores that hear of free room and the lines that hear of room
 * in stores, then what arises, then the exchange, then what has been kept to its last instant.
 */
final class Priorities {
    static final int CONTRACT_YEAR_ENDS = 0;
    static final int CALENDAR = 1;
    static final int EVENT_ENDS = 4;
    static final int EVENT_BEGINS = 5;
    static final int EVENTS_TAKE_EFFECT = 6;
    static final int TRUST_CHANGES = 7;
    static final int PARTIES_COMPARE = 8;
    static final int TRUCK_IS_BACK = 10;
    static final int SERVICE_ENDS = 20;
    static final int LINE_BREAKS_DOWN = 22;
    static final int LINE_IS_REPAIRED = 24;
    static final int NEED_DRAWS = 30;
    static final int LOADING_BEGINS = 35;
    static final int CONSIGNMENT_ARRIVES = 40;
    static final int ROOM_IS_OFFERED = 50;
    static final int CONTRACT_TURNS = 51;
    static final int BLOCKED_LINE_OFFERS = 52;
    static final int STORE_HAS_ROOM = 55;
    static final int BATCH_ARISES = 60;
    static final int ROUND = 70;
    static final int LOT_EXPIRES = 80;

    private Priorities() {}
}
