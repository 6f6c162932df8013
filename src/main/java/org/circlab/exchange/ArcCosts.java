package org.circlab.exchange;

import java.util.BitSet;

/** What an optimal round makes as small as it can: millionths of its unit, such as micro-euros, for each tonne. Immutable. */
public final class ArcCosts {

    /** The largest cost by size that is told apart from larger ones: 100 000 units a tonne. */
    public static final long MOST = 100_000_000_000L;

    private final long[] matched;
    private final long[] unmatched;

    /**
     * Costs.
     *
     * @param matched by arc of the exchange: of what goes along it, with all that follows from it
     * @param unmatched by outlet: of what nobody takes
     */
    public ArcCosts(long[] matched, long[] unmatched) {
        this.matched = matched.clone();
        this.unmatched = unmatched.clone();
    }

    /** The same, but for arcs that cost so much that nothing goes along them: more than whatever nobody takes. */
    public ArcCosts without(BitSet closed) {
        ArcCosts costs = new ArcCosts(matched, unmatched);
        closed.stream().forEach(arc -> costs.matched[arc] = MOST + 1);
        return costs;
    }

    /** Cost of what goes along an arc of the exchange. */
    public long matched(int arc) {
        return matched[arc];
    }

    /** Cost of what nobody takes at an outlet. */
    public long unmatched(int outlet) {
        return unmatched[outlet];
    }

    /** Units a tonne, rounded to millionths and held within {@link #MOST}. */
    public static long millionths(double unitsPerTonne) {
        return Math.round(Math.max(-MOST, Math.min(MOST, unitsPerTonne * 1e6)));
    }
}
