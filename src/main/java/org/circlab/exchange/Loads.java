package org.circlab.exchange;

import java.math.BigInteger;
import java.util.Arrays;
import org.circlab.network.Arcs;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a better answer to a round where part of the optimal flow is not worth its journey: by serving lot after lot, the
 * cheapest way first, and where the round is small by a {@link LoadSearch}. So what an optimal round decides costs no more than
 * what the cheapest way decides, and where the search ends, no more than any other rule but for a ten-thousandth of what is gained.
 *
 * <p>That is so without an outlook and where no inlet of the lab blends; {@link OptimalRule} asks it for no others.
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
        LoadSearch search = new LoadSearch(arcs, round, costs, inlets, new NetworkSimplex());
        if (search.gainsMoreThan(gain(allocation, round, costs))) {
            search.tell(allocation);
            fill(round, costs, allocation);
        }
    }

    /**
     * What is left of an offer goes where it gains and is worth its journey, be it with what goes there already; a search that was
     * cut short has not seen that.
     */
    private void fill(Round round, ArcCosts costs, Allocation allocation) {
        Allocation found = new Allocation();
        found.become(allocation);
        allocation.clear();
        Round sketch = round.sketch();
        for (int part = 0; part < found.size(); part++) {
            int arc = found.arc(part);
            sketch.take(found.offer(part), arc, arcs.inlet(arc), found.grams(part));
        }
        long[] sent = new long[arcs.size()];
        int part = 0;
        for (int offer = 0; offer < round.size(); offer++) {
            for (; part < found.size() && found.offer(part) == offer; part++) {
                sent[found.arc(part)] = found.grams(part);
            }
            fill(offer, sent, costs, sketch);
            int outlet = round.outlet(offer);
            for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
                if (sent[arc] > 0) {
                    allocation.add(offer, arc, sent[arc]);
                    sent[arc] = 0;
                }
            }
        }
    }

    /** Adds what is left of an offer to what it has sent by arc, the cheapest way first. */
    private void fill(int offer, long[] sent, ArcCosts costs, Round sketch) {
        int outlet = sketch.outlet(offer);
        long left = sketch.grams(offer)
                - Arrays.stream(sent, arcs.first(outlet), arcs.first(outlet + 1))
                        .sum();
        Preferences order = preferences(costs);
        for (int position = order.first(outlet); position < order.end(outlet); position++) {
            int arc = order.arc(position);
            int inlet = order.inlet(arc);
            long more = Math.min(Math.min(left, sketch.room(inlet)), sketch.most(offer, arc) - sent[arc]);
            if (more > 0 && sent[arc] + more >= sketch.least(inlet) && gain(costs, outlet, arc) > 0) {
                sketch.take(offer, arc, inlet, more);
                sent[arc] += more;
                left -= more;
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
