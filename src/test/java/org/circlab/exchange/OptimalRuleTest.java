package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.circlab.network.Arcs;
import org.circlab.network.ExchangeNetwork;
import org.junit.jupiter.api.Test;

/** The optimal rule against all that could be done, against the other rules, and by the laws of an optimum. */
class OptimalRuleTest {

    private static Arcs complete(int donors, int mills) {
        return ExchangeNetwork.of(CompleteLab.of(donors, mills)).exchange();
    }

    /** A round that can be had again and again. */
    private static final class Case {
        private final int donors;
        private final int mills;
        private final long[] room;
        private final int[] outlets;
        private final long[] grams;
        private final long[] matched;
        private final long[] unmatched;

        Case(int donors, int mills, long[] room, int[] outlets, long[] grams, long[] matched, long[] unmatched) {
            this.donors = donors;
            this.mills = mills;
            this.room = room;
            this.outlets = outlets;
            this.grams = grams;
            this.matched = matched;
            this.unmatched = unmatched;
        }

        static Case random(Random random, int mostDonors, int mostMills, int mostGrams) {
            int donors = 1 + random.nextInt(mostDonors);
            int mills = 1 + random.nextInt(mostMills);
            int offers = random.nextInt(2 * donors + 1);
            return new Case(
                    donors,
                    mills,
                    random.longs(mills, 0, mostGrams + 1).toArray(),
                    random.ints(offers, 0, donors).toArray(),
                    random.longs(offers, 1, mostGrams + 1).toArray(),
                    random.longs((long) donors * mills, -8, 20).toArray(),
                    random.longs(donors, 0, 15).toArray());
        }

        Round round() {
            Round round = new Round(room.clone(), new long[mills]);
            for (int offer = 0; offer < outlets.length; offer++) {
                round.offer(outlets[offer], grams[offer], false);
            }
            return round;
        }

        ArcCosts costs() {
            return new ArcCosts(matched, unmatched);
        }

        OptimalRule rule() {
            return new OptimalRule(complete(donors, mills), donors, mills, costs(), Outlook.NONE);
        }

        Allocation solved(AllocationRule rule) {
            Allocation allocation = new Allocation();
            rule.allocate(round(), allocation);
            requireSound(allocation);
            return allocation;
        }

        void requireSound(Allocation allocation) {
            long[] given = new long[grams.length];
            long[] taken = new long[mills];
            for (int part = 0; part < allocation.size(); part++) {
                assertThat(allocation.grams(part)).isPositive();
                given[allocation.offer(part)] += allocation.grams(part);
                taken[allocation.arc(part) % mills] += allocation.grams(part);
                assertThat(allocation.arc(part) / mills).isEqualTo(outlets[allocation.offer(part)]);
            }
            for (int offer = 0; offer < given.length; offer++) {
                assertThat(given[offer]).isLessThanOrEqualTo(grams[offer]);
            }
            for (int mill = 0; mill < mills; mill++) {
                assertThat(taken[mill]).isLessThanOrEqualTo(room[mill]);
            }
        }

        long cost(Allocation allocation) {
            long cost = 0;
            for (int offer = 0; offer < grams.length; offer++) {
                cost += grams[offer] * unmatched[outlets[offer]];
            }
            for (int part = 0; part < allocation.size(); part++) {
                long gain = matched[allocation.arc(part)] - unmatched[outlets[allocation.offer(part)]];
                cost += allocation.grams(part) * gain;
            }
            return cost;
        }

        long matchedGrams(Allocation allocation) {
            long sum = 0;
            for (int part = 0; part < allocation.size(); part++) {
                sum += allocation.grams(part);
            }
            return sum;
        }
    }

    /** The least cost of all that can be done with the first grams of all offers, gram by gram. */
    private static final class Exhaustive {
        private final Case round;
        private final Map<String, Long> known = new HashMap<>();

        Exhaustive(Case round) {
            this.round = round;
        }

        long least(int offer, long gram, long[] room) {
            if (offer == round.grams.length) {
                return 0;
            }
            if (gram == round.grams[offer]) {
                return least(offer + 1, 0, room);
            }
            String state = offer + "/" + gram + Arrays.toString(room);
            Long found = known.get(state);
            if (found != null) {
                return found;
            }
            int donor = round.outlets[offer];
            long best = round.unmatched[donor] + least(offer, gram + 1, room);
            for (int mill = 0; mill < round.mills; mill++) {
                if (room[mill] > 0) {
                    room[mill]--;
                    long cost = round.matched[donor * round.mills + mill] + least(offer, gram + 1, room);
                    best = Math.min(best, cost);
                    room[mill]++;
                }
            }
            known.put(state, best);
            return best;
        }
    }

    @Test
    void nothingThatCouldBeDoneCostsLess() {
        for (int seed = 0; seed < 400; seed++) {
            Case round = Case.random(new Random(seed), 3, 3, 4);
            long least = new Exhaustive(round).least(0, 0, round.room.clone());
            assertThat(round.cost(round.solved(round.rule())))
                    .as("seed %d", seed)
                    .isEqualTo(least);
        }
    }

    @Test
    void noOtherRuleCostsLessOnTheSameRound() {
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            Case round = Case.random(random, 8, 8, 60);
            long best = round.cost(round.solved(round.rule()));
            Arcs arcs = complete(round.donors, round.mills);
            double[] byCost = Arrays.stream(round.matched).asDoubleStream().toArray();
            double[] byChance = random.doubles(byCost.length).toArray();
            double[] limits = Arrays.stream(round.unmatched).asDoubleStream().toArray();
            double[] none = new double[round.donors];
            Arrays.fill(none, Double.POSITIVE_INFINITY);
            for (AllocationRule other : new AllocationRule[] {
                new GreedyRule(Preferences.of(arcs, round.donors, byCost), limits),
                new GreedyRule(Preferences.of(arcs, round.donors, byCost), none),
                new GreedyRule(Preferences.of(arcs, round.donors, byChance), none),
                (any, allocation) -> allocation.clear()
            }) {
                assertThat(best).as("seed %d", seed).isLessThanOrEqualTo(round.cost(round.solved(other)));
            }
        }
    }

    @Test
    void aDearerKilometreNeverMakesForMoreTonneKilometres() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Case round = Case.random(random, 8, 8, 60);
            long[] kilometres = random.longs(round.matched.length, 0, 50).toArray();
            long[] toTheTip = random.longs(round.donors, 0, 50).toArray();
            long before = Long.MAX_VALUE;
            for (int price = 0; price < 8; price++) {
                long perKilometre = price;
                long[] matched = round.matched.clone();
                Arrays.setAll(matched, arc -> matched[arc] * 5 + perKilometre * kilometres[arc]);
                long[] unmatched = round.unmatched.clone();
                Arrays.setAll(unmatched, donor -> unmatched[donor] * 5 + perKilometre * toTheTip[donor]);
                Case priced =
                        new Case(round.donors, round.mills, round.room, round.outlets, round.grams, matched, unmatched);
                long travelled = tonneKilometres(priced, priced.solved(priced.rule()), kilometres, toTheTip);
                assertThat(travelled).as("seed %d, price %d", seed, price).isLessThanOrEqualTo(before);
                before = travelled;
            }
        }
    }

    private static long tonneKilometres(Case round, Allocation allocation, long[] kilometres, long[] toTheTip) {
        long sum = 0;
        for (int offer = 0; offer < round.grams.length; offer++) {
            sum += round.grams[offer] * toTheTip[round.outlets[offer]];
        }
        for (int part = 0; part < allocation.size(); part++) {
            long further = kilometres[allocation.arc(part)] - toTheTip[round.outlets[allocation.offer(part)]];
            sum += allocation.grams(part) * further;
        }
        return sum;
    }

    @Test
    void whereCostsTieAsMuchAsPossibleIsMatched() {
        Case round =
                new Case(1, 2, new long[] {3, 4}, new int[] {0}, new long[] {9}, new long[] {5, 5}, new long[] {5});
        assertThat(round.matchedGrams(round.solved(round.rule()))).isEqualTo(7);
    }

    /** One rule through many rounds, small and large, at changing costs, does what a new one does in each. */
    @Test
    void roundsBeforeDoNotMatter() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Case first = Case.random(random, 9, 9, 60);
            OptimalRule rule = first.rule();
            for (int step = 0; step < 12; step++) {
                int offers = step % 3 == 0 ? 1 : random.nextInt(2 * first.donors + 1);
                Case round = new Case(
                        first.donors,
                        first.mills,
                        random.longs(first.mills, 0, 90).toArray(),
                        random.ints(offers, 0, first.donors).toArray(),
                        random.longs(offers, 1, 60).toArray(),
                        random.longs(first.matched.length, -8, 20).toArray(),
                        random.longs(first.donors, 0, 15).toArray());
                rule.reprice(round.costs());
                assertThat(round.cost(round.solved(rule)))
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(round.cost(round.solved(round.rule())));
            }
        }
    }

    @Test
    void anArcThatIsClosedToAnOfferIsNotUsedByItAndTheRestIsStillBest() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Case round = Case.random(random, 4, 4, 30);
            boolean[] closed = new boolean[round.grams.length * round.matched.length];
            for (int i = 0; i < closed.length; i++) {
                closed[i] = random.nextInt(3) == 0;
            }
            Round gated = round.round();
            Map<String, Long> told = new HashMap<>();
            gated.gate(new Round.Admission() {
                @Override
                public long mostGrams(int offer, int arc) {
                    return closed[offer * round.matched.length + arc] ? 0 : Long.MAX_VALUE;
                }

                @Override
                public void taken(int offer, int arc, long takenGrams) {
                    told.merge(offer + "/" + arc, takenGrams, Long::sum);
                }
            });
            Allocation allocation = new Allocation();
            round.rule().allocate(gated, allocation);
            round.requireSound(allocation);
            for (int part = 0; part < allocation.size(); part++) {
                assertThat(closed[allocation.offer(part) * round.matched.length + allocation.arc(part)])
                        .isFalse();
                told.merge(allocation.offer(part) + "/" + allocation.arc(part), -allocation.grams(part), Long::sum);
            }
            assertThat(told.values()).as("what was told is what was given").allMatch(grams -> grams == 0);
            assertThat(round.cost(allocation)).as("seed %d", seed).isEqualTo(leastOfGated(round, closed));
        }
    }

    /** The same round where every offer is a donor of its own and closed arcs cost more than anything. */
    private static long leastOfGated(Case round, boolean[] closed) {
        int offers = round.grams.length;
        if (offers == 0) {
            return 0;
        }
        long[] matched = new long[offers * round.mills];
        long[] unmatched = new long[offers];
        int[] outlets = new int[offers];
        for (int offer = 0; offer < offers; offer++) {
            outlets[offer] = offer;
            unmatched[offer] = round.unmatched[round.outlets[offer]];
            for (int mill = 0; mill < round.mills; mill++) {
                int arc = round.outlets[offer] * round.mills + mill;
                boolean shut = closed[offer * round.matched.length + arc];
                matched[offer * round.mills + mill] = shut ? 1_000_000 : round.matched[arc];
            }
        }
        Case each = new Case(offers, round.mills, round.room, outlets, round.grams, matched, unmatched);
        return each.cost(each.solved(each.rule()));
    }

    @Test
    void whatIsNotWorthAJourneyStaysUnlessItIsAllThereIsOrTheLastOfALot() {
        ArcCosts costs = new ArcCosts(new long[] {1, 2, 1, 2}, new long[] {9, 9});
        OptimalRule rule = new OptimalRule(complete(2, 2), 2, 2, costs, Outlook.NONE);
        Round round = new Round(new long[] {95, 9}, new long[] {10, 10});
        round.offer(0, 105, false);
        Allocation allocation = new Allocation();
        rule.allocate(round, allocation);
        assertThat(allocation.size())
                .as("9 of 105 for the second mill are no load")
                .isEqualTo(1);
        assertThat(allocation.grams(0)).isEqualTo(95);
        Round fitting = new Round(new long[] {95, 9}, new long[] {10, 10});
        fitting.offer(0, 104, false);
        rule.allocate(fitting, allocation);
        assertThat(allocation.grams(1))
                .as("the last 9 of 104 have to go somewhere")
                .isEqualTo(9);
        Round light = new Round(new long[] {0, 9}, new long[] {10, 10});
        light.offer(1, 7, false);
        rule.allocate(light, allocation);
        assertThat(allocation.grams(0)).isEqualTo(7);
    }

    @Test
    void partsThatAreNoLoadGoTogetherWhereThereIsRoom() {
        ArcCosts costs = new ArcCosts(new long[] {1, 2}, new long[] {9});
        OptimalRule rule = new OptimalRule(complete(1, 2), 1, 2, costs, Outlook.NONE);
        Round round = new Round(new long[] {2, 50}, new long[] {10, 13});
        round.offer(0, 12, false);
        Allocation allocation = new Allocation();
        rule.allocate(round, allocation);
        assertThat(allocation.size()).as("2 and 10 are no loads, 12 are all").isEqualTo(1);
        assertThat(allocation.arc(0)).isEqualTo(1);
        assertThat(allocation.grams(0)).isEqualTo(12);
    }

    /** Nothing goes that is not worth its journey, and nothing stays that would gain by one for which there is room. */
    @Test
    void whatStaysHasNoJourneyThatIsWorthIt() {
        Random random = new Random(7);
        int sent = 0;
        for (int run = 0; run < 3000; run++) {
            Case round = Case.random(random, 4, 4, 40);
            long[] least = random.longs(round.mills, 1, 30).toArray();
            Round made = new Round(round.room.clone(), least);
            for (int offer = 0; offer < round.outlets.length; offer++) {
                made.offer(round.outlets[offer], round.grams[offer], false);
            }
            Allocation allocation = new Allocation();
            round.rule().allocate(made, allocation);
            long[] flows = new long[round.donors * round.mills];
            long[] left = round.grams.clone();
            for (int part = 0; part < allocation.size(); part++) {
                flows[allocation.arc(part)] += allocation.grams(part);
                left[allocation.offer(part)] -= allocation.grams(part);
                sent++;
            }
            int[] light = new int[left.length];
            for (int part = 0; part < allocation.size(); part++) {
                long lightest = least[allocation.arc(part) % round.mills];
                if (flows[allocation.arc(part)] < lightest && allocation.grams(part) < lightest) {
                    light[allocation.offer(part)]++;
                }
            }
            for (int offer = 0; offer < left.length; offer++) {
                assertThat(light[offer])
                        .as("run %d, offer %d", run, offer)
                        .isLessThanOrEqualTo(left[offer] == 0 ? 1 : 0);
                for (int mill = 0; mill < round.mills; mill++) {
                    long more = Math.min(left[offer], made.room(mill));
                    int donor = round.outlets[offer];
                    if (more > 0 && round.matched[donor * round.mills + mill] <= round.unmatched[donor]) {
                        assertThat(more)
                                .as("run %d: more of offer %d for mill %d", run, offer, mill)
                                .isLessThan(least[mill]);
                    }
                }
            }
        }
        assertThat(sent).isGreaterThan(3000);
    }

    @Test
    void whatMayNotBeDividedIsRefused() {
        OptimalRule rule =
                new OptimalRule(complete(1, 1), 1, 1, new ArcCosts(new long[] {1}, new long[] {9}), Outlook.NONE);
        Round round = new Round(new long[] {95}, new long[] {10});
        round.offer(0, 100, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.allocate(round, new Allocation()))
                .withMessageContaining("may not be divided");
    }

    /** What the tests of looking ahead expect: donors that will offer, stores and room that will be freed. */
    private static final class Told implements Outlook {
        private final int rounds;
        private final long[] offered;
        private final long kept;
        private final long freed;
        private final long saved;

        Told(int rounds, long[] offered, long kept, long freed, long saved) {
            this.rounds = rounds;
            this.offered = offered;
            this.kept = kept;
            this.freed = freed;
            this.saved = saved;
        }

        @Override
        public int rounds() {
            return rounds;
        }

        @Override
        public long offeredGrams(int outlet, int ahead) {
            return offered[outlet];
        }

        @Override
        public boolean mayGo(int outlet, int inlet) {
            return true;
        }

        @Override
        public long keptGrams(int outlet) {
            return kept;
        }

        @Override
        public long freedGrams(int inlet, int ahead) {
            return freed;
        }

        @Override
        public long savedGrams(int inlet) {
            return saved;
        }
    }

    /** Donor 0 has 10 g now and gains 1 by the mill; donor 1 will have 10 g and gain 8; the mill has room for 10. */
    private static long matchedNow(Outlook outlook) {
        ArcCosts costs = new ArcCosts(new long[] {4, 1}, new long[] {5, 9});
        OptimalRule rule = new OptimalRule(complete(2, 1), 2, 1, costs, outlook);
        Round round = new Round(new long[] {10}, new long[1]);
        round.offer(0, 10, false);
        Allocation allocation = new Allocation();
        rule.allocate(round, allocation);
        long sum = 0;
        for (int part = 0; part < allocation.size(); part++) {
            sum += allocation.grams(part);
        }
        return sum;
    }

    @Test
    void roomIsSavedForWhatIsExpectedAndGainsMore() {
        assertThat(matchedNow(Outlook.NONE)).isEqualTo(10);
        assertThat(matchedNow(new Told(1, new long[] {0, 10}, 0, 0, 10)))
                .as("room that is not taken now can be taken by the better offer")
                .isZero();
        assertThat(matchedNow(new Told(1, new long[] {0, 6}, 0, 0, 10)))
                .as("only as much as is expected")
                .isEqualTo(4);
        assertThat(matchedNow(new Told(1, new long[] {0, 10}, 0, 0, 0)))
                .as("room cannot be saved")
                .isEqualTo(10);
        assertThat(matchedNow(new Told(1, new long[] {0, 10}, 0, 10, 10)))
                .as("room for both will be freed")
                .isEqualTo(10);
    }

    @Test
    void whatCanBeKeptMakesWayForWhatCannot() {
        ArcCosts costs = new ArcCosts(new long[] {4, 4}, new long[] {5, 9});
        Round round = new Round(new long[] {10}, new long[1]);
        round.offer(0, 10, false);
        round.offer(1, 10, false);
        Allocation allocation = new Allocation();
        new OptimalRule(complete(2, 1), 2, 1, costs, new Told(1, new long[] {0, 0}, 0, 0, 0))
                .allocate(round, allocation);
        assertThat(allocation.offer(0)).as("nothing can be kept").isEqualTo(1);
        assertThat(allocation.size()).isEqualTo(1);
        Round again = new Round(new long[] {10}, new long[1]);
        again.offer(0, 10, false);
        Told full = new Told(1, new long[] {0, 10}, 10, 10, 0);
        new OptimalRule(complete(2, 1), 2, 1, costs, full).allocate(again, allocation);
        assertThat(allocation.grams(0))
                .as("sooner where nothing is gained by waiting")
                .isEqualTo(10);
    }

    /** All could be kept, and room enough will be there again: what gains as much later goes now. */
    @Test
    void nothingWaitsThatGainsNothingByIt() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int donors = 1 + random.nextInt(4);
            int mills = 1 + random.nextInt(3);
            long[] matched = random.longs((long) donors * mills, 0, 5).toArray();
            long[] unmatched = random.longs(donors, 5, 9).toArray();
            Told plenty = new Told(1 + random.nextInt(3), new long[donors], 1000, 1000, 0);
            Round round = new Round(random.longs(mills, 100, 200).toArray(), new long[mills]);
            long offered = 0;
            for (int donor = 0; donor < donors; donor++) {
                long grams = random.nextLong(1, 21);
                round.offer(donor, grams, false);
                offered += grams;
            }
            Allocation allocation = new Allocation();
            new OptimalRule(complete(donors, mills), donors, mills, new ArcCosts(matched, unmatched), plenty)
                    .allocate(round, allocation);
            long now = 0;
            for (int part = 0; part < allocation.size(); part++) {
                now += allocation.grams(part);
            }
            assertThat(now).as("seed %d", seed).isEqualTo(offered);
        }
    }
}
