package org.circlab.network;

/**
 * What can close the way of an offer to a receiver, in the order in which it is asked. The gates up to {@link #DISTANCE} never
 * change during a run, but for what is in a lot and for borders that open after a notice; those after it depend on the day, the
 * lot and the round.
 */
public enum Gate {
    /** It is never asked: a contract sends it to disposal. */
    CONTRACT("contract"),
    /** No line and no need takes the material. */
    MATERIAL("material"),
    /** The receiver has no permit for the code or the operation. */
    PERMIT("permit"),
    /** The receiver may not take hazardous waste. */
    HAZARDOUS("hazardous"),
    /** The receiver may not take what the material is by law. */
    STATUS("status"),
    /** Waste may not cross the border between the two, or not yet. */
    BORDER("border"),
    /** What is in the material exceeds a limit of the receiver. */
    COMPOSITION("composition"),
    /** The receiver does not draw from so far away. */
    DISTANCE("distance"),
    /** A ban forbids what the receiver would do with it. */
    BAN("ban"),
    /** The receiver costs more than to leave it, for the donor or, where a round is an optimum, for the whole lab. */
    PRICE("price"),
    /** One side does not trust the other enough: without the premium that it asks for, the price would do. */
    TRUST("trust"),
    /** It would spoil before it arrives. */
    EXPIRY("expiry"),
    /** The receiver has no room. */
    CAPACITY("capacity"),
    /** The receiver had room at the beginning of the round, and gave it to others. */
    OUTBID("outbid");

    private final String word;

    Gate(String word) {
        this.word = word;
    }

    /** As results name it. */
    public String word() {
        return word;
    }

    /** Whether it is the same during a whole run. */
    public boolean isStatic() {
        return ordinal() <= DISTANCE.ordinal() && this != COMPOSITION && this != CONTRACT;
    }
}
