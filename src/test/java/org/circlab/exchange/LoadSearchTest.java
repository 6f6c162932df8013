package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.circlab.network.Arcs;
import org.circlab.network.ExchangeNetwork;
import org.junit.jupiter.api.Test;

/** The search among rounds without light loads against all that could be done, and where it gives up. */
class LoadSearchTest {

    /** Donors of one lot each or more, all connected with all mills. */
    private static final class Case {
        private final Arcs arcs;
        private final int mills;
        private final Round round;
        private final long[] room;
        private final long[] least;
        private final ArcCosts costs;

        Case(int donors, long[] room, long[] least, ArcCosts costs) {
            this.mills = room.length;
            this.arcs = ExchangeNetwork.of(CompleteLab.of(donors, mills)).exchange();
            this.round = new Round(room.clone(), least);
            this.room = room;
            this.least = least;
            this.costs = costs;
        }

        /** Grams, room and what is worth a journey are up to the numbers of {@code most}. */
        static Case of(Random random, int donors, int mills, int... most) {
            long[] room = random.longs(mills, 0, most[1] + 1).toArray();
            long[] least = random.longs(mills, 1, most[2] + 1).toArray();
            long[] matched = random.longs((long) donors * mills, -9, 20).toArray();
            long[] unmatched = random.longs(donors, 0, 20).toArray();
            Case made = new Case(donors, room, least, new ArcCosts(matched, unmatched));
            for (int offer = 0; offer < donors; offer++) {
                made.round.offer(random.nextInt(donors), 1 + random.nextInt(most[0]), false);
            }
            return made;
        }

        LoadSearch search(FlowSolver solver) {
            return new LoadSearch(arcs, round, costs, mills, solver);
        }

        long gain(int offer, int mill) {
            int outlet = round.outlet(offer);
            return 2 * (costs.unmatched(outlet) - costs.matched(outlet * mills + mill)) + 1;
        }

        /** What an allocation gains; requires that each way is used once, in the order of offers, with what is worth its journey. */
        long soundGain(Allocation allocation) {
            long[] flows = new long[round.size() * mills];
            long sum = 0;
            for (int part = 0; part < allocation.size(); part++) {
                int offer = allocation.offer(part);
                int mill = allocation.arc(part) % mills;
                assertThat(allocation.arc(part) / mills).isEqualTo(round.outlet(offer));
                assertThat(flows[offer * mills + mill]).as("sent before").isZero();
                assertThat(part == 0 || allocation.offer(part - 1) <= offer).isTrue();
                flows[offer * mills + mill] = allocation.grams(part);
                sum += allocation.grams(part) * gain(offer, mill);
            }
            requireSound(flows);
            return sum;
        }

        private void requireSound(long[] flows) {
            long[] left = room.clone();
            for (int offer = 0; offer < round.size(); offer++) {
                long[] sent = Arrays.copyOfRange(flows, offer * mills, (offer + 1) * mills);
                assertThat(isLawful(offer, sent))
                        .as("offer %d: %s", offer, Arrays.toString(sent))
                        .isTrue();
                Arrays.setAll(left, mill -> left[mill] - sent[mill]);
            }
            assertThat(Arrays.stream(left).min().orElse(0)).isNotNegative();
        }

        private boolean isLawful(int offer, long[] sent) {
            int light = 0;
            for (int mill = 0; mill < mills; mill++) {
                light += sent[mill] > 0 && sent[mill] < least[mill] ? 1 : 0;
            }
            long given = Arrays.stream(sent).sum();
            return given <= round.grams(offer) && light <= (given == round.grams(offer) ? 1 : 0);
        }

        /** The most that can be gained from an offer on, by trying everything. */
        long best(int offer, long[] left) {
            return offer == round.size() ? 0 : best(offer, 0, new long[mills], left);
        }

        private long best(int offer, int mill, long[] sent, long[] left) {
            if (mill == mills) {
                return isLawful(offer, sent) ? best(offer + 1, left) : Long.MIN_VALUE / 2;
            }
            long best = Long.MIN_VALUE;
            long most = Math.min(
                    left[mill], round.grams(offer) - Arrays.stream(sent).sum());
            for (long grams = 0; grams <= most; grams++) {
                sent[mill] = grams;
                left[mill] -= grams;
                best = Math.max(best, grams * gain(offer, mill) + best(offer, mill + 1, sent, left));
                left[mill] += grams;
            }
            sent[mill] = 0;
            return best;
        }
    }

    /** Counts the flows that are solved. */
    private static final class Counted implements FlowSolver {
        private final FlowSolver solver = new NetworkSimplex();
        private int solved;

        @Override
        public FlowSolution solve(FlowProblem problem) {
            solved++;
            return solver.solve(problem);
        }
    }

    @Test
    void nothingThatCouldBeDoneGainsMore() {
        int lessThanTheFlow = 0;
        for (int seed = 0; seed < 400; seed++) {
            Case round = Case.of(new Random(seed), 3, 3, 5, 6, 5);
            Counted solver = new Counted();
            LoadSearch search = round.search(solver);
            Allocation allocation = new Allocation();
            if (search.gainsMoreThan(BigInteger.ZERO)) {
                search.tell(allocation);
            }
            assertThat(round.soundGain(allocation)).as("seed %d", seed).isEqualTo(round.best(0, round.room.clone()));
            lessThanTheFlow += solver.solved > 1 ? 1 : 0;
        }
        assertThat(lessThanTheFlow).isGreaterThan(100);
    }

    @Test
    void whatIsKnownToBeBestIsNotFoundAgain() {
        for (int seed = 0; seed < 100; seed++) {
            Case round = Case.of(new Random(seed), 3, 3, 5, 6, 5);
            long best = round.best(0, round.room.clone());
            assertThat(round.search(new NetworkSimplex()).gainsMoreThan(BigInteger.valueOf(best)))
                    .isFalse();
            assertThat(best == 0 || round.search(new NetworkSimplex()).gainsMoreThan(BigInteger.valueOf(best - 1)))
                    .isTrue();
        }
    }

    @Test
    void aHardRoundIsGivenUpAfterSoManyFlowsAndWhatIsTakenThenIsLawful() {
        int givenUp = 0;
        for (int seed = 0; seed < 60; seed++) {
            Case round = Case.of(new Random(seed), 25, 6, 60, 120, 40);
            Counted solver = new Counted();
            round.search(solver).gainsMoreThan(BigInteger.ZERO);
            assertThat(solver.solved).isLessThanOrEqualTo(200);
            givenUp += solver.solved == 200 ? 1 : 0;
            Allocation cheapest = new Allocation();
            double[] key = new double[round.arcs.size()];
            Arrays.setAll(key, arc -> (double) round.costs.matched(arc));
            double[] limits = new double[25];
            Arrays.setAll(limits, outlet -> (double) round.costs.unmatched(outlet));
            new GreedyRule(Preferences.of(round.arcs, 25, key), limits).allocate(round.round.sketch(), cheapest);
            Allocation best = new Allocation();
            new Loads(round.arcs, 25, 6).improve(round.round, round.costs, best);
            assertThat(round.soundGain(best)).as("seed %d", seed).isGreaterThanOrEqualTo(round.soundGain(cheapest));
        }
        assertThat(givenUp).isGreaterThan(10);
    }

    /** Each of so many donors has 10 g for the one mill where it gains, which has room for 5 of at least 8. */
    private static Case divided(int donors) {
        long[] room = new long[donors];
        Arrays.fill(room, 5);
        long[] least = new long[donors];
        Arrays.fill(least, 8);
        long[] matched = new long[donors * donors];
        Arrays.setAll(matched, arc -> arc / donors == arc % donors ? 1 : 9);
        long[] unmatched = new long[donors];
        Arrays.fill(unmatched, 5);
        Case made = new Case(donors, room, least, new ArcCosts(matched, unmatched));
        for (int donor = 0; donor < donors; donor++) {
            made.round.offer(donor, 10, false);
        }
        return made;
    }

    @Test
    void whereTooMuchIsLightNoSearchIsBegun() {
        Counted many = new Counted();
        assertThat(divided(61).search(many).gainsMoreThan(BigInteger.ZERO)).isFalse();
        assertThat(many.solved).isEqualTo(1);
        Counted few = new Counted();
        assertThat(divided(60).search(few).gainsMoreThan(BigInteger.ZERO)).isFalse();
        assertThat(few.solved).isGreaterThan(1);
    }

    @Test
    void aRoundOfTooManyOpenWaysIsNotSearched() {
        Case large = divided(45);
        assertThat(LoadSearch.isSmall(large.arcs, large.round)).as("2025 ways").isFalse();
        BitSet closed = new BitSet();
        closed.set(0, 25);
        large.round.close(closed);
        assertThat(LoadSearch.isSmall(large.arcs, large.round))
                .as("2000 of them open")
                .isTrue();
        closed.clear(24);
        assertThat(LoadSearch.isSmall(large.arcs, large.round))
                .as("2001 of them open")
                .isFalse();
        Allocation allocation = new Allocation();
        new OptimalRule(large.arcs, 45, 45, large.costs, Outlook.NONE).allocate(large.round, allocation);
        assertThat(large.soundGain(allocation))
                .as("whatever is not searched stays lawful")
                .isZero();
    }
}
