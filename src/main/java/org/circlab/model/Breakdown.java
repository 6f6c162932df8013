package org.circlab.model;

/**
 * How a line fails and is repaired. A lot in service stays where it is and goes on after the repair, which is done round the
 * clock.
 *
 * @param every time from a repair to the next breakdown, the first from the beginning of the run
 * @param repair time that a repair takes
 * @param byUse whether the time to the next breakdown passes only while the line serves; otherwise by the calendar
 */
public record Breakdown(Interval every, Interval repair, boolean byUse) {}
