package org.circlab.ledger;

/** A count of what is physically where, taken by walking through every store, queue, truck and line. */
public final class Holdings {

    private final int materials;
    private final long[][] grams;

    /** An empty count for the parties and materials of {@code chart}. */
    public Holdings(Chart chart) {
        materials = chart.materials().size();
        grams = new long[StockPlace.values().length][chart.parties().size() * materials];
    }

    /** Counts {@code amount} grams of a material at a party. */
    public void add(int party, int material, StockPlace place, long amount) {
        grams[place.ordinal()][party * materials + material] += amount;
    }

    /** Grams counted of a material at one kind of place of a party. */
    public long at(int party, int material, StockPlace place) {
        return grams[place.ordinal()][party * materials + material];
    }

    /** Grams of a material that a party holds on its own ground, that is all but what it has on the road. */
    public long held(int party, int material) {
        long sum = 0;
        for (StockPlace place : StockPlace.values()) {
            sum += place == StockPlace.ROAD ? 0 : at(party, material, place);
        }
        return sum;
    }

    /** Grams of all materials on the road. */
    public long onTheRoad() {
        long sum = 0;
        for (long amount : grams[StockPlace.ROAD.ordinal()]) {
            sum += amount;
        }
        return sum;
    }
}
