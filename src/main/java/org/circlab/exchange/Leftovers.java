package org.circlab.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.circlab.network.Arcs;

/**
 * What an optimal round would have sent in parts that are not worth a journey, and the room that is left by them: what is left of
 * each source is put together and goes where it is worth a journey, or is all that the source offers, and where it gains by that.
 * Those that gain most go first; ties by source and arc.
 */
final class Leftovers {

    /** What is left of a source, and the offer at which it begins. */
    private record Left(OfferChain chain, int outlet, long supplyGrams, long leftGrams) {}

    private record Way(int place, int arc, long gain) {}

    private static final Comparator<Way> GAINFUL = Comparator.comparingLong(Way::gain)
            .reversed()
            .thenComparingInt(Way::place)
            .thenComparingInt(Way::arc);

    private final Arcs arcs;
    private final List<Left> lefts = new ArrayList<>();
    private boolean refused;

    Leftovers(Arcs arcs) {
        this.arcs = arcs;
    }

    /**
     * Takes note of a source.
     *
     * @param chain stands where the rest of the source begins
     * @param refusedGrams what was not sent since it is not worth its journey
     * @param leftGrams what may be sent elsewhere
     */
    void add(OfferChain chain, int outlet, long supplyGrams, long refusedGrams, long leftGrams) {
        refused |= refusedGrams > 0;
        if (leftGrams > 0) {
            lefts.add(new Left(chain, outlet, supplyGrams, leftGrams));
        }
    }

    /** Sends what can be sent after all, and forgets the rest; true if anything was not sent since it was not worth its journey. */
    boolean send(ArcCosts costs, Round round, Allocation allocation) {
        boolean anyRefused = refused;
        if (refused) {
            send(ways(costs, round), round, allocation);
        }
        refused = false;
        lefts.clear();
        return anyRefused;
    }

    private List<Way> ways(ArcCosts costs, Round round) {
        List<Way> ways = new ArrayList<>();
        for (int place = 0; place < lefts.size(); place++) {
            int outlet = lefts.get(place).outlet();
            for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
                long gain = costs.unmatched(outlet) - costs.matched(arc);
                if (gain >= 0 && round.room(arcs.inlet(arc)) > 0) {
                    ways.add(new Way(place, arc, gain));
                }
            }
        }
        ways.sort(GAINFUL);
        return ways;
    }

    private void send(List<Way> ways, Round round, Allocation allocation) {
        long[] leftGrams = lefts.stream().mapToLong(Left::leftGrams).toArray();
        for (Way way : ways) {
            leftGrams[way.place()] -=
                    sent(lefts.get(way.place()), leftGrams[way.place()], way.arc(), round, allocation);
        }
    }

    private long sent(Left left, long leftGrams, int arc, Round round, Allocation allocation) {
        if (leftGrams == 0) {
            return 0;
        }
        int inlet = arcs.inlet(arc);
        long part = Math.min(leftGrams, round.room(inlet));
        part = Math.min(part, round.most(left.chain().offer(), arc));
        if (part <= 0 || (part != left.supplyGrams() && part < round.least(inlet))) {
            return 0;
        }
        left.chain().draw(part, arc, inlet, round, allocation);
        return part;
    }
}
