package org.circlab.exchange;

/** The offers of a source, of which mass is drawn: the first first, and the next one when it is used up. */
final class OfferChain {

    static final int NONE = -1;

    private final int[] nextOffer;
    private int offer;
    private long leftOfOffer;

    /**
     * A chain.
     *
     * @param nextOffer by offer the one behind it, or {@link #NONE}
     * @param first the first offer, or {@link #NONE} for an empty chain
     */
    OfferChain(int[] nextOffer, int first, Round round) {
        this.nextOffer = nextOffer;
        this.offer = first;
        this.leftOfOffer = first == NONE ? 0 : round.grams(first);
    }

    /** The offer that is drawn from at present; {@link #NONE} if there never was one. */
    int offer() {
        return offer;
    }

    /** Gives mass to an arc; the offers must hold as much. */
    void draw(long grams, int arc, int inlet, Round round, Allocation allocation) {
        long wanted = grams;
        while (wanted > 0) {
            if (leftOfOffer == 0) {
                offer = nextOffer[offer];
                leftOfOffer = round.grams(offer);
            }
            long part = Math.min(wanted, leftOfOffer);
            round.take(offer, arc, inlet, part);
            allocation.add(offer, arc, part);
            wanted -= part;
            leftOfOffer -= part;
        }
    }
}
