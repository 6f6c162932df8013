package org.circlab.ledger;

/**
 * A count of what is physically where, taken by walking through every store, queue, truck and line. It takes memory by what
 * there is, not by what there could be.
 */
public final class Holdings {

    private static final StockPlace[] PLACES = StockPlace.values();

    /** Grams by party and material, a column for each place. */
    private final AccountTable grams = new AccountTable(PLACES.length);

    /** Counts {@code amount} grams of a material at a party. */
    public void add(int party, int material, StockPlace place, long amount) {
        grams.add(grams.open(party, material, 0), place.ordinal(), amount);
    }

    /** Grams counted of a material at one kind of place of a party. */
    public long at(int party, int material, StockPlace place) {
        int account = grams.find(party, material, 0);
        return account == AccountTable.NONE ? 0 : grams.value(account, place.ordinal());
    }

    /** Grams of a material that a party holds on its own ground, that is all but what it has on the road. */
    public long held(int party, int material) {
        int account = grams.find(party, material, 0);
        long sum = 0;
        for (StockPlace place : PLACES) {
            boolean there = account != AccountTable.NONE && place != StockPlace.ROAD;
            sum += there ? grams.value(account, place.ordinal()) : 0;
        }
        return sum;
    }

    /** Grams of all materials on the road. */
    public long onTheRoad() {
        long sum = 0;
        for (int account = 0; account < grams.size(); account++) {
            sum += grams.value(account, StockPlace.ROAD.ordinal());
        }
        return sum;
    }
}
