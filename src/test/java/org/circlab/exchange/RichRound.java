package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.circlab.network.Arcs;
import org.circlab.network.ExchangeNetwork;

/**
 * A round as labs have them, that can be had again and again: donors of several lots, mills that take them all and whose room is
 * partly taken by contracts, lots that may not go everywhere, tips of which each donor uses the cheapest, and haulage by distance.
 * Amounts in grams, costs in whole units a gram.
 */
final class RichRound {

    final int donors;
    final int mills;
    final int tips;
    final long[] room;
    final long[] least;
    final int[] outlets;
    final long[] grams;
    /** By offer and mill. */
    final boolean[] closed;
    /** By donor and mill, and donor and tip. */
    final long[] kilometres;

    final long[] kilometresToTip;
    final long[] gain;
    final long[] tipFee;
    final int[] rank;

    private RichRound(Random random, long mostLeast) {
        this.donors = 1 + random.nextInt(7);
        this.mills = 1 + random.nextInt(6);
        this.tips = 1 + random.nextInt(3);
        int offers = 1 + random.nextInt(3 * donors);
        this.outlets = random.ints(offers, 0, donors).toArray();
        this.grams = random.longs(offers, 1, 60).toArray();
        long[] size = random.longs(mills, 1, 120).toArray();
        this.room = Arrays.stream(size)
                .map(all -> random.nextInt(3) == 0 ? all - random.nextInt((int) all + 1) : all)
                .toArray();
        this.least = LongStream.of(size)
                .map(all -> mostLeast == 0 ? 0 : 1 + random.nextLong(mostLeast))
                .toArray();
        this.closed = new boolean[offers * mills];
        IntStream.range(0, closed.length).forEach(i -> closed[i] = random.nextInt(4) == 0);
        this.kilometres = random.longs((long) donors * mills, 0, 60).toArray();
        this.kilometresToTip = random.longs((long) donors * tips, 0, 60).toArray();
        this.gain = random.longs((long) donors * mills, -40, 90).toArray();
        this.tipFee = random.longs(tips, 0, 60).toArray();
        this.rank = random.ints(mills, 0, 4).toArray();
    }

    /** Whatever is sent is worth its journey. */
    static RichRound of(long seed) {
        return new RichRound(new Random(seed), 0);
    }

    /** Less than up to so many grams is worth no journey, by mill. */
    static RichRound withLoads(long seed, long mostLeast) {
        return new RichRound(new Random(seed), mostLeast);
    }

    Arcs arcs() {
        return ExchangeNetwork.of(CompleteLab.of(donors, mills)).exchange();
    }

    long matched(int arc, long perKilometre) {
        return perKilometre * kilometres[arc] - 2 * gain[arc];
    }

    /** The tip that is cheapest for a donor; the first of several. */
    private int tip(int donor, long perKilometre) {
        int best = 0;
        for (int tip = 1; tip < tips; tip++) {
            best = atTip(donor, tip, perKilometre) < atTip(donor, best, perKilometre) ? tip : best;
        }
        return best;
    }

    private long atTip(int donor, int tip, long perKilometre) {
        return perKilometre * kilometresToTip[donor * tips + tip] + 2 * tipFee[tip];
    }

    long unmatched(int donor, long perKilometre) {
        return atTip(donor, tip(donor, perKilometre), perKilometre);
    }

    ArcCosts costs(long perKilometre) {
        long[] matched = new long[donors * mills];
        Arrays.setAll(matched, arc -> matched(arc, perKilometre));
        long[] unmatched = new long[donors];
        Arrays.setAll(unmatched, donor -> unmatched(donor, perKilometre));
        return new ArcCosts(matched, unmatched);
    }

    OptimalRule optimal(long perKilometre) {
        return new OptimalRule(arcs(), donors, mills, costs(perKilometre), Outlook.NONE);
    }

    /** A greedy rule by a key, which takes nobody whose key is above the limit of the donor. */
    GreedyRule greedy(double[] key, double[] limits) {
        return new GreedyRule(Preferences.of(arcs(), donors, key), limits);
    }

    /** By offer and mill what goes there; nobody gives more than there is, gets more than there is room for, or a light load. */
    long[] flows(AllocationRule rule) {
        Round round = new Round(room.clone(), least);
        for (int offer = 0; offer < outlets.length; offer++) {
            round.offer(outlets[offer], grams[offer], false);
        }
        round.gate(new Round.Admission() {
            @Override
            public long mostGrams(int offer, int arc) {
                return closed[offer * mills + arc % mills] ? 0 : Long.MAX_VALUE;
            }

            @Override
            public void taken(int offer, int arc, long takenGrams) {
                assertThat(closed[offer * mills + arc % mills]).isFalse();
            }
        });
        Allocation allocation = new Allocation();
        rule.allocate(round, allocation);
        long[] flows = new long[outlets.length * mills];
        for (int part = 0; part < allocation.size(); part++) {
            int offer = allocation.offer(part);
            assertThat(allocation.arc(part) / mills).isEqualTo(outlets[offer]);
            flows[offer * mills + allocation.arc(part) % mills] += allocation.grams(part);
        }
        requireSound(flows);
        return flows;
    }

    private void requireSound(long[] flows) {
        for (int offer = 0; offer < outlets.length; offer++) {
            assertThat(given(flows, offer)).isLessThanOrEqualTo(grams[offer]);
            assertThat(light(flows, offer))
                    .as("parts of offer %d that are not worth a journey", offer)
                    .isLessThanOrEqualTo(given(flows, offer) == grams[offer] ? 1 : 0);
        }
        for (int mill = 0; mill < mills; mill++) {
            long taken = 0;
            for (int offer = 0; offer < outlets.length; offer++) {
                assertThat(flows[offer * mills + mill]).isNotNegative();
                assertThat(closed[offer * mills + mill] && flows[offer * mills + mill] > 0)
                        .isFalse();
                taken += flows[offer * mills + mill];
            }
            assertThat(taken).isLessThanOrEqualTo(room[mill]);
        }
    }

    /** How many parts are lighter than is worth a journey; the last part of an offer that is used up may be. */
    private long light(long[] flows, int offer) {
        return IntStream.range(0, mills)
                .mapToLong(mill -> flows[offer * mills + mill] - (flows[offer * mills + mill] == 0 ? 0 : least[mill]))
                .filter(excess -> excess < 0)
                .count();
    }

    private long given(long[] flows, int offer) {
        return Arrays.stream(flows, offer * mills, (offer + 1) * mills).sum();
    }

    /** What the round costs, what nobody takes included. */
    long cost(long[] flows, long perKilometre) {
        long cost = 0;
        for (int offer = 0; offer < outlets.length; offer++) {
            int donor = outlets[offer];
            cost += (grams[offer] - given(flows, offer)) * unmatched(donor, perKilometre);
            for (int mill = 0; mill < mills; mill++) {
                cost += flows[offer * mills + mill] * matched(donor * mills + mill, perKilometre);
            }
        }
        return cost;
    }

    /** Grams times kilometres, those to the tip included. */
    long travelled(long[] flows, long perKilometre) {
        long sum = 0;
        for (int offer = 0; offer < outlets.length; offer++) {
            int donor = outlets[offer];
            long toTip = kilometresToTip[donor * tips + tip(donor, perKilometre)];
            sum += (grams[offer] - given(flows, offer)) * toTip;
            for (int mill = 0; mill < mills; mill++) {
                sum += flows[offer * mills + mill] * kilometres[donor * mills + mill];
            }
        }
        return sum;
    }

    long matchedGrams(long[] flows) {
        return Arrays.stream(flows).sum();
    }
}
