package org.circlab.exchange;

import java.math.BigInteger;
import java.util.Arrays;
import org.circlab.network.Arcs;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a better answer to a round where part of the optimal flow is not worth its journey: by serving lot after lot, the
 * cheapest way first, and where the round is small by a {@link LoadSearch}. So what an optimal round decides costs no more than
 * what the cheapest way decides, and where the search ends, no more than any other rule.
 */
final class Loads {

    private final Arcs arcs;
    private final int outlets;
    private final int inlets;
    private @Nullable ArcCosts priced;
    private @Nullable Preferences cheapest;

    Loads(Arcs arcs, int outlets, int inlets) {
        this.arcs = arcs;
        this.outlets = outlets;
        this.inlets = inlets;
    }

    /** Replaces what a round has decided by something that gains more, where that is found; reserves no room. */
    void improve(Round round, ArcCosts costs, Allocation allocation) {
        Allocation other = new Allocation();
        double[] limits = new double[outlets];
        Arrays.setAll(limits, outlet -> (double) costs.unmatched(outlet));
        new GreedyRule(preferences(costs), limits).allocate(round.sketch(), other);
        if (gain(other, round, costs).compareTo(gain(allocation, round, costs)) > 0) {
            allocation.become(other);
        }
        if (!LoadSearch.isSmall(arcs, round)) {
            return;
        }
        LoadSearch search = new LoadSearch(arcs, round, costs, inlets);
        if (search.gainsMoreThan(gain(allocation, round, costs))) {
            search.tell(allocation);
            fill(round, costs, allocation);
        }
    }

    /** What is left of an offer goes where it gains and is worth its journey, which a search that was cut short has not seen. */
    private void fill(Round round, ArcCosts costs, Allocation allocation) {
        Round sketch = round.sketch();
        long[] left = new long[round.size()];
        Arrays.setAll(left, round::grams);
        for (int part = 0; part < allocation.size(); part++) {
            int arc = allocation.arc(part);
            left[allocation.offer(part)] -= allocation.grams(part);
            sketch.take(allocation.offer(part), arc, arcs.inlet(arc), allocation.grams(part));
        }
        Preferences order = preferences(costs);
        for (int offer = 0; offer < left.length; offer++) {
            int outlet = round.outlet(offer);
            for (int position = order.first(outlet); position < order.end(outlet); position++) {
                int arc = order.arc(position);
                int inlet = order.inlet(arc);
                long part = Math.min(Math.min(left[offer], sketch.room(inlet)), sketch.most(offer, arc));
                if (part > 0 && part >= sketch.least(inlet) && gain(costs, outlet, arc) > 0) {
                    sketch.take(offer, arc, inlet, part);
                    allocation.add(offer, arc, part);
                    left[offer] -= part;
                }
            }
        }
    }

    private Preferences preferences(ArcCosts costs) {
        Preferences known = cheapest;
        if (known == null || priced != costs) {
            double[] key = new double[arcs.size()];
            Arrays.setAll(key, arc -> (double) costs.matched(arc));
            known = Preferences.of(arcs, outlets, key);
            cheapest = known;
            priced = costs;
        }
        return known;
    }

    /** What is gained over matching nothing, in the unit of {@link #gain(ArcCosts, int, int)} times grams. */
    private static BigInteger gain(Allocation allocation, Round round, ArcCosts costs) {
        BigInteger sum = BigInteger.ZERO;
        for (int part = 0; part < allocation.size(); part++) {
            long gain = gain(costs, round.outlet(allocation.offer(part)), allocation.arc(part));
            sum = sum.add(BigInteger.valueOf(gain).multiply(BigInteger.valueOf(allocation.grams(part))));
        }
        return sum;
    }

    /** What is gained along an arc: twice the difference of costs, and 1 more, so that where they tie mass is matched. */
    static long gain(ArcCosts costs, int outlet, int arc) {
        return 2 * (costs.unmatched(outlet) - costs.matched(arc)) + 1;
    }
}
