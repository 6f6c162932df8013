package org.circlab.exchange;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes whole grams of what a linear programme says of a blended round, and no journeys that are not worth it: mass is only ever
 * taken away, until offers, room, limits of mixes and the least parts of inlets are kept.
 */
final class Trimming {

    /** Excess of a mix that is none, for each gram. */
    private static final double NEGLIGIBLE = 1e-12;

    /** Part of a gram that is due to the rounding of sums. */
    private static final double HAIR = 1e-6;

    /** After so many times that a cut for one limit broke another, cuts become larger each time. */
    private static final int PATIENCE = 100;

    private final BlendedRound blended;
    private final Round round;
    private final List<BlendedRound.Way> ways;
    private final long[] grams;
    private final BitSet dropped = new BitSet();

    Trimming(BlendedRound blended, Round round, double[] solved) {
        this.blended = blended;
        this.round = round;
        this.ways = List.copyOf(blended.ways());
        this.grams = new long[solved.length];
        for (int way = 0; way < grams.length; way++) {
            grams[way] =
                    Math.max(0, Math.min(Math.round(solved[way]), ways.get(way).most()));
            dropped.set(way, grams[way] > 0);
        }
        trim();
        dropped.stream().filter(way -> grams[way] > 0).forEach(dropped::clear);
    }

    private void trim() {
        keepOffersAndRoom();
        boolean isKept = false;
        for (int pass = 0; !isKept; pass++) {
            isKept = !dropsPoorJourneys();
            for (BlendedRound.Limit limit : blended.limits()) {
                isKept &= !cuts(limit, 1L << Math.max(0, Math.min(pass - PATIENCE, 60)));
            }
        }
    }

    /** The ways that there were. */
    List<BlendedRound.Way> ways() {
        return ways;
    }

    /** Whole grams on a way. */
    long grams(int way) {
        return grams[way];
    }

    /** The ways of which nothing is left of what the programme said. */
    BitSet dropped() {
        return dropped;
    }

    /** What is gained, in the unit of {@link BlendedRound.Way#gain()} times grams. */
    double gain() {
        double gain = 0;
        for (int way = 0; way < grams.length; way++) {
            gain += (double) ways.get(way).gain() * grams[way];
        }
        return gain;
    }

    private void keepOffersAndRoom() {
        long[] left =
                blended.sources().stream().mapToLong(BlendedRound.Source::grams).toArray();
        long[] room =
                new long[ways.stream().mapToInt(BlendedRound.Way::inlet).max().orElse(-1) + 1];
        ways.forEach(way -> room[way.inlet()] = blended.room(way.inlet()));
        for (int number = 0; number < grams.length; number++) {
            BlendedRound.Way way = ways.get(number);
            grams[number] = Math.min(grams[number], Math.min(left[way.source()], room[way.inlet()]));
            left[way.source()] -= grams[number];
            room[way.inlet()] -= grams[number];
        }
    }

    private boolean dropsPoorJourneys() {
        boolean drops = false;
        for (int number = 0; number < grams.length; number++) {
            BlendedRound.Way way = ways.get(number);
            boolean isAll = grams[number] == blended.sources().get(way.source()).grams();
            if (grams[number] > 0 && grams[number] < round.least(way.inlet()) && !isAll) {
                grams[number] = 0;
                drops = true;
            }
        }
        return drops;
    }

    /** Takes away what is beyond a limit that the mix breaks, first what bears least of others, at least so many grams. */
    private boolean cuts(BlendedRound.Limit limit, long leastGrams) {
        int[] places = IntStream.range(0, grams.length)
                .filter(way -> grams[way] > 0 && ways.get(way).inlet() == limit.inlet())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer way) -> -leastExcess(ways.get(way)))
                        .thenComparingDouble(way -> -blended.excess(ways.get(way), limit)))
                .mapToInt(Integer::intValue)
                .toArray();
        double over = over(limit, places);
        boolean cuts = false;
        for (int i = 0; over > 0 && i < places.length; i++) {
            double excess = blended.excess(ways.get(places[i]), limit);
            if (excess > 0) {
                long cut = Math.min(grams[places[i]], Math.max(leastGrams, (long) Math.ceil(over / excess - HAIR)));
                grams[places[i]] -= cut;
                over = over(limit, places);
                cuts = true;
            }
        }
        return cuts;
    }

    /** Below 0 where others are beyond a limit at the cost of what goes this way. */
    private double leastExcess(BlendedRound.Way way) {
        return blended.limits().stream()
                .filter(limit -> limit.inlet() == way.inlet())
                .mapToDouble(limit -> blended.excess(way, limit))
                .min()
                .orElse(0);
    }

    private double over(BlendedRound.Limit limit, int[] places) {
        double sum = -limit.slack();
        double mass = 0;
        for (int place : places) {
            sum += blended.excess(ways.get(place), limit) * grams[place];
            mass += grams[place];
        }
        return sum <= NEGLIGIBLE * mass ? 0 : sum;
    }
}
